using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace QualityInsight.Ingest;

/// <summary>
/// Reads a feed's times into microseconds since 1970 of the zone's wall clock. A time with an offset is converted
/// into the zone; one without is taken as it stands.
/// </summary>
internal static class TimeParser
{
    internal const long Second = 1_000_000L;
    internal const long Day = 86_400L * Second;

    /// <summary>Tries the formats in order. <paramref name="timeOnly"/>: the value is a time of day without a date.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, IReadOnlyList<TimeFormat> formats, TimeZoneInfo zone, out long micros, out bool timeOnly)
    {
        timeOnly = false;
        for (var i = 0; i < formats.Count; i++)
        {
            var format = formats[i];
            switch (format.Kind)
            {
                case TimeFormatKind.Iso when TryYearFirst(text, strict: true, zone, out micros):
                case TimeFormatKind.Loose when TryYearFirst(text, strict: false, zone, out micros):
                case TimeFormatKind.Compact when TryCompact(text, out micros):
                case TimeFormatKind.UnitedStates when TryUnitedStates(text, out micros):
                case TimeFormatKind.Excel when TryExcel(text, out micros):
                case TimeFormatKind.EpochSeconds when TryEpoch(text, Second, zone, out micros):
                case TimeFormatKind.EpochMilliseconds when TryEpoch(text, 1000, zone, out micros):
                case TimeFormatKind.Pattern when TryPattern(text, format.Pattern!, zone, out micros):
                    return true;
                case TimeFormatKind.TimeOnly when TryTimeOfDay(text, out micros):
                    timeOnly = true;
                    return true;
            }
        }

        micros = 0;
        return false;
    }

    /// <summary>H:mm[:ss[.f]]; 24:00:00 is a day.</summary>
    internal static bool TryTimeOfDay(ReadOnlySpan<byte> text, out long micros)
    {
        var at = 0;
        return TryClock(text, ref at, out micros) && at == text.Length;
    }

    private static bool TryYearFirst(ReadOnlySpan<byte> s, bool strict, TimeZoneInfo zone, out long micros)
    {
        micros = 0;
        var at = 0;
        if (!Digits(s, ref at, 4, 4, out var year) || at >= s.Length) return false;
        var han = s[at..].StartsWith("年"u8);
        var separator = s[at];
        if (!han && separator is not (byte)'-' && (strict || separator is not ((byte)'/' or (byte)'.'))) return false;
        if (han && strict) return false;
        at += han ? 3 : 1;
        if (!Digits(s, ref at, strict ? 2 : 1, 2, out var month)) return false;
        if (han ? !Take(s, ref at, "月"u8) : at >= s.Length || s[at++] != separator) return false;
        if (!Digits(s, ref at, strict ? 2 : 1, 2, out var day)) return false;
        if (han && !Take(s, ref at, "日"u8)) return false;
        if (!TryDate(year, month, day, out micros)) return false;
        if (at == s.Length) return true;
        if (s[at] is (byte)'T' or (byte)'t') at++;
        else while (at < s.Length && s[at] == ' ') at++;
        if (!TryClock(s, ref at, out var clock)) return false;
        micros += clock;
        return at == s.Length || TryOffset(s[at..], zone, ref micros);
    }

    private static bool TryCompact(ReadOnlySpan<byte> s, out long micros)
    {
        micros = 0;
        var at = 0;
        if (!Digits(s, ref at, 4, 4, out var year) || !Digits(s, ref at, 2, 2, out var month) || !Digits(s, ref at, 2, 2, out var day)
            || !TryDate(year, month, day, out micros)) return false;
        if (at == s.Length) return true;
        if (s[at] is (byte)'T' or (byte)' ') at++;
        if (!Digits(s, ref at, 2, 2, out var hour) || !Digits(s, ref at, 2, 2, out var minute)) return false;
        var second = 0;
        if (at < s.Length && !Digits(s, ref at, 2, 2, out second)) return false;
        return at == s.Length && TryClock(hour, minute, second, 0, ref micros);
    }

    private static bool TryUnitedStates(ReadOnlySpan<byte> s, out long micros)
    {
        micros = 0;
        var at = 0;
        if (!Digits(s, ref at, 1, 2, out var month) || !Take(s, ref at, "/"u8) || !Digits(s, ref at, 1, 2, out var day)
            || !Take(s, ref at, "/"u8) || !Digits(s, ref at, 4, 4, out var year) || !TryDate(year, month, day, out micros)) return false;
        if (at == s.Length) return true;
        while (at < s.Length && s[at] == ' ') at++;
        if (!TryClock(s, ref at, out var clock)) return false;
        while (at < s.Length && s[at] == ' ') at++;
        if (at < s.Length)
        {
            var hour = clock / (3600 * Second);
            var pm = Ascii.EqualsIgnoreCase(s[at..], "PM"u8);
            if ((!pm && !Ascii.EqualsIgnoreCase(s[at..], "AM"u8)) || hour is < 1 or > 12) return false;
            clock += ((pm ? 12 : 0) - (hour == 12 ? 12 : 0)) * 3600 * Second;
        }

        micros += clock;
        return true;
    }

    /// <summary>Days since 1899-12-30 with a fraction, to the nearest second; serials before March 1900 are refused.</summary>
    private static bool TryExcel(ReadOnlySpan<byte> s, out long micros)
    {
        micros = 0;
        if (!Utf8Parser.TryParse(s, out double serial, out var used) || used != s.Length || serial is not (>= 61 and < 2_958_466)) return false;
        var seconds = (long)Math.Round((serial - 25_569) * 86_400, MidpointRounding.AwayFromZero);
        micros = seconds * Second;
        return true;
    }

    private static bool TryEpoch(ReadOnlySpan<byte> s, long unit, TimeZoneInfo zone, out long micros)
    {
        micros = 0;
        if (!Utf8Parser.TryParse(s, out long n, out var used) || used != s.Length || n is < -62_135_596_800_000 or > 253_402_300_799_999) return false;
        return (unit != Second || n <= 253_402_300_799) && TryToLocal(n * unit, zone, out micros);
    }

    private static bool TryPattern(ReadOnlySpan<byte> s, string pattern, TimeZoneInfo zone, out long micros)
    {
        micros = 0;
        var text = Encoding.UTF8.GetString(s);
        if (pattern.Contains('z', StringComparison.Ordinal) || pattern.Contains('K', StringComparison.Ordinal))
            return DateTimeOffset.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var with)
                && TryToLocal((with.UtcTicks - DateTime.UnixEpoch.Ticks) / 10, zone, out micros);
        if (!DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain)) return false;
        micros = (plain.Ticks - DateTime.UnixEpoch.Ticks) / 10;
        return true;
    }

    private static bool TryDate(int year, int month, int day, out long micros)
    {
        micros = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        micros = (new DateOnly(year, month, day).DayNumber - 719_162) * Day;
        return true;
    }

    private static bool TryClock(ReadOnlySpan<byte> s, ref int at, out long micros)
    {
        micros = 0;
        if (!Digits(s, ref at, 1, 2, out var hour) || !Take(s, ref at, ":"u8) || !Digits(s, ref at, 1, 2, out var minute)) return false;
        var second = 0;
        var fraction = 0L;
        if (at < s.Length && s[at] == ':')
        {
            at++;
            if (!Digits(s, ref at, 1, 2, out second)) return false;
            if (at + 1 < s.Length && s[at] is (byte)'.' or (byte)',' && s[at + 1] is >= (byte)'0' and <= (byte)'9')
            {
                at++;
                for (var unit = Second / 10; at < s.Length && s[at] is >= (byte)'0' and <= (byte)'9'; at++, unit /= 10)
                    fraction += (s[at] - '0') * unit;
            }
        }

        return TryClock(hour, minute, second, fraction, ref micros);
    }

    private static bool TryClock(int hour, int minute, int second, long fraction, ref long micros)
    {
        if (minute > 59 || second > 59 || hour > 24 || (hour == 24 && (minute > 0 || second > 0 || fraction > 0))) return false;
        micros += (hour * 3600L + minute * 60L + second) * Second + fraction;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> s, TimeZoneInfo zone, ref long micros)
    {
        while (s.Length > 0 && s[0] == ' ') s = s[1..];
        if (s.Length == 1 && s[0] is (byte)'Z' or (byte)'z') return TryToLocal(micros, zone, out micros);
        if (s.Length < 3 || s[0] is not ((byte)'+' or (byte)'-')) return false;
        var at = 1;
        if (!Digits(s, ref at, 2, 2, out var hours)) return false;
        if (at < s.Length && s[at] == ':') at++;
        var minutes = 0;
        if (at < s.Length && !Digits(s, ref at, 2, 2, out minutes)) return false;
        if (at != s.Length || hours > 14 || minutes > 59) return false;
        var offset = (hours * 60 + minutes) * 60 * Second;
        return TryToLocal(s[0] == '+' ? micros - offset : micros + offset, zone, out micros);
    }

    private static bool TryToLocal(long utcMicros, TimeZoneInfo zone, out long micros)
    {
        micros = utcMicros;
        var ticks = DateTime.UnixEpoch.Ticks + utcMicros * 10;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        micros += zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc)).Ticks / 10;
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> s, ref int at, int least, int most, out int value)
    {
        value = 0;
        var n = 0;
        for (; n < most && at < s.Length && s[at] is >= (byte)'0' and <= (byte)'9'; n++, at++)
            value = value * 10 + (s[at] - '0');
        return n >= least;
    }

    private static bool Take(ReadOnlySpan<byte> s, ref int at, ReadOnlySpan<byte> what)
    {
        if (!s[at..].StartsWith(what)) return false;
        at += what.Length;
        return true;
    }
}
