using CsvHelper;

namespace QualityInsight.Jobs.Cli;

/// <summary>CSV on standard output; text that a spreadsheet would run as a formula is made harmless.</summary>
internal static class CsvOut
{
    public static CsvWriter Console() => CsvWriter.Create(
        System.Console.Out, CsvWriterOptions.Default with { Injection = CsvInjection.Escape, NewLine = "\n" }, leaveOpen: true);

    public static void Record(CsvWriter csv, IEnumerable<object?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.EndRecord();
    }
}
