using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>Days since 1970-01-01 (duckdb_date). The extremes mean minus and plus infinity.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBDate
{
    /// <summary>Days since 1970-01-01.</summary>
    public int Days { get; set; }

    /// <summary>True for SQL's 'infinity' and '-infinity'.</summary>
    public readonly bool IsInfinity => Days is int.MaxValue or -int.MaxValue;
}

/// <summary>Microseconds since midnight (duckdb_time).</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTime
{
    /// <summary>Microseconds since midnight.</summary>
    public long Micros { get; set; }
}

/// <summary>A time of day with its offset, packed (duckdb_time_tz).</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTzStruct
{
    /// <summary>40 bits of microseconds over 24 bits of offset.</summary>
    public ulong Bits { get; set; }
}

/// <summary>Microseconds since 1970-01-01 00:00 (duckdb_timestamp). The extremes mean minus and plus infinity.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimestampStruct
{
    /// <summary>Microseconds (or the unit of the column's type) since 1970-01-01 00:00.</summary>
    public long Micros { get; set; }

    /// <summary>True for SQL's 'infinity' and '-infinity'.</summary>
    public readonly bool IsInfinity => Micros is long.MaxValue or -long.MaxValue;
}

/// <summary>A date taken apart (duckdb_date_struct).</summary>
public readonly record struct DuckDBDateOnly(int Year, byte Month, byte Day)
{
    internal const int EpochDay = 719_162; // DateOnly's day number of 1970-01-01

    /// <summary>Days since 1970-01-01 to year, month, day. Years outside 1–9999 are right too.</summary>
    public static DuckDBDateOnly FromDuckDBDate(DuckDBDate date)
    {
        // Howard Hinnant's civil_from_days: eras of 400 years that begin on 1 March.
        var days = date.Days + 719_468L;
        var era = Math.DivRem(days >= 0 ? days : days - 146_096, 146_097).Quotient;
        var dayOfEra = days - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var marchMonth = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * marchMonth) + 2) / 5) + 1;
        var month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        return new((int)(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0)), (byte)month, (byte)day);
    }

    /// <summary>Year, month, day to days since 1970-01-01.</summary>
    public DuckDBDate ToDuckDBDate()
    {
        var year = Month <= 2 ? Year - 1L : Year;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * (Month > 2 ? Month - 3 : Month + 9)) + 2) / 5) + Day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return new() { Days = checked((int)((era * 146_097) + dayOfEra - 719_468)) };
    }

    /// <summary>The same date in .NET's type.</summary>
    public static explicit operator DateOnly(DuckDBDateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>The same date in DuckDB's type.</summary>
    public static explicit operator DuckDBDateOnly(DateOnly date) => new(date.Year, (byte)date.Month, (byte)date.Day);
}

/// <summary>A time of day taken apart (duckdb_time_struct).</summary>
public readonly record struct DuckDBTimeOnly(byte Hour, byte Min, byte Sec, int Microsecond = 0)
{
    /// <summary>The same time in .NET's type.</summary>
    public static explicit operator TimeOnly(DuckDBTimeOnly time) =>
        new(NativeMethods.DateTimeHelpers.DuckDBToTime(time).Micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>The same time in DuckDB's type.</summary>
    public static explicit operator DuckDBTimeOnly(TimeOnly time) =>
        NativeMethods.DateTimeHelpers.DuckDBFromTime(new() { Micros = time.Ticks / TimeSpan.TicksPerMicrosecond });
}

/// <summary>A time of day with its offset from UTC in seconds, taken apart (duckdb_time_tz_struct).</summary>
public readonly record struct DuckDBTimeTz(DuckDBTimeOnly Time, int Offset);

/// <summary>A date and a time of day (duckdb_timestamp_struct).</summary>
public readonly record struct DuckDBTimestamp(DuckDBDateOnly Date, DuckDBTimeOnly Time)
{
    private const long MicrosPerDay = 86_400_000_000;

    /// <summary>Microseconds since 1970-01-01 to date and time.</summary>
    public static DuckDBTimestamp FromDuckDBTimestampStruct(DuckDBTimestampStruct timestamp)
    {
        var (days, micros) = Math.DivRem(timestamp.Micros, MicrosPerDay);
        if (micros < 0)
            (days, micros) = (days - 1, micros + MicrosPerDay);
        return new(
            DuckDBDateOnly.FromDuckDBDate(new() { Days = (int)days }),
            NativeMethods.DateTimeHelpers.DuckDBFromTime(new() { Micros = micros }));
    }

    /// <summary>Date and time to microseconds since 1970-01-01.</summary>
    public DuckDBTimestampStruct ToDuckDBTimestampStruct() => new()
    {
        Micros = checked((Date.ToDuckDBDate().Days * MicrosPerDay) + NativeMethods.DateTimeHelpers.DuckDBToTime(Time).Micros),
    };
}
