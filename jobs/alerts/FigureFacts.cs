using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Alerts;

/// <summary>Metrics by week with their control limits, for alerts that look at figures: table <c>figure</c>.</summary>
internal static class FigureFacts
{
    private const int Weeks = 26;

    /// <summary>Asks the metric engine and puts what it says into a session's table.</summary>
    public static void Write(WarehouseSession session, IMetricEngine engine, IReadOnlyList<AlertFigure> figures, DateOnly today, CancellationToken cancellation)
    {
        var monday = today.AddDays(-((int)today.DayOfWeek + 6) % 7);
        var weeks = Enumerable.Range(-Weeks, Weeks).Select(w => Period.WeekName(monday.AddDays(7 * w))).ToList();
        foreach (var figure in figures)
        {
            var metric = engine.Catalogue[figure.Metric];
            var result = engine.Run(new(figure.Metric)
            {
                By = figure.By is null ? ["week"] : [figure.By, "week"],
                Period = new(monday.AddDays(-7 * Weeks), monday),
            }, cancellation);
            foreach (var subject in result.Rows.Where(r => figure.By is null || r.Code(figure.By) is not null).GroupBy(r => figure.By is null ? "" : r.Code(figure.By)!))
                Put(session, metric, figure, subject.Key, weeks, subject.ToDictionary(r => r.Code("week")!, StringComparer.Ordinal), cancellation);
        }
    }

    private static void Put(WarehouseSession session, MetricDefinition metric, AlertFigure figure, string subject,
        List<string> weeks, Dictionary<string, MetricRow> rows, CancellationToken cancellation)
    {
        var series = weeks.ConvertAll(w => rows.GetValueOrDefault(w));
        var points = metric.Aggregate == MetricAggregate.Share
            ? ControlChart.P([.. series.Select(r => (r?.Numerator ?? 0, r?.Denominator ?? 0))], laney: true)
            : ControlChart.Individuals([.. series.Select(r => r?.Value)], floor: 0);
        var name = rows.Values.First().Dimensions.FirstOrDefault(d => d.Dimension == figure.By);
        for (var i = 0; i < weeks.Count; i++)
        {
            if (series[i] is not { Value: { } value } row)
                continue;
            var (point, higher) = (points[i], metric.Direction == MetricDirection.Higher);
            session.Execute(Sql.Load(typeof(FigureFacts), "alerts/put_figure.sql"), new()
            {
                ["metric"] = metric.Id,
                ["name_zh"] = metric.NameZh,
                ["name_en"] = metric.NameEn,
                ["subject"] = subject,
                ["subject_name"] = name?.Name ?? "",
                ["week"] = weeks[i],
                ["is_last"] = i == weeks.Count - 1,
                ["value"] = value,
                ["n"] = row.N,
                ["target"] = figure.Target ?? metric.Target,
                ["higher_is_better"] = higher,
                ["centre"] = Finite(point.Centre),
                ["low"] = Finite(point.Low),
                ["high"] = Finite(point.High),
                ["is_signal"] = point.Signals.Count > 0,
                ["is_worse"] = metric.Direction != MetricDirection.None && (higher ? value < point.Centre : value > point.Centre),
                ["shown"] = Text(value, metric),
                ["shown_target"] = Text(figure.Target ?? metric.Target, metric),
                ["shown_centre"] = Text(Finite(point.Centre), metric),
            }, cancellation);
        }
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static string Text(double? value, MetricDefinition metric) => MetricFormat.Text(value, metric.Format, CultureInfo.InvariantCulture);
}
