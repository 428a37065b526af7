using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using QualityInsight.Analytics;
using QualityInsight.Feedback;
using QualityInsight.Warehouse;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Figures;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Api;

/// <summary>What programs call: figures and SQL as JSON or CSV, health and a few gauges.</summary>
internal static class ApiRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/metric/{id}", Metric).WithMetadata(new MayCallAttribute(Right.ReadFigures));
        routes.MapGet("/api/v1/sql", Query).WithMetadata(new MayCallAttribute(Right.QuerySql));
        routes.MapGet("/health", () => Results.Text("ok")).WithMetadata(new AnyoneMayCallAttribute());
        routes.MapGet("/metrics", Gauges).WithMetadata(new AnyoneMayCallAttribute());
    }

    private static async Task<IResult> Metric(
        string id, string? by, HttpContext context, IMetricEngine engine, IDirectory directory, Actors actors, CancellationToken cancel)
    {
        try
        {
            var metric = engine.Catalogue[id];
            if (await directory.LastDayAsync(cancel) is not { } last)
                return Results.Problem("Nothing has been published yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
            var filter = FigureFilter.Read(context.Request.Query, FigureFilter.WeekOf(last), actors.Of(context.User).Scope);
            if (filter.Query(metric) is not { } query)
                return Results.Problem("The metric cannot be cut by this filter.", statusCode: StatusCodes.Status400BadRequest);
            var result = engine.Run(query with { By = by?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [] }, cancel);
            return Results.Json(new { result.Metric, result.Unit, Period = filter.PeriodText, result.Snapshot, Rows = result.Rows.Select(Row) });
        }
        catch (MetricQueryException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static Dictionary<string, object?> Row(MetricRow row)
    {
        var cells = row.Dimensions.ToDictionary(d => d.Dimension, d => (object?)d.Code);
        foreach (var (name, value) in new (string, object?)[]
                 {
                     ("value", row.Value), ("n", row.N), ("numerator", row.Numerator), ("denominator", row.Denominator),
                     ("low", row.Low), ("high", row.High), ("note", row.Note),
                 })
            cells[name] = value;
        return cells;
    }

    private static async Task<IResult> Query(string q, string? format, HttpContext context, SqlDesk desk, CancellationToken cancel)
    {
        try
        {
            var answer = await desk.RunAsync(q, null, cancel);
            if (format != "csv")
                return Results.Json(answer);
            await CsvDownload.Write(context.Response, "query.csv", answer.Columns, answer.Rows, cancel);
            return Results.Empty;
        }
        catch (WarehouseException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> Gauges(ICaseDesk desk, CancellationToken cancel)
    {
        var counts = (await desk.QueueAsync(new() { PageSize = 1 }, Actor.System, cancel)).Counts;
        var text = new StringBuilder("# HELP qi_cases Cases in each standing view of the queue.\n# TYPE qi_cases gauge\n");
        foreach (var view in new[] { QueueView.Open, QueueView.Unassigned, QueueView.DueToday, QueueView.Overdue, QueueView.Supervised })
            text.Append(CultureInfo.InvariantCulture, $"qi_cases{{view=\"{view}\"}} {counts.GetValueOrDefault(view)}\n");
        return Results.Text(text.ToString(), "text/plain; version=0.0.4");
    }
}
