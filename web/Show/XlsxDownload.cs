using Microsoft.AspNetCore.Http;
using QualityInsight.Reports.Workbook;

namespace QualityInsight.Web.Show;

/// <summary>A table as an XLSX download, beside <see cref="CsvDownload"/>: written row by row, text never a formula, numbers and times typed.</summary>
internal static class XlsxDownload
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task Write(
        HttpResponse response, string fileName, string sheet, IReadOnlyList<WorkbookColumn> columns,
        IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel)
    {
        await Exported.RecordAsync(response.HttpContext, fileName, cancel);
        response.ContentType = ContentType;
        response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
        await using var book = await WorkbookWriter.Create(response.Body, cancel);
        await book.Sheet(sheet, columns, cancel);
        await foreach (var row in rows.WithCancellation(cancel))
            await book.Row(row, cancel);
        await book.Finish(cancel);
    }

    /// <summary>The same from rows in memory, with columns as they come.</summary>
    public static Task Write(
        HttpResponse response, string fileName, string sheet, IReadOnlyList<string> heads,
        IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel) =>
        Write(response, fileName, sheet, [.. heads.Select(h => new WorkbookColumn(h))], rows.ToAsyncEnumerable(), cancel);
}
