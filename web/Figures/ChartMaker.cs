using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports;
using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Weekly;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>
/// What the charts of every board share: questions to the metric layer within the page's filter, and the way from the option
/// object of the printed report to a chart with its table, its definition and its links into the records.
/// </summary>
internal sealed class ChartMaker(IMetricEngine engine, Tongue tongue)
{
    /// <summary>Fewer records than this are shown but not compared.</summary>
    public const int MinimumN = 30;

    /// <summary>Cells of a heat map with fewer records are hatched.</summary>
    public const int MinimumCellN = 10;

    public ReportLanguage Language => tongue.IsChinese ? ReportLanguage.Chinese : ReportLanguage.English;

    public MetricCatalogue Catalogue => engine.Catalogue;

    public Tongue Tongue => tongue;

    /// <summary>A figure cut by dimensions; empty where the metric cannot be cut by the page's filter.</summary>
    public IReadOnlyList<MetricRow> By(string metric, BoardView view, params string[] dimensions) => Within(metric, view, [], dimensions);

    /// <summary>A figure cut by dimensions within further filters.</summary>
    public IReadOnlyList<MetricRow> Within(string metric, BoardView view, IReadOnlyList<MetricFilter> within, params string[] dimensions) =>
        engine.Catalogue.Contains(metric) && view.Filter.Query(engine.Catalogue[metric]) is { } query
        && dimensions.All(engine.Catalogue[metric].Dimensions.Contains)
            ? engine.Run(query with { By = dimensions, Where = [.. query.Where, .. within] }, view.Cancel).Rows : [];

    /// <summary>The whole of a figure under the page's filter; null where it cannot be cut so.</summary>
    public MetricRow? One(string metric, BoardView view) =>
        engine.Catalogue.Contains(metric) && view.Filter.Query(engine.Catalogue[metric]) is { } query ? engine.Run(query, view.Cancel).Single : null;

    /// <summary>A chart with its table.</summary>
    /// <param name="option">What is drawn; null: nothing to draw, no chart.</param>
    /// <param name="heads">Heads of the table.</param>
    /// <param name="rows">The table.</param>
    /// <param name="links">Name of a bar or point and the records behind it.</param>
    /// <param name="definition">The metric it draws.</param>
    public ChartFigure? Figure(
        ChartOption? option, IReadOnlyList<string> heads, IEnumerable<FigureCell[]> rows,
        IEnumerable<(string Name, string? Href)> links, string? definition) =>
        option is null ? null : new(
            option.Kind, option.Question, option.Answer, option.Json, option.Height, heads, [.. rows],
            links.Where(l => l.Href is not null).DistinctBy(l => l.Name).ToDictionary(l => l.Name, l => l.Href!),
            definition is null ? null : $"/dictionary/{definition}");

    /// <summary>Who stands apart by a proportion: a dot and an interval a row.</summary>
    public ChartFigure? Rates(string metric, string dimension, RateWords words, BoardView view)
    {
        var question = new RateQuestion(words.Kind, tongue[words.Question], tongue[words.Figure], tongue[words.Head], tongue[words.Things], words.Thing, words.HighIsBad);
        var rows = By(metric, view, dimension).Where(r => r.Code(dimension) is not null).ToArray();
        string? Link(MetricRow r) => view.Link(metric, (dimension, r.Code(dimension)));
        return Figure(
            RatesChart.Build(question, [.. rows.Select(r => new RateRow(Name(r.Dimensions[0]), r.Value, r.Low, r.High, r.N))], One(metric, view)?.Value, MinimumN, Language),
            [tongue[Dashboards.Dimension(dimension)], question.Head, tongue[Dashboards.Interval95], "n"],
            rows.OrderBy(r => question.HighIsBad ? -r.Value : r.Value).Select(r => new FigureCell[]
            {
                new(Name(r.Dimensions[0]), Link(r)), new(Value(metric, r.Value)), new(Interval(metric, r)), new(Count(r.N)),
            }),
            rows.Select(r => (Name(r.Dimensions[0]), Link(r))), metric);
    }

    /// <summary>Half a year of weeks up to the period's last one, with control limits; null where the filter does not fit or history is too short.</summary>
    public ChartFigure? Trend(string metric, Text question, BoardView view, bool share, double unit = 1, string unitName = "", int decimals = 1)
    {
        if (!engine.Catalogue.Contains(metric) || view.Filter.Query(engine.Catalogue[metric]) is not { } query)
            return null;
        var week = view.Filter.LastWeek(view.LastDay);
        var trend = new WeeklyTrend(engine, week, query.Where, Language, view.Cancel);
        var drawn = share ? trend.Share(metric, tongue[question]) : trend.Individuals(metric, tongue[question], unit, unitName, decimals);
        if (drawn is null)
            return null;
        var rows = trend.Of(metric).SkipWhile(w => w.Row is null).Reverse();
        return Figure(
            drawn.Chart, [tongue[Dashboards.Week], Title(metric), "n"],
            rows.Select(w => new FigureCell[] { new(w.Week, view.Link(metric, ("period", w.Week))), new(Value(metric, w.Row?.Value)), new(w.Row is { } r ? Count(r.N) : "—") }),
            [], metric) is { } figure ? figure with { Note = drawn.Note } : null;
    }

    public string Name(DimensionValue at) => at.Code is null ? tongue[Dashboards.NotGiven] : tongue.Pick(at.Name, at.NameEn);

    public string Title(string metric) => tongue.Pick(engine.Catalogue[metric].NameZh, engine.Catalogue[metric].NameEn);

    public string Value(string metric, double? value) => MetricFormat.Text(value, engine.Catalogue[metric].Format, tongue.Culture);

    public string Interval(string metric, MetricRow row) => row.Low is null ? "—" : $"{Value(metric, row.Low)} – {Value(metric, row.High)}";

    public string Count(long n) => n.ToString("N0", tongue.Culture);

    public string DayName(int isoWeekday) => tongue.Culture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)(isoWeekday % 7));

    public static int Int(string code) => int.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>What a board is asked for: the page's filter, whether its reader may open records, and how to stop.</summary>
/// <param name="Filter">Period, unit, hall, scope.</param>
/// <param name="LastDay">The last day of the data.</param>
/// <param name="MayOpen">The reader may open the records behind figures.</param>
/// <param name="Cancel">Stops the questions.</param>
internal sealed record BoardView(FigureFilter Filter, DateOnly LastDay, bool MayOpen, CancellationToken Cancel)
{
    /// <summary>The records behind a figure, or null where the reader may not open them.</summary>
    public string? Link(string metric, params (string Key, string? Value)[] more) =>
        MayOpen && more.All(m => m.Value is not null) ? Filter.RecordsHref(metric, more) : null;
}
