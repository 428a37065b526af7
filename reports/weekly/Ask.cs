using QualityInsight.Analytics;

namespace QualityInsight.Reports.Weekly;

/// <summary>Questions of one report to the metric layer: always the same days, the same scope, the same comparisons.</summary>
internal sealed class Ask(IMetricEngine engine, Period week, IReadOnlyList<MetricFilter> scope, ReportLanguage language, CancellationToken cancellation)
{
    /// <summary>Weeks of history behind control limits: half a year.</summary>
    public const int TrendWeeks = 26;

    public Period Week => week;

    public ReportLanguage Language => language;

    public MetricCatalogue Catalogue => engine.Catalogue;

    private readonly Dictionary<string, MetricRow> _asked = new(StringComparer.Ordinal);

    /// <summary>The figure of the week beside last week and the same week last year; asked once, however often it is used.</summary>
    public MetricRow One(string metric) => _asked.TryGetValue(metric, out var known) ? known : _asked[metric] = engine.Run(
        new MetricQuery(metric) { Period = week, Where = scope, Compare = [Comparison.LastWeek, Comparison.LastYear] }, cancellation).Single;

    /// <summary>The week's figure cut by dimensions.</summary>
    public IReadOnlyList<MetricRow> By(string metric, params string[] dimensions) =>
        engine.Run(new MetricQuery(metric) { Period = week, Where = scope, By = dimensions }, cancellation).Rows;

    /// <summary>The week's figure cut by dimensions, within further filters, beside comparisons.</summary>
    public IReadOnlyList<MetricRow> By(string metric, IReadOnlyList<string> compare, IReadOnlyList<MetricFilter> within, params string[] dimensions) =>
        engine.Run(new MetricQuery(metric) { Period = week, Where = [.. scope, .. within], By = dimensions, Compare = compare }, cancellation).Rows;

    /// <summary>The figure of each of the weeks up to this one, oldest first; weeks without a record have no value.</summary>
    public IReadOnlyList<(string Week, MetricRow? Row)> Weeks(string metric, int yearsBack = 0)
    {
        var last = yearsBack == 0 ? week : Comparison.Of(Comparison.LastYear, week);
        var period = new Period(last.From!.Value.AddDays(-7 * (TrendWeeks - 1)), last.To);
        var rows = engine.Run(new MetricQuery(metric) { Period = period, Where = scope, By = ["week"] }, cancellation).Rows
            .ToDictionary(r => r.Code("week")!, StringComparer.Ordinal);
        return [.. Enumerable.Range(0, TrendWeeks).Select(i => Period.WeekName(period.From!.Value.AddDays(7 * i))).Select(w => (w, rows.GetValueOrDefault(w)))];
    }

    /// <summary>Several metrics cut by the same dimension, joined by its code, in the order of the first metric's answer.</summary>
    public IReadOnlyList<Joined> Join(string dimension, params string[] metrics)
    {
        var answers = metrics.Select(m => By(m, dimension)).ToArray();
        var rest = answers.Select(a => a.Where(r => r.Dimensions[0].Code is not null).ToDictionary(r => r.Dimensions[0].Code!, StringComparer.Ordinal)).ToArray();
        return [.. answers[0].Where(r => r.Dimensions[0].Code is not null)
            .Select(r => new Joined(r.Dimensions[0], [.. rest.Select(a => a.GetValueOrDefault(r.Dimensions[0].Code!))]))];
    }

    /// <summary>The reader's name of a place.</summary>
    public string NameOf(DimensionValue value) => language.Pick(value.Name, value.NameEn);

    /// <summary>A table cell holding a figure.</summary>
    public Cell Cell(string metric, DimensionValue at, MetricRow? row, Tone tone = Tone.Plain)
    {
        var definition = Catalogue[metric];
        return new(FigureText.Value(definition, row?.Value), tone, metric, row?.Value, $"{at.Dimension}={at.Code}");
    }
}

/// <summary>One place with its figures, in the order of the metrics asked for; null where a metric has no row there.</summary>
internal sealed record Joined(DimensionValue At, IReadOnlyList<MetricRow?> Rows);
