using System.CommandLine;
using System.Globalization;
using QualityInsight.Analytics;
using Spectre.Console;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi metric card</c>: metrics that belong together, such as the five-way scorecard or before and after a joined-up service.</summary>
internal static class MetricCardCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = $"One of {string.Join(", ", MetricCard.All.Select(c => c.Id))}; none lists them.", Arity = ArgumentArity.ZeroOrOne };
        var by = new Option<string?>("--by") { Description = "A dimension to cut by, for example theme." };
        var where = new Option<string[]>("--where") { Description = "Filters K=V, separated by commas.", AllowMultipleArgumentsPerToken = true };
        var period = new Option<string?>("--period") { Description = "2026-11-16, 2026-W46, 2026-11, 2026-Q4, 2026." };
        var compare = new Option<string?>("--compare") { Description = string.Join(", ", Comparison.Offered) + "; separated by commas." };
        return new Command("card", "Metrics that belong together on one page.") { id, by, where, period, compare }.Does((parsed, cancellation) =>
        {
            if (parsed.GetValue(id) is not { } name)
            {
                foreach (var c in MetricCard.All)
                    Console.WriteLine($"{c.Id,-12} {c.NameEn} · {c.NameZh}");
                return Task.FromResult(ExitCode.Done);
            }
            var card = MetricCard.Of(name);
            using var serving = Pipeline.ServingMetrics.Open(parsed.Deployment());
            var question = new MetricQuery("")
            {
                By = MetricCommand.Split(parsed.GetValue(by)),
                Where = MetricCommand.Filters(parsed.GetValue(where) ?? []),
                Period = MetricCommand.PeriodOf(parsed.GetValue(period), null, null),
                Compare = MetricCommand.Split(parsed.GetValue(compare)),
            };
            Print(card, card.Read(serving.Engine, question, cancellation), question);
            return Task.FromResult(ExitCode.Done);
        });
    }

    private static void Print(MetricCard card, IReadOnlyList<MetricCardAnswer> answers, MetricQuery question)
    {
        Console.WriteLine($"{card.NameEn} · {card.NameZh}");
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in new[] { "", "metric" }.Concat(question.By))
            table.AddColumn(column);
        table.AddColumn(new TableColumn("value").RightAligned());
        table.AddColumn(new TableColumn("n").RightAligned());
        table.AddColumn(new TableColumn("of").RightAligned());
        foreach (var kind in question.Compare)
            table.AddColumn(new TableColumn(kind).RightAligned());
        foreach (var (line, metric, result) in answers)
            foreach (var row in result.Rows)
                table.AddRow([.. Cells(line, metric, row, question).Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    private static IEnumerable<string> Cells(MetricCardLine line, MetricDefinition metric, MetricRow row, MetricQuery question)
    {
        var culture = CultureInfo.InvariantCulture;
        yield return $"{line.NameEn} · {line.NameZh}";
        yield return $"{metric.NameEn} ({metric.Id}) [{metric.SourceClass.Letter()}]";
        foreach (var d in row.Dimensions)
            yield return d.Name;
        yield return MetricFormat.Text(row.Value, metric.Format, culture);
        yield return row.N.ToString("N0", culture);
        yield return row is { Numerator: { } k, Denominator: { } of } ? $"{k.ToString("#,0.##", culture)} / {of.ToString("#,0.##", culture)}" : "";
        foreach (var kind in question.Compare)
            yield return row.Comparisons.FirstOrDefault(c => c.Kind == kind) is { } c ? $"{MetricFormat.Text(c.Value, metric.Format, culture)} {ChangeTest.Words(c.Verdict, chinese: false)}" : "";
    }
}
