using QualityInsight.Reports.Charts;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>Charts about the data themselves (数据质量).</summary>
internal sealed class DataCharts(ChartMaker make)
{
    /// <summary>Which feeds bring rows that cannot be used?</summary>
    public ChartFigure? Refused(BoardView view) => make.Rates("quarantine_rate", "feed", ChartWords.Refused, view);

    /// <summary>What looks made up?</summary>
    public ChartFigure? Flags(BoardView view)
    {
        var rows = make.By("flags", view, "rule").Where(r => r.N > 0).OrderByDescending(r => r.N).ToArray();
        (string Name, string? Href, long N)[] bars =
            [.. rows.Select(r => ($"{r.Code("rule")} {make.Tongue[DataNames.Rule(r.Code("rule")!)]}", view.Link("flags", ("rule", r.Code("rule"))), r.N))];
        return make.Figure(
            CountsChart.Build("flags", make.Tongue[ChartWords.Flags], [.. bars.Select(b => new CountRow(b.Name, b.N))], make.Tongue[ChartWords.FlagsScale], make.Language),
            [make.Tongue[Dashboards.Rule], "n"],
            bars.Select(b => new FigureCell[] { new(b.Name, b.Href), new(make.Count(b.N)) }),
            bars.Select(b => (b.Name, b.Href)), "flags");
    }
}
