using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>Months, days and microseconds, which do not add up to one another (duckdb_interval).</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBInterval(int months, int days, long micros)
{
    /// <summary>Calendar months.</summary>
    public int Months { get; } = months;

    /// <summary>Days.</summary>
    public int Days { get; } = days;

    /// <summary>Microseconds.</summary>
    public long Micros { get; } = micros;

    /// <summary>Whole days and the rest in microseconds; tenths of microseconds are cut off.</summary>
    public static implicit operator DuckDBInterval(TimeSpan span) =>
        new(0, span.Days, (span.Ticks - (span.Days * TimeSpan.TicksPerDay)) / TimeSpan.TicksPerMicrosecond);

    /// <summary>Days of 24 hours plus microseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are months in it, which have no fixed length, or it is too long.</exception>
    public static explicit operator TimeSpan(DuckDBInterval interval)
    {
        if (interval.Months != 0)
            throw new ArgumentOutOfRangeException(nameof(interval), $"An interval with months ({interval.Months}) has no fixed length.");
        try
        {
            return new TimeSpan(checked((interval.Days * TimeSpan.TicksPerDay) + (interval.Micros * TimeSpan.TicksPerMicrosecond)));
        }
        catch (OverflowException)
        {
            throw new ArgumentOutOfRangeException(nameof(interval), $"An interval of {interval.Days} days and {interval.Micros} µs is too long for TimeSpan.");
        }
    }
}

/// <summary>Where a list's elements lie in the child vector (duckdb_list_entry).</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBListEntry(ulong offset, ulong length)
{
    /// <summary>The first element's place.</summary>
    public ulong Offset { get; } = offset;

    /// <summary>How many elements.</summary>
    public ulong Length { get; } = length;
}

/// <summary>
/// UTF-8 text in a vector (duckdb_string_t): up to 12 bytes within, longer text behind a pointer. The names of the inner
/// types and fields are those DuckDB.NET.Data's metadata asks for. Only ever read through a pointer into a vector:
/// <see cref="Data" /> of a copy on the stack would not outlive it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct DuckDBString
{
    /// <summary>The longest text kept within, in bytes.</summary>
    public const int InlineLimit = 12;

    /// <summary>Both forms.</summary>
    public _value_e__Union value;

    /// <summary>Bytes of text.</summary>
    public readonly int Length => (int)value.inlined.length;

    /// <summary>The first byte.</summary>
    public readonly sbyte* Data
    {
        get
        {
            if (Length > InlineLimit)
                return value.pointer.ptr;
            fixed (sbyte* within = value.inlined.inlined)
                return within;
        }
    }

    /// <summary>The two forms over the same 16 bytes.</summary>
    [StructLayout(LayoutKind.Explicit)]
    public struct _value_e__Union
    {
        /// <summary>Text longer than <see cref="InlineLimit" />.</summary>
        [FieldOffset(0)]
        public DuckDBStringPointer pointer;

        /// <summary>Text within.</summary>
        [FieldOffset(0)]
        public DuckDBStringInlined inlined;

        /// <summary>Length, the first four bytes, and where all of it lies.</summary>
        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringPointer
        {
            /// <summary>Bytes of text.</summary>
            public uint length;

            /// <summary>The first four bytes, for comparing.</summary>
            public fixed sbyte prefix[4];

            /// <summary>All bytes.</summary>
            public sbyte* ptr;
        }

        /// <summary>Length and bytes.</summary>
        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringInlined
        {
            /// <summary>Bytes of text.</summary>
            public uint length;

            /// <summary>The bytes.</summary>
            public fixed sbyte inlined[InlineLimit];
        }
    }
}
