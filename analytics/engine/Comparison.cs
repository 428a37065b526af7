using System.Globalization;

namespace QualityInsight.Analytics;

/// <summary>The closed list of comparisons, and the days each means. <see cref="Peers"/> and <see cref="Target"/> speak of the same days.</summary>
public static class Comparison
{
    /// <summary>The days of equal number just before: <c>previous</c>.</summary>
    public const string Previous = "previous";

    /// <summary>The same days a week earlier: <c>last-week</c>.</summary>
    public const string LastWeek = "last-week";

    /// <summary>The same days a year earlier (an ISO week: the same week number): <c>last-year</c>.</summary>
    public const string LastYear = "last-year";

    /// <summary>The same days in a named year: <c>base:2020</c>.</summary>
    public const string BasePrefix = "base:";

    /// <summary>
    /// The units of the same kind (同类单位) over the same days: areas of one level, departments and halls of one kind, windows and
    /// staff of one hall, items of one type. The value is the median of the others' values: <c>peers</c>.
    /// </summary>
    public const string Peers = "peers";

    /// <summary>The metric's target (目标): <c>target</c>.</summary>
    public const string Target = "target";

    /// <summary>What can be asked for, as help and errors name it.</summary>
    public static IReadOnlyList<string> Offered { get; } = [Previous, LastWeek, LastYear, BasePrefix + "2020", Peers, Target];

    /// <summary>True where the comparison is with other days.</summary>
    public static bool IsOfTime(string kind) => kind is not (Peers or Target);

    /// <summary>The days that a comparison of the period means.</summary>
    /// <exception cref="MetricQueryException">Unknown comparison, or the period is open.</exception>
    public static Period Of(string kind, Period period)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (!IsOfTime(kind))
            return period;
        if (kind is not (Previous or LastWeek or LastYear) && !kind.StartsWith(BasePrefix, StringComparison.Ordinal))
            throw new MetricQueryException(Nearest.Message("comparison", kind, Offered));
        if (period is not { From: { } from, To: { } to })
            throw new MetricQueryException($"The comparison \"{kind}\" needs a period with a first and a last day (from, to).");
        if (kind == Previous)
            return new(from.AddDays(from.DayNumber - to.DayNumber), from);
        if (kind == LastWeek)
            return new(from.AddDays(-7), to.AddDays(-7));
        if (kind == LastYear)
            return Shift(from, to, period.IsIsoWeek, -1);
        if (kind.StartsWith(BasePrefix, StringComparison.Ordinal)
            && int.TryParse(kind.AsSpan(BasePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1900 and < 9999)
        {
            var now = period.IsIsoWeek ? ISOWeek.GetYear(from.ToDateTime(TimeOnly.MinValue)) : from.Year;
            return Shift(from, to, period.IsIsoWeek, year - now);
        }
        throw new MetricQueryException(
            Nearest.Message("comparison", kind, Offered));
    }

    private static Period Shift(DateOnly from, DateOnly to, bool week, int years)
    {
        if (!week)
            return new(from.AddYears(years), to.AddYears(years));
        var at = from.ToDateTime(TimeOnly.MinValue);
        var target = ISOWeek.GetYear(at) + years;
        return Period.IsoWeek(target, Math.Min(ISOWeek.GetWeekOfYear(at), ISOWeek.GetWeeksInYear(target)));
    }
}
