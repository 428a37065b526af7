using QualityInsight.Analytics;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>Asks the metric layer for single figures and writes each with its n, interval, change and definition.</summary>
internal sealed class FigureBoard(IMetricEngine engine, Tongue tongue)
{
    /// <summary>The figures of the metrics that there are, in this order.</summary>
    public IReadOnlyList<Figure> Of(IEnumerable<string> metrics, FigureFilter filter, bool mayOpen, CancellationToken cancel) =>
        [.. metrics.Where(engine.Catalogue.Contains).Select(id => One(engine.Catalogue[id], filter, mayOpen, cancel))];

    private Figure One(MetricDefinition metric, FigureFilter filter, bool mayOpen, CancellationToken cancel)
    {
        var name = tongue.Pick(metric.NameZh, metric.NameEn);
        var about = tongue.Pick(metric.SaysZh, metric.SaysEn);
        var definition = $"/dictionary/{metric.Id}";
        if (filter.Query(metric) is not { } query)
            return new(name, MetricFormat.Nothing, Also: [tongue[Dashboards.NotCutSo]], Definition: about, DefinitionHref: definition);
        var row = engine.Run(query with { Compare = [Comparison.Previous] }, cancel).Single;
        return new(
            name,
            MetricFormat.Text(row.Value, metric.Format, tongue.Culture),
            N: metric.Aggregate is MetricAggregate.Count ? null : tongue[Dashboards.N, row.N],
            Also: Also(metric, row),
            Definition: about,
            DefinitionHref: definition,
            RecordsHref: mayOpen && row.N > 0 ? filter.RecordsHref(metric.Id) : null);
    }

    private IReadOnlyList<string> Also(MetricDefinition metric, MetricRow row)
    {
        var lines = new List<string>();
        if (row.Comparisons is [{ Change: { } change } comparison])
            lines.Add(tongue[Dashboards.Change, Signed(change, metric)] + Verdict(comparison.Verdict));
        if (row is { Low: { } low, High: { } high })
            lines.Add(tongue[Dashboards.Interval, MetricFormat.Text(low, metric.Format, tongue.Culture), MetricFormat.Text(high, metric.Format, tongue.Culture)]);
        if (row.Note is { } note)
            lines.Add(note);
        return lines;
    }

    private string Signed(double change, MetricDefinition metric)
    {
        if (metric.Unit == "share")
            return tongue[Dashboards.Points, (change * 100).ToString("+0.00;−0.00;±0", tongue.Culture)];
        var text = MetricFormat.Text(Math.Abs(change), metric.Format, tongue.Culture);
        return change > 0 ? "+" + text : change < 0 ? "−" + text : "±0";
    }

    private string Verdict(ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Ordinary => tongue[Dashboards.Ordinary],
        ChangeVerdict.Signal => tongue[Dashboards.Signal],
        ChangeVerdict.TooFew => tongue[Dashboards.TooFew],
        _ => "",
    };
}
