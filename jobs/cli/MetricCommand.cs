using System.CommandLine;
using System.Globalization;
using QualityInsight.Analytics;


namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi metric</c>: one metric from the serving file, as the report and the dashboards would show it.</summary>
internal static class MetricCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "The metric's id; `qi metric list` names them.", Arity = ArgumentArity.ZeroOrOne };
        var by = new Option<string?>("--by") { Description = "Dimensions, separated by commas: hall,week" };
        var where = new Option<string[]>("--where") { Description = "Filters K=V, separated by commas; V may be A|B for either.", AllowMultipleArgumentsPerToken = true };
        var from = new Option<string?>("--from") { Description = "First day, for example 2026-11-09." };
        var to = new Option<string?>("--to") { Description = "Last day (included)." };
        var period = new Option<string?>("--period") { Description = "Instead of --from and --to: 2026-11-16, 2026-W46, 2026-11, 2026-Q4, 2026." };
        var compare = new Option<string?>("--compare") { Description = string.Join(", ", Comparison.Offered) + "; separated by commas." };
        var min = new Option<int>("--min-n") { Description = "Leave out rows that rest on fewer records." };
        var rank = new Option<bool>("--rank") { Description = "Rank the rows: minimum n, shrinkage, ties." };
        var format = new Option<string>("--format") { Description = "table, csv or json.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var json = CommonOptions.Json();

        var command = new Command("metric", "One metric, from the serving file.") { id, by, where, from, to, period, compare, min, rank, format, json };
        command.Does((parsed, cancellation) =>
        {
            var metric = parsed.GetValue(id) ?? throw new UsageException("name a metric: qi metric ID; `qi metric list` names them all");
            var query = new MetricQuery(metric)
            {
                By = Split(parsed.GetValue(by)),
                Where = Filters(parsed.GetValue(where) ?? []),
                Period = PeriodOf(parsed.GetValue(period), parsed.GetValue(from), parsed.GetValue(to)),
                Compare = Split(parsed.GetValue(compare)),
                MinN = parsed.GetValue(min),
                Ranking = parsed.GetValue(rank) ? new RankingOptions() : null,
            };
            using var serving = Pipeline.ServingMetrics.Open(parsed.Deployment());
            var result = serving.Engine.Run(query, cancellation);
            MetricPrinter.Print(result, serving.Engine.Catalogue[metric], parsed.GetValue(json) ? "json" : parsed.GetValue(format)!);
            return Task.FromResult(ExitCode.Done);
        });
        command.Subcommands.Add(List());
        command.Subcommands.Add(Explain());
        command.Subcommands.Add(MetricCardCommand.Create());
        return command;
    }

    private static Command List() => new Command("list", "All metrics, by group.").Does((_, _) =>
    {
        foreach (var group in MetricCatalogue.Embedded.All.GroupBy(m => m.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{group.Key}:");
            foreach (var m in group)
                Console.WriteLine($"  {m.Id,-28} [{m.SourceClass.Letter()}] {m.NameEn} ({m.NameZh}), {m.Unit}");
        }
        return Task.FromResult(ExitCode.Done);
    });

    private static Command Explain()
    {
        var id = new Argument<string>("id") { Description = "The metric's id." };
        return new Command("explain", "What a metric means, what it leaves out, and where its formula comes from.") { id }.Does((parsed, _) =>
        {
            MetricPrinter.Explain(MetricCatalogue.Embedded[parsed.GetRequiredValue(id)]);
            return Task.FromResult(ExitCode.Done);
        });
    }

    internal static IReadOnlyList<string> Split(string? list) =>
        list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    internal static List<MetricFilter> Filters(IEnumerable<string> texts)
    {
        var filters = new List<MetricFilter>();
        foreach (var pair in texts.SelectMany(Split))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new UsageException($"--where wants DIMENSION=VALUE, not \"{pair}\"");
            filters.Add(new MetricFilter(pair[..at], pair[(at + 1)..].Split('|').Select(v => v.Length == 0 ? null : v).ToList()));
        }
        return filters;
    }

    internal static Period PeriodOf(string? period, string? from, string? to)
    {
        if (period is not null && (from ?? to) is not null)
            throw new UsageException("give either --period or --from and --to");
        try
        {
            return period is not null ? Period.Parse(period) : new Period(Day(from), Day(to)?.AddDays(1));
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static DateOnly? Day(string? text) => text is null
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"\"{text}\" is no day; write 2026-11-16");
}
