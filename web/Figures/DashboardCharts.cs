using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports;
using QualityInsight.Reports.Charts;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>The dashboard's charts: the same option objects as in the printed report, each with its table and its links.</summary>
internal sealed class DashboardCharts(IMetricEngine engine, Tongue tongue)
{
    private const int MinimumN = 30;
    private const int MinimumCellN = 10;

    private ReportLanguage Language => tongue.IsChinese ? ReportLanguage.Chinese : ReportLanguage.English;

    /// <summary>Which hall makes people wait longest?</summary>
    public ChartFigure? WaitsByHall(FigureFilter filter, bool mayOpen, CancellationToken cancel)
    {
        var medians = By("wait_median", filter, cancel, "hall");
        var p90 = By("wait_p90", filter, cancel, "hall").Where(r => r.Code("hall") is not null).ToDictionary(r => r.Code("hall")!);
        var halls = medians.Where(r => r.Code("hall") is not null)
            .Select(r => (Row: r, At: r.Dimensions[0], P90: p90.GetValueOrDefault(r.Code("hall")!))).ToArray();
        var option = WaitsByHallChart.Build(
            [.. halls.Select(h => new HallWait(Name(h.At), h.Row.Value, h.P90?.Value, h.Row.N))],
            engine.Catalogue["wait_median"].Target, MinimumN, Language);
        string? Link(DimensionValue at) => mayOpen ? filter.RecordsHref("wait_median", ("hall", at.Code)) : null;
        return Figure(
            option, [tongue[Dashboards.Hall], tongue[Dashboards.Median], "P90", "n"],
            halls.OrderByDescending(h => h.Row.Value).Select(h => new FigureCell[]
            {
                new(Name(h.At), Link(h.At)), new(Value("wait_median", h.Row.Value)), new(Value("wait_p90", h.P90?.Value)), new(Count(h.Row.N)),
            }),
            halls.Select(h => (Name(h.At), Link(h.At))), "wait_median");
    }

    /// <summary>When does one wait longest?</summary>
    public ChartFigure? WaitsByHour(FigureFilter filter, CancellationToken cancel)
    {
        var cells = By("wait_median", filter, cancel, "weekday", "hour")
            .Where(r => r.Code("weekday") is not null && r.Code("hour") is not null)
            .Select(r => new HourWait(Int(r.Code("weekday")!), Int(r.Code("hour")!), r.Value, r.N)).ToArray();
        var hours = cells.Select(c => c.Hour).Distinct().Order().ToArray();
        return Figure(
            WaitHeatmapChart.Build(cells, MinimumCellN, Language),
            [tongue[Dashboards.Weekday], .. hours.Select(h => $"{h:00}")],
            cells.GroupBy(c => c.Weekday).OrderBy(g => g.Key).Select(day => new[] { new FigureCell(DayName(day.Key)) }
                .Concat(hours.Select(h => day.FirstOrDefault(c => c.Hour == h) is { } cell
                    ? new FigureCell(Value("wait_median", cell.MedianSeconds), null, Count(cell.N)) : new FigureCell("—"))).ToArray()),
            [], "wait_median");
    }

    /// <summary>Which departments miss their promised time?</summary>
    public ChartFigure? OnTimeByOrg(FigureFilter filter, bool mayOpen, CancellationToken cancel)
    {
        var rows = By("on_time_rate", filter, cancel, "org").Where(r => r.Code("org") is not null).ToArray();
        var all = filter.Query(engine.Catalogue["on_time_rate"]) is { } query ? engine.Run(query, cancel).Single.Value : null;
        string? Link(MetricRow r) => mayOpen ? filter.RecordsHref("on_time_rate", ("org", r.Code("org"))) : null;
        return Figure(
            HandlingRatesChart.Build([.. rows.Select(r => new RateRow(Name(r.Dimensions[0]), r.Value, r.Low, r.High, r.N))], all, MinimumN, Language),
            [tongue[Dashboards.Org], tongue[Dashboards.OnTime], tongue[Dashboards.Interval95], "n"],
            rows.OrderBy(r => r.Value).Select(r => new FigureCell[]
            {
                new(Name(r.Dimensions[0]), Link(r)), new(Value("on_time_rate", r.Value)),
                new($"{Value("on_time_rate", r.Low)} – {Value("on_time_rate", r.High)}"), new(Count(r.N)),
            }),
            rows.Select(r => (Name(r.Dimensions[0]), Link(r))), "on_time_rate");
    }

    /// <summary>How much of the good-review rate is real?</summary>
    public ChartFigure? GoodRates(FigureFilter filter, bool mayOpen, CancellationToken cancel)
    {
        string[] ids = ["good_rate", "active_good_rate", "unflagged_good_rate"];
        var rows = ids.Where(engine.Catalogue.Contains)
            .Select(id => (Id: id, Query: filter.Query(engine.Catalogue[id]))).Where(q => q.Query is not null)
            .Select(q => (q.Id, Row: engine.Run(q.Query!, cancel).Single)).ToDictionary(q => q.Id, q => q.Row);
        if (!rows.ContainsKey(ids[0]) || !rows.ContainsKey(ids[1]))
            return null;
        RateRow Rate(string id) => new(Title(id), rows[id].Value, rows[id].Low, rows[id].High, rows[id].N);
        return Figure(
            ReviewsTrioChart.Build(Rate(ids[0]), Rate(ids[1]), rows.ContainsKey(ids[2]) ? Rate(ids[2]) : null, Language),
            [tongue[Dashboards.Figure], tongue[Dashboards.Value], tongue[Dashboards.Interval95], "n"],
            ids.Where(rows.ContainsKey).Select(id => new FigureCell[]
            {
                new(Title(id), mayOpen ? filter.RecordsHref(id) : null), new(Value(id, rows[id].Value)),
                new($"{Value(id, rows[id].Low)} – {Value(id, rows[id].High)}"), new(Count(rows[id].N)),
            }),
            [], "unflagged_good_rate");
    }

    /// <summary>A chart with its table.</summary>
    public ChartFigure? Figure(
        ChartOption? option, IReadOnlyList<string> heads, IEnumerable<FigureCell[]> rows,
        IEnumerable<(string Name, string? Href)> links, string? definition) =>
        option is null ? null : new(
            option.Kind, option.Question, option.Answer, option.Json, option.Height, heads, [.. rows],
            links.Where(l => l.Href is not null).DistinctBy(l => l.Name).ToDictionary(l => l.Name, l => l.Href!),
            definition is null ? null : $"/dictionary/{definition}");

    private IReadOnlyList<MetricRow> By(string metric, FigureFilter filter, CancellationToken cancel, params string[] dimensions) =>
        engine.Catalogue.Contains(metric) && filter.Query(engine.Catalogue[metric]) is { } query
            ? engine.Run(query with { By = dimensions }, cancel).Rows : [];

    private string Name(DimensionValue at) => tongue.Pick(at.Name, at.NameEn);

    private string Title(string metric) => tongue.Pick(engine.Catalogue[metric].NameZh, engine.Catalogue[metric].NameEn);

    private string Value(string metric, double? value) => MetricFormat.Text(value, engine.Catalogue[metric].Format, tongue.Culture);

    private string Count(long n) => n.ToString("N0", tongue.Culture);

    private string DayName(int isoWeekday) => tongue.Culture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)(isoWeekday % 7));

    private static int Int(string code) => int.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture);
}
