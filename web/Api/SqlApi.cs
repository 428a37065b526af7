using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using QualityInsight.Feedback;
using QualityInsight.Warehouse;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Security;
using QualityInsight.Web.Queries;

namespace QualityInsight.Web.Api;

/// <summary>
/// <c>GET /api/v1/sql?q=…&amp;format=csv|json|xlsx|parquet</c>: one reading statement on the latest snapshot, within the
/// desk's limits. Refusals are 400, a limit of time or memory 422, too many at once 429, all as problem+json. Each use of
/// a token is audited.
/// </summary>
internal static partial class SqlApi
{
    private const int AtOnce = 4;
    private const int AuditedText = 300;
    private static readonly SemaphoreSlim Places = new(AtOnce, AtOnce);

    public static async Task<IResult> Query(string? q, string? format, HttpContext context, SqlDesk desk, AccessAudit audit, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(q))
            return Results.Problem("Say what is asked: q=SELECT …", statusCode: StatusCodes.Status400BadRequest);
        if (!SqlDownload.Formats.Contains(format ??= "json"))
            return Results.Problem($"The format \"{format}\" is not one of {string.Join(", ", SqlDownload.Formats)}.", statusCode: StatusCodes.Status400BadRequest);
        if (TokenLogIn.UseOf(context) is { } use)
            await audit.WriteAsync(use.Actor.UserId, AuditActions.TokenSql, Subject(q), $"token {use.TokenId}, {format}", cancel);
        if (!await Places.WaitAsync(TimeSpan.FromSeconds(2), cancel))
        {
            context.Response.Headers.RetryAfter = "5";
            return Results.Problem($"{AtOnce} queries of programs run already. Ask again in some seconds.", statusCode: StatusCodes.Status429TooManyRequests);
        }
        try
        {
            var answer = await desk.RunAsync(q, null, cancel);
            await SqlDownload.Write(context.Response, answer, format, cancel);
            return Results.Empty;
        }
        catch (WarehouseException e)
        {
            return Results.Problem(e.Message, statusCode: e is SqlRefusedException ? StatusCodes.Status400BadRequest
                : e is QueryTimeLimitException or QueryMemoryLimitException ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status503ServiceUnavailable);
        }
        finally
        {
            Places.Release();
        }
    }

    // The audit holds no personal data: what looks like a number of a person is blotted out, the whole text stands by its hash.
    private static string Subject(string sql)
    {
        var shown = LongNumber().Replace(sql.ReplaceLineEndings(" "), "…");
        return $"sql {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)))[..16]}: {(shown.Length > AuditedText ? shown[..AuditedText] : shown)}";
    }

    [GeneratedRegex(@"\d{7,}")]
    private static partial Regex LongNumber();
}
