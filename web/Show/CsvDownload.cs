using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http;

namespace QualityInsight.Web.Show;

/// <summary>
/// A table as a CSV download: UTF-8 with a byte order mark (spreadsheets then read Chinese rightly), invariant numbers
/// and times, and text that a spreadsheet would take for a formula made harmless.
/// </summary>
internal static class CsvDownload
{
    public static async Task Write(
        HttpResponse response, string fileName, IReadOnlyList<string> heads,
        IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel)
    {
        await Exported.RecordAsync(response.HttpContext, fileName, cancel);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
        await using var csv = CsvWriter.Create(response.Body, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. heads.Select(Harmless)], cancel);
        await foreach (var row in rows.WithCancellation(cancel))
            await csv.WriteRecordAsync([.. row.Select(Cell)], cancel);
        await csv.FlushAsync(cancel);
    }

    /// <summary>The same from rows in memory.</summary>
    public static Task Write(
        HttpResponse response, string fileName, IReadOnlyList<string> heads,
        IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel) =>
        Write(response, fileName, heads, rows.ToAsyncEnumerable(), cancel);

    /// <summary>What a cell is written as.</summary>
    public static string Cell(object? value) => value is string text ? Harmless(text) : Plain(value);

    /// <summary>A value in its invariant form.</summary>
    public static string Plain(object? value) => value switch
    {
        null or DBNull => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime at => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list => Harmless(string.Join("; ", list.Cast<object?>().Select(Plain))),
        _ => Harmless(value.ToString() ?? ""),
    };

    /// <summary>
    /// Text that a spreadsheet would run (it begins with = + - @, a tab or a line break, also after spaces or in
    /// full-width form) gets an apostrophe in front, the spreadsheet's own sign for "text".
    /// </summary>
    public static string Harmless(string text)
    {
        var first = text.AsSpan().TrimStart(' ');
        return first.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(first[0], StringComparison.Ordinal) ? "'" + text : text;
    }
}
