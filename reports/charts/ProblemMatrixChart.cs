namespace QualityInsight.Reports.Charts;

/// <summary>How often one problem of service was named with one matter.</summary>
/// <param name="Matter">What the matter is about (诉求事由).</param>
/// <param name="Problem">The problem type's name.</param>
/// <param name="N">Texts that carry it.</param>
public sealed record MatterProblem(string Matter, string Problem, long N);

/// <summary>Matter × problem: how many texts in each cell.</summary>
public static class ProblemMatrixChart
{
    private const int NamesWidth = 130;
    private const int Most = 9;

    /// <summary>Builds the chart, most frequent first in both directions. Null where there is no text with both.</summary>
    public static ChartOption? Build(IReadOnlyList<MatterProblem> cells, ReportLanguage language)
    {
        var known = cells.Where(c => c.N > 0).ToArray();
        if (known.Length == 0) return null;
        var matters = Ordered(known, c => c.Matter);
        var problems = Ordered(known, c => c.Problem);
        var (rows, columns) = (matters.Take(Most).ToArray(), problems.Take(Most).ToArray());
        var (json, height) = HeatGrid.Build(
            rows, [.. columns.Select(p => p.Split(' ')[0])],
            [.. known.Where(c => rows.Contains(c.Matter) && columns.Contains(c.Problem)).Select(c => new HeatCell(Array.IndexOf(rows, c.Matter), Array.IndexOf(columns, c.Problem), c.N, c.N))], 1,
            language.Pick("格中数字＝文本条数；一条可有几类问题；列名见下表", "figure = texts; one may carry several problems; names of the columns in the table below")
                + (matters.Length > rows.Length || problems.Length > columns.Length
                    ? language.Pick($"；只画最多的 {rows.Length} × {columns.Length} 类", $"; the {rows.Length} × {columns.Length} most frequent") : ""),
            NamesWidth, n => Figures.Number(n, 0));
        var worst = known.MaxBy(c => c.N)!;
        return new ChartOption("problem-matrix", language.Pick("哪类事、什么问题最多？", "Which matters, which problems?"),
            language.Pick($"最多的是“{worst.Matter}”里的“{worst.Problem}”：{Figures.Count(worst.N)} 条。", $"Most often “{worst.Problem}” with “{worst.Matter}”: {Figures.Count(worst.N)}."),
            json, ChartLook.FullWidth, height);
    }

    private static string[] Ordered(MatterProblem[] cells, Func<MatterProblem, string> by) =>
        [.. cells.GroupBy(by, StringComparer.Ordinal).OrderByDescending(g => g.Sum(c => c.N)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
}
