using Microsoft.AspNetCore.Http;
using QualityInsight.Warehouse;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Queries;

/// <summary>An answer as a file: CSV, XLSX, JSON or Parquet.</summary>
internal static class SqlDownload
{
    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx", "json", "parquet"];

    public static async Task Write(HttpResponse response, SqlAnswer answer, string format, CancellationToken cancel)
    {
        // So that a program sees that rows were left out, whatever the format.
        response.Headers["X-QI-Truncated"] = answer.Truncated ? "true" : "false";
        response.Headers["X-QI-Snapshot"] = answer.Snapshot ?? "";
        switch (format)
        {
            case "csv":
                await CsvDownload.Write(response, "query.csv", answer.Columns, answer.Rows, cancel);
                break;
            case "xlsx":
                await XlsxDownload.Write(response, "query.xlsx", "query", answer.Columns, answer.Rows, cancel);
                break;
            case "parquet":
                await Parquet(response, answer, cancel);
                break;
            default:
                await Results.Json(answer).ExecuteAsync(response.HttpContext);
                break;
        }
    }

    private static async Task Parquet(HttpResponse response, SqlAnswer answer, CancellationToken cancel)
    {
        await Exported.RecordAsync(response.HttpContext, "query.parquet", cancel);
        var folder = Directory.CreateTempSubdirectory("qi-parquet-");
        try
        {
            var file = Path.Combine(folder.FullName, "query.parquet");
            await Task.Run(() => ParquetFile.Write(file, answer.Typed, answer.Rows, cancel), cancel);
            response.ContentType = "application/vnd.apache.parquet";
            response.Headers.ContentDisposition = "attachment; filename=query.parquet";
            await response.SendFileAsync(file, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
