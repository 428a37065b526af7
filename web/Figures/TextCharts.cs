using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>Charts about what people write (文本): hotline orders, matters, problems.</summary>
internal sealed class TextCharts(ChartMaker make)
{
    private static readonly MetricFilter Hotline = new("kind", "HOTLINE");

    /// <summary>What do people ring up for?</summary>
    public ChartFigure? Types(BoardView view) => Counts("request-types", ChartWords.Types, "request_type", Dashboards.Kind, view);

    /// <summary>What are the orders about?</summary>
    public ChartFigure? Matters(BoardView view) => Counts("matters", ChartWords.Matters, "category", Dashboards.Matter, view);

    /// <summary>Which matters, which problems?</summary>
    public ChartFigure? Matrix(BoardView view)
    {
        var rows = make.By("problem_texts", view, "category", "problem")
            .Where(r => r.Code("category") is not null && r.Code("problem") is not (null or "P99")).ToArray();
        var problems = rows.GroupBy(r => r.Code("problem")!).OrderByDescending(g => g.Sum(r => r.N)).Select(g => g.Key).ToArray();
        return make.Figure(
            ProblemMatrixChart.Build([.. rows.Select(r => new MatterProblem(make.Name(r.Dimensions[0]), Problem(r.Code("problem")!), r.N))], make.Language),
            [make.Tongue[Dashboards.Matter], .. problems.Select(Problem)],
            rows.GroupBy(r => r.Code("category")!).OrderByDescending(g => g.Sum(r => r.N)).Select(matter => new[] { new FigureCell(make.Name(matter.First().Dimensions[0])) }
                .Concat(problems.Select(p => matter.FirstOrDefault(r => r.Code("problem") == p) is { } cell
                    ? new FigureCell(make.Count(cell.N), view.Link("problem_texts", ("category", matter.Key), ("problem", p))) : new FigureCell("·"))).ToArray()),
            [], "problem_texts");
    }

    private ChartFigure? Counts(string kind, Text question, string dimension, Text head, BoardView view)
    {
        var rows = make.Within("tickets", view, [Hotline], dimension).Where(r => r.N > 0).OrderByDescending(r => r.N).ToArray();
        var all = rows.Sum(r => r.N);
        (string Name, string? Href, long N)[] bars = [.. rows.Select(r => (make.Name(r.Dimensions[0]), view.Link("tickets", ("kind", "HOTLINE"), (dimension, r.Code(dimension))), r.N))];
        return make.Figure(
            CountsChart.Build(kind, make.Tongue[question], [.. bars.Select(b => new CountRow(b.Name, b.N))], make.Tongue[ChartWords.Orders], make.Language),
            [make.Tongue[head], "n", make.Tongue[Dashboards.Share]],
            bars.Select(b => new FigureCell[] { new(b.Name, b.Href), new(make.Count(b.N)), new(Reports.Charts.Figures.Part(b.N / (double)all)) }),
            bars.Select(b => (b.Name, b.Href)), "tickets");
    }

    private string Problem(string code) => $"{code} {make.Tongue[ProblemNames.Of(code)]}";
}
