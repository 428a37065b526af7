using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using QualityInsight.Analytics;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Figures;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;

namespace QualityInsight.Web.Api;

/// <summary>What programs call: figures, and SQL as JSON, CSV, XLSX or Parquet; by a session or by a token.</summary>
internal static class ApiRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var address in new[] { "/api/v1/metric/{id}", "/api/v1/metrics/{id}" })
            routes.MapGet(address, Metric).WithMetadata(new MayCallAttribute(Right.ReadFigures), new TokenScopeAttribute(AccessTokens.MetricsScope));
        routes.MapGet("/api/v1/sql", SqlApi.Query).WithMetadata(new MayCallAttribute(Right.QuerySql), new TokenScopeAttribute(AccessTokens.SqlScope));
    }

    private static async Task<IResult> Metric(
        string id, string? by, HttpContext context, IMetricEngine engine, IDirectory directory, Actors actors, AccessAudit audit, CancellationToken cancel)
    {
        if (TokenLogIn.UseOf(context) is { } use)
            await audit.WriteAsync(use.Actor.UserId, AuditActions.TokenMetric, $"metric {id}", $"token {use.TokenId}", cancel);
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
}
