using Microsoft.AspNetCore.Http;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Security;

/// <summary>States that an endpoint stays open to an account whose password was given by somebody else.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenBeforeOwnPasswordAttribute : Attribute;

/// <summary>
/// An account with a one-time password (一次性密码) may set its own, and nothing else: pages lead to the password page,
/// programs get 403.
/// </summary>
internal sealed class OwnPasswordFirst(RequestDelegate next)
{
    private static readonly object Key = new();

    /// <summary>Notes that this request's account still has a password given by somebody else.</summary>
    public static void Ask(HttpContext context) => context.Items[Key] = Key;

    /// <summary>Whether it has.</summary>
    public static bool IsAsked(HttpContext context) => context.Items.ContainsKey(Key);

    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (!IsAsked(context) || endpoint is null || endpoint.Metadata.GetMetadata<IStatedRight>() is { Right: Right.Anyone }
            || endpoint.Metadata.GetMetadata<OpenBeforeOwnPasswordAttribute>() is not null)
            return next(context);
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            context.Response.Redirect("/password");
        return Task.CompletedTask;
    }
}
