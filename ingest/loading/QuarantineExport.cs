using CsvHelper;
using QualityInsight.Warehouse;

namespace QualityInsight.Ingest;

/// <summary>
/// A batch's refused rows as CSV, to be mended. Rows are masked: where a personal column is needed, the line numbers
/// lead to the rows of the feed's own file.
/// </summary>
public static class QuarantineExport
{
    /// <summary>Writes line, column, value, reason, detail and the masked row of each refused row, in the order of the file.</summary>
    /// <param name="session">A session of the warehouse.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="to">Where to; UTF-8 is the caller's choice.</param>
    /// <returns>How many rows there were.</returns>
    public static long Write(WarehouseSession session, long batch, TextWriter to)
    {
        var options = new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape };
        using var csv = CsvWriter.Create(to, options, leaveOpen: true);
        foreach (var name in new[] { "line", "column", "value", "reason", "detail", "row" }) csv.WriteField(name);
        csv.EndRecord();
        var rows = 0L;
        foreach (var row in session.QueryStream(Sql.Load(typeof(QuarantineExport), "quarantine_of_batch.sql"),
                     r => (Line: r.Long(0), Values: new[] { r.TextOrNull(1), r.TextOrNull(2), r.Text(3), r.Text(4), r.TextOrNull(5) }),
                     new() { ["batch"] = batch }))
        {
            csv.WriteField(row.Line);
            foreach (var value in row.Values) csv.WriteField(value ?? "");
            csv.EndRecord();
            rows++;
        }

        return rows;
    }
}
