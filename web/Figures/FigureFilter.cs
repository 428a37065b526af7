using System.Globalization;
using Microsoft.AspNetCore.Http;
using QualityInsight.Analytics;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Figures;

/// <summary>
/// What the figures of a page speak of: a period and perhaps a unit or a hall, from the address, and the scope of the
/// account, which no address can widen.
/// </summary>
/// <param name="PeriodText">As it stands in the address: <c>2026-W46</c>, <c>2026-11</c>, <c>2026-Q4</c>, <c>2026</c>.</param>
/// <param name="Period">The days.</param>
/// <param name="Org">A unit, or null.</param>
/// <param name="Hall">A hall, or null.</param>
/// <param name="Scope">Whose figures the account may see.</param>
/// <param name="More">Further filters by dimension, as a bar or a cell of a chart gives them.</param>
internal sealed record FigureFilter(string PeriodText, Period Period, string? Org, string? Hall, OrgScope Scope, IReadOnlyList<MetricFilter> More)
{
    private static readonly string[] OfTheirOwn = ["org", "hall", "period"];

    public static FigureFilter Read(IQueryCollection query, string defaultPeriod, OrgScope scope)
    {
        string? Text(string key) => query[key].ToString().Trim() is { Length: > 0 and <= 64 } text ? text : null;
        var text = Text("period") ?? defaultPeriod;
        Period period;
        try
        {
            period = Period.Parse(text);
        }
        catch (FormatException)
        {
            (text, period) = (defaultPeriod, Period.Parse(defaultPeriod));
        }
        var more = DimensionCatalogue.Embedded.All.Where(d => !OfTheirOwn.Contains(d.Id) && Text(d.Id) is not null)
            .Select(d => new MetricFilter(d.Id, [.. Text(d.Id)!.Split(',')])).ToArray();
        return new(text, period, Text("org"), Text("hall"), scope, more);
    }

    /// <summary>The query of a metric within this filter, or null where the metric cannot be cut so.</summary>
    public MetricQuery? Query(MetricDefinition metric)
    {
        var where = new List<MetricFilter>(More);
        if (Hall is { } hall)
            where.Add(new("hall", hall));
        if (Org is { } org && Scope.Covers(org))
            where.Add(new("org", org));
        else if (Org is not null || !Scope.IsAll)
            where.Add(new("org", [.. Scope.IsAll ? [Org!] : Scope.Orgs]));
        if (where.Any(w => !metric.Dimensions.Contains(w.Dimension) || w.Values.Count == 0))
            return null;
        return new(metric.Id) { Period = Period, Where = where };
    }

    /// <summary>The address of the records behind a metric under this filter, narrowed further.</summary>
    public string RecordsHref(string metric, params (string Key, string? Value)[] more)
    {
        var values = new List<(string Key, string? Value)> { ("period", PeriodText), ("org", Org), ("hall", Hall) };
        values.AddRange(More.Select(m => (m.Dimension, (string?)string.Join(',', m.Values))));
        values.RemoveAll(v => more.Any(m => m.Key == v.Key));
        return $"/records/{metric}" + QueryString.Create(
            values.Concat(more).Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Key, v.Value)));
    }

    /// <summary>The last whole or begun week of the period that has data.</summary>
    public Period LastWeek(DateOnly lastDay)
    {
        var day = Period.To is { } end && end.AddDays(-1) < lastDay ? end.AddDays(-1) : lastDay;
        return Period.Parse(WeekOf(day));
    }

    /// <summary>The same over the period before, or null where there is none.</summary>
    public FigureFilter? Previous => Period.From is null ? null : this with { Period = Comparison.Of(Comparison.Previous, Period) };

    /// <summary>The week that holds a day, as it stands in the address.</summary>
    public static string WeekOf(DateOnly day) => Period.WeekName(day);

    /// <summary>Periods to choose from, latest first: weeks, months, years up to a day.</summary>
    public static IReadOnlyList<string> Choices(DateOnly last)
    {
        var monday = last.AddDays(-(((int)last.DayOfWeek + 6) % 7));
        return
        [
            .. Enumerable.Range(0, 13).Select(i => Period.WeekName(monday.AddDays(-7 * i))),
            .. Enumerable.Range(0, 12).Select(i => last.AddDays(1 - last.Day).AddMonths(-i).ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            .. Enumerable.Range(0, 3).Select(i => (last.Year - i).ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
