using System.Globalization;

namespace QualityInsight.Analytics;

/// <summary>
/// A run of whole local days: <see cref="From"/> inclusive, <see cref="To"/> exclusive, either open where null.
/// Days are those of the facts' own wall-clock; no zone is applied.
/// </summary>
/// <param name="From">First day, or null for "since the beginning".</param>
/// <param name="To">The day after the last, or null for "until the end".</param>
public readonly record struct Period(DateOnly? From, DateOnly? To)
{
    /// <summary>Everything there is.</summary>
    public static Period All => new(null, null);

    /// <summary>One day.</summary>
    public static Period Day(DateOnly day) => new(day, day.AddDays(1));

    /// <summary>One ISO 8601 week, Monday to Sunday.</summary>
    /// <param name="isoYear">ISO year (of the week's Thursday).</param>
    /// <param name="week">1 to 52 or 53.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year has no such week.</exception>
    public static Period IsoWeek(int isoYear, int week)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(week, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(week, ISOWeek.GetWeeksInYear(isoYear));
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(isoYear, week, DayOfWeek.Monday));
        return new(monday, monday.AddDays(7));
    }

    /// <summary>One calendar month.</summary>
    public static Period Month(int year, int month) => new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1));

    /// <summary>One calendar quarter, 1 to 4.</summary>
    public static Period Quarter(int year, int quarter) =>
        new(new(year, quarter * 3 - 2, 1), new DateOnly(year, quarter * 3 - 2, 1).AddMonths(3));

    /// <summary>One calendar year.</summary>
    public static Period Year(int year) => new(new(year, 1, 1), new(year + 1, 1, 1));

    /// <summary>The period from the first of January up to and including this one (year to date).</summary>
    /// <exception cref="InvalidOperationException">The period is open.</exception>
    public Period YearToDate => To is { } to
        ? new(new DateOnly(to.AddDays(-1).Year, 1, 1), to)
        : throw new InvalidOperationException("An open period has no year to date.");

    /// <summary>Reads <c>2026-11-16</c>, <c>2026-W47</c>, <c>2026-11</c>, <c>2026-Q4</c> or <c>2026</c>.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static Period Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const NumberStyles digits = NumberStyles.None;
        var invariant = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day))
            return Day(day);
        if (text.Length >= 4 && int.TryParse(text[..4], digits, invariant, out var year) && year is >= 1900 and < 9999)
        {
            if (text.Length == 4)
                return Year(year);
            if (text.Length is 7 or 8 && text[4] == '-')
            {
                var rest = text[5..];
                if (rest[0] is 'W' && int.TryParse(rest[1..], digits, invariant, out var week)
                    && week >= 1 && week <= ISOWeek.GetWeeksInYear(year))
                    return IsoWeek(year, week);
                if (rest[0] is 'Q' && rest.Length == 2 && rest[1] is >= '1' and <= '4')
                    return Quarter(year, rest[1] - '0');
                if (rest.Length == 2 && int.TryParse(rest, digits, invariant, out var month) && month is >= 1 and <= 12)
                    return Month(year, month);
            }
        }
        throw new FormatException(
            $"\"{text}\" is no period; write a day 2026-11-16, a week 2026-W47, a month 2026-11, a quarter 2026-Q4 or a year 2026.");
    }

    /// <summary>True for exactly one ISO week.</summary>
    public bool IsIsoWeek => From is { DayOfWeek: DayOfWeek.Monday } f && To == f.AddDays(7);

    /// <summary>Number of days; null where open.</summary>
    public int? Days => From is { } f && To is { } t ? t.DayNumber - f.DayNumber : null;

    /// <summary>True where the day lies inside.</summary>
    public bool Contains(DateOnly day) => (From is not { } f || day >= f) && (To is not { } t || day < t);

    /// <summary>ISO week name of a day, for example <c>2026-W47</c>.</summary>
    public static string WeekName(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):0000}-W{ISOWeek.GetWeekOfYear(at):00}");
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…"}/{To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…"}");
}
