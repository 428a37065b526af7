using QualityInsight.Reports.Charts;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>Charts about handling (办理) and convenience (便利度).</summary>
internal sealed class HandlingCharts(ChartMaker make)
{
    /// <summary>Which departments miss their promised time?</summary>
    public ChartFigure? OnTime(BoardView view) => make.Rates("on_time_rate", "org", ChartWords.OnTime, view);

    /// <summary>Is the on-time rate changing?</summary>
    public ChartFigure? Trend(BoardView view) => make.Trend("on_time_rate", ChartWords.OnTimeTrend, view, share: true);

    /// <summary>Through which door do matters come?</summary>
    public ChartFigure? Channels(BoardView view)
    {
        var rows = make.By("tickets", view, "apply_channel").Where(r => r.N > 0).OrderByDescending(r => r.N).ToArray();
        var all = rows.Sum(r => r.N);
        (string Name, string? Href, long N)[] bars = [.. rows.Select(r => (make.Name(r.Dimensions[0]), view.Link("tickets", ("apply_channel", r.Code("apply_channel"))), r.N))];
        return make.Figure(
            CountsChart.Build("apply-channels", make.Tongue[ChartWords.Channels], [.. bars.Select(b => new CountRow(b.Name, b.N))], make.Tongue[ChartWords.Applied], make.Language),
            [make.Tongue[Dashboards.Channel], make.Title("tickets"), make.Tongue[Dashboards.Share]],
            bars.Select(b => new FigureCell[] { new(b.Name, b.Href), new(make.Count(b.N)), new(Reports.Charts.Figures.Part(b.N / (double)all)) }),
            bars.Select(b => (b.Name, b.Href)), "tickets");
    }
}
