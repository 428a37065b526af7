using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace QualityInsight.Web.Api;

/// <summary>Errors of the API as <c>application/problem+json</c> (RFC 9457) that say what to do.</summary>
internal static class ApiProblems
{
    /// <summary>An answer without a body says why.</summary>
    public static Task Say(StatusCodeContext status) => Of(status.HttpContext.Response.StatusCode).ExecuteAsync(status.HttpContext);

    private static IResult Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Results.Problem("Send a valid token: Authorization: Bearer qi_… (made on the page /tokens). It may have expired or been revoked.", statusCode: status),
        StatusCodes.Status403Forbidden => Results.Problem("The token's scopes, or its owner's roles, do not include this.", statusCode: status),
        StatusCodes.Status404NotFound => Results.Problem("There is no such address.", statusCode: status),
        _ => Results.Problem(statusCode: status),
    };
}
