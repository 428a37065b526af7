using System.Globalization;
using QualityInsight.Ingest;

namespace QualityInsight.Jobs.Cli;

/// <summary>What became of a file, for people.</summary>
internal static class IngestPrinter
{
    public static void Print(IngestReport report)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.File} by {report.Profile} ({report.Encoding}), {report.Seconds:F1} s"));
        foreach (var b in report.Batches)
        {
            Console.WriteLine(Accounting(b));
            foreach (var r in b.Reasons)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"    refused {r.Count:N0} × {r.Reason}: {r.Detail} (line {r.ExampleLine}{(r.ExampleColumn.Length > 0 ? $", {r.ExampleColumn} = \"{r.ExampleValue}\"" : "")})"));
            foreach (var n in b.Nulled)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    emptied {n.Count:N0} × {n.Field}: {n.Reason}"));
            foreach (var w in b.Warnings)
                Console.WriteLine($"    look: {w}");
            if (b.Note is not null)
                Console.WriteLine($"    {b.Note}");
        }
    }

    private static string Accounting(BatchReport b)
    {
        var invariant = CultureInfo.InvariantCulture;
        var line = string.Create(invariant,
            $"  batch {b.Batch} {b.Entity}: {b.RowsIn:N0} rows in = {b.Loaded:N0} loaded + {b.Duplicate:N0} duplicate + {b.Quarantined:N0} quarantined");
        if (b.Folded > 0)
            line += string.Create(invariant, $"; {b.Folded:N0} more repeat a thing already counted");
        if (b.Skipped > 0)
            line += string.Create(invariant, $"; {b.Skipped:N0} more are no {b.Entity} by the profile's rule");
        return line;
    }
}
