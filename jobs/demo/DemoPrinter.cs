using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Analytics.Texts;
using QualityInsight.City;
using QualityInsight.Feedback;
using QualityInsight.Ingest;
using QualityInsight.Jobs.Pipeline;
using QualityInsight.Reports.Mail;
using QualityInsight.Warehouse;
using Spectre.Console;

namespace QualityInsight.Jobs.Demo;

/// <summary>What the demo says at its end. Everything here is counted in the run, beside what the city's truth file planted.</summary>
internal static class DemoPrinter
{
    /// <summary>Rows in, loaded, duplicate and quarantined per feed.</summary>
    public static void Feeds(IReadOnlyList<IngestReport> loads, CityTruth truth)
    {
        var planted = truth.Files.GroupBy(f => f.Feed).ToDictionary(g => g.Key, g => g.Sum(f => f.Quarantined));
        var table = Head("feed", "rows in", "loaded", "duplicate", "quarantined", "planted to be refused");
        var feeds = loads.SelectMany(l => l.Batches).GroupBy(b => b.Feed).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var feed in feeds)
            table.AddRow(feed.Key, Count(feed.Sum(b => b.RowsIn)), Count(feed.Sum(b => b.Loaded)), Count(feed.Sum(b => b.Duplicate)),
                Count(feed.Sum(b => b.Quarantined)), planted.TryGetValue(feed.Key, out var n) ? Count(n) : "");
        var all = feeds.SelectMany(f => f).ToList();
        table.AddRow("together", Count(all.Sum(b => b.RowsIn)), Count(all.Sum(b => b.Loaded)), Count(all.Sum(b => b.Duplicate)),
            Count(all.Sum(b => b.Quarantined)), Count(planted.Values.Sum()));
        AnsiConsole.Write(table);
        foreach (var warning in all.SelectMany(b => b.Warnings.Select(w => $"{b.File}: {w}")))
            Console.WriteLine($"look: {warning}");
    }

    public static void Texts(TextEvaluationResult judged, LabellingOutcome labelled) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"texts      {judged.Texts:N0} texts of unseen templates: macro-F1 {judged.MacroF1:F3}; labels given: {labelled.Problems.AddedByTag:N0} by ticked tags, "
        + $"{labelled.Problems.AddedByText:N0} by words ({labelled.Problems.Abstained:N0} left to a person); "
        + $"{labelled.Conflicts?.HiddenBad ?? 0:N0} good ratings over angry words, {labelled.Conflicts?.Mistaken ?? 0:N0} bad ones over praise"));

    public static void Loop(LoopRouting routed, DemoReport worked, long mirrored) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"loop       {routed.Reviews.Read:N0} bad reviews = {routed.Reviews.Opened:N0} cases opened + {routed.Reviews.Excluded.Values.Sum():N0} left out by policy; "
        + $"{routed.Orders.Read:N0} open hotline orders = {routed.Orders.Opened:N0} cases + {routed.Orders.Excluded.Values.Sum():N0} left out; "
        + $"{worked.Closed:N0} worked to their end, {routed.Reviews.Opened + routed.Orders.Opened - worked.Closed:N0} open; {mirrored:N0} events mirrored"));

    /// <summary>What the planted trouble did: how many flags the rules raised that should see it.</summary>
    public static void Planted(CityTruth truth, IReadOnlyList<RuleOutcome> flags)
    {
        var raised = flags.ToDictionary(f => f.Rule, f => f.Total, StringComparer.Ordinal);
        var table = Head("planted trouble", "records", "flags by rule");
        foreach (var trouble in truth.Planted)
            table.AddRow(Markup.Escape($"{trouble.Id}: {trouble.What}"), Count(trouble.Ids.Count),
                trouble.Rules.Count == 0 ? "seen in the figures" : string.Join(' ', trouble.Rules.Select(r => $"{r}:{Count(raised.GetValueOrDefault(r))}")));
        AnsiConsole.Write(table);
    }

    public static void Places(Deployment deployment, ServingSnapshot snapshot, IReadOnlyList<ReportOutcome> weekly, IReadOnlyList<NewAccount> accounts)
    {
        foreach (var file in weekly.SelectMany(w => w.Files))
            Console.WriteLine($"report     {file}");
        if (weekly.Select(w => w.Printed.Missing).FirstOrDefault(m => m is not null) is { } missing)
            Console.WriteLine($"no PDF     {missing}");
        Console.WriteLine($"mail       {deployment.Outbox} ({weekly.Sum(w => w.Deliveries.Count(d => d.State == LetterState.Sent))} letter)");
        Console.WriteLine($"serving    {deployment.ServingFile} ({snapshot.Name}, {Count(snapshot.Rows.Values.Sum())} rows)");
        Console.WriteLine($"web        ./qi serve --data {deployment.Root}   then http://localhost:5080/");
        Console.WriteLine($"accounts   {string.Join(", ", accounts.Select(a => a.UserId))}; password {DemoAccounts.Password}");
    }

    private static Table Head(params string[] heads)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(heads[0]);
        foreach (var head in heads.Skip(1))
            table.AddColumn(new TableColumn(head).RightAligned());
        return table;
    }

    private static string Count(long n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
