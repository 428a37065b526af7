using System.Globalization;
using QualityInsight.City;
using QualityInsight.Ingest;
using Spectre.Console;

namespace QualityInsight.Jobs.Demo;

/// <summary>What the demo says at its end.</summary>
internal static class DemoPrinter
{
    /// <summary>Rows in, loaded, duplicate and quarantined per feed, beside what the city's truth file says was planted.</summary>
    public static void Feeds(IReadOnlyList<IngestReport> loads, CityTruth truth)
    {
        var planted = truth.Files.GroupBy(f => f.Feed).ToDictionary(g => g.Key, g => g.Sum(f => f.Quarantined));
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("feed");
        foreach (var head in new[] { "rows in", "loaded", "duplicate", "quarantined", "planted" })
            table.AddColumn(new TableColumn(head).RightAligned());
        foreach (var feed in loads.SelectMany(l => l.Batches).GroupBy(b => b.Feed).OrderBy(g => g.Key, StringComparer.Ordinal))
            table.AddRow(feed.Key, Count(feed.Sum(b => b.RowsIn)), Count(feed.Sum(b => b.Loaded)), Count(feed.Sum(b => b.Duplicate)),
                Count(feed.Sum(b => b.Quarantined)), planted.TryGetValue(feed.Key, out var n) ? Count(n) : "");
        AnsiConsole.Write(table);
    }

    internal static string Count(long n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
