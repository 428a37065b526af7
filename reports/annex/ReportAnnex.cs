using System.Globalization;
using QualityInsight.Reports.Weekly;
using QualityInsight.Reports.Workbook;

namespace QualityInsight.Reports.Annex;

/// <summary>
/// The workbook beside a report (附表): what it is, every figure with n, interval and comparisons as numbers, every table of the
/// report and the figures behind its charts, one sheet each, definitions last.
/// </summary>
public static class ReportAnnex
{
    /// <summary>Writes the workbook.</summary>
    public static async Task Write(ReportModel model, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        await using var book = await WorkbookWriter.Create(output, cancellation);
        await About(book, model, cancellation);
        await FiguresSheet(book, model, cancellation);
        foreach (var block in model.Sections.SelectMany(s => s.Blocks))
            if ((block as TableBlock ?? (block as ChartBlock)?.Data) is { } table)
                await Sheet(book, table, cancellation);
        await book.Finish(cancellation);
    }

    private static async Task About(WorkbookWriter book, ReportModel model, CancellationToken cancellation)
    {
        string L(string zh, string en) => model.Language.Pick(zh, en);
        await book.Sheet(L("说明", "About"), [new(L("项", "Item"), Width: 18), new(L("内容", "Content"), Width: 70)], cancellation);
        (string, object?)[] rows =
        [
            (L("报告", "Report"), model.Title + (model.IsDraft ? L("（草稿）", " (draft)") : "")), (L("范围", "Scope"), model.Scope), (L("期间", "Period"), PeriodWords.Of(model)),
            (L("数据截止", "Data until"), model.CutOff), (L("数据快照", "Snapshot"), model.Snapshot), (L("口径版本", "Definitions"), model.Definitions),
            (L("处置政策", "Policies"), string.Join("; ", model.Policies)), (L("生成时间", "Made at"), model.MadeAt),
            (L("区间", "Intervals"), L("比例为 95% Wilson 区间", "95% Wilson intervals of shares")), .. model.Faults.Select(f => (L("未通过检查", "Check not passed"), (object?)f)),
        ];
        foreach (var (name, value) in rows)
            await book.Row([name, value], cancellation);
    }

    private static async Task FiguresSheet(WorkbookWriter book, ReportModel model, CancellationToken cancellation)
    {
        var blocks = model.Sections.SelectMany(s => s.Blocks).OfType<FiguresBlock>().ToArray();
        if (blocks.Length == 0) return;
        string L(string zh, string en) => model.Language.Pick(zh, en);
        var then = blocks[0].Then;
        await book.Sheet(L("指标", "Figures"),
            [
                new(L("类别", "Group")), new(L("指标代码", "Metric id"), Width: 24), new(L("指标", "Figure"), Width: 26), new(blocks[0].Now), new(L("单位", "Unit")), new("n", WorkbookFormat.Count),
                new(L("区间下限", "Low")), new(L("区间上限", "High")), new(L("目标", "Target")),
                .. then.SelectMany(t => new WorkbookColumn[] { new(t), new(t + L("：变化", ": change")), new(t + L("：判断", ": verdict")) }),
            ], cancellation);
        foreach (var (group, figure) in blocks.SelectMany(b => b.Groups).SelectMany(g => g.Figures.Select(f => (g.Name, f))))
        {
            object? At(int i, Func<FigureChange, object?> of) => i < figure.Changes.Count ? of(figure.Changes[i]) : null;
            await book.Row(
            [
                group, figure.Metric, figure.Name, figure.IsClosed ? figure.Text : Scaled(figure.Value, figure.Scale), figure.Unit, figure.IsClosed ? null : figure.N, Scaled(figure.Low, figure.Scale), Scaled(figure.High, figure.Scale), Number(figure.Target),
                .. Enumerable.Range(0, then.Count).SelectMany(i => new[]
                {
                    At(i, c => Scaled(c.ThenValue, figure.Scale)), At(i, c => Scaled(figure.Value - c.ThenValue, figure.Scale)), At(i, c => c.Words),
                }),
            ], cancellation);
        }
    }

    private static async Task Sheet(WorkbookWriter book, TableBlock table, CancellationToken cancellation)
    {
        await book.Sheet(table.Title, [.. table.Columns.Select(c => new WorkbookColumn(c.Head.Length == 0 ? " " : c.Head, Width: c.IsFigure ? null : 26))], cancellation);
        foreach (var row in table.Rows)
            await book.Row([.. row.Select((c, i) => Value(c, table.Columns[i].IsFigure))], cancellation);
        if (table.Note is { } note)
            await book.Row([note, .. Enumerable.Repeat<object?>(null, table.Columns.Count - 1)], cancellation);
    }

    /// <summary>The exact value where the cell carries it, else the printed number, else the text.</summary>
    private static object? Value(Cell cell, bool isFigure) =>
        cell.Value is { } exact ? Scaled(exact, cell.Scale) : isFigure ? Number(cell.Text.TrimStart('▲', '▼', ' ')) : cell.Text;

    // Rounded where a double ends, so that 0.1 + 0.2 does not stand in a cell as 0.30000000000000004.
    private static object? Scaled(double? value, double scale) => value is { } v ? Math.Round(v * scale, 9) : null;

    private static object? Number(string? text) => text is null or Charts.Figures.None or "" or "·" ? null
        : double.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : text;
}
