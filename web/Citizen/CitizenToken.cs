using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Citizen;

/// <summary>
/// The token of a citizen's link. It is taken out of the path before anything else sees the request (<see cref="TokenTakingServer"/>):
/// diagnostics, routing and error pages then know <c>/r</c> only, so that no log can hold a token. As middleware it sets what
/// these pages need beyond the headers of every page: nothing is sent on as Referer, no search engine keeps them, and the
/// language comes from the address, without a cookie.
/// </summary>
internal sealed class CitizenToken(RequestDelegate next)
{
    public const string Page = "/r";
    public const string Thanks = "/r/thanks";

    /// <summary>The token of this request's path, or null.</summary>
    public static string? Of(HttpContext context) => context.Features.Get<Taken>()?.Token;

    /// <summary>Moves a token from the path of a request to a feature of it.</summary>
    public static void TakeFrom(IFeatureCollection features)
    {
        if (features.Get<IHttpRequestFeature>() is not { } request || !request.Path.StartsWith(Page + "/", StringComparison.Ordinal) || request.Path == Thanks)
            return;
        features.Set(new Taken(request.Path[(Page.Length + 1)..]));
        (request.Path, request.RawTarget) = (Page, Page);
    }

    public Task InvokeAsync(HttpContext context)
    {
        TakeFrom(context.Features); // where the server does not
        if (!context.Request.Path.StartsWithSegments(Page, StringComparison.Ordinal))
            return next(context);
        context.Items[Tongue.Chosen] = context.Request.Query["lang"] == "en" ? "en" : "zh-CN";
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
            return Task.CompletedTask;
        });
        return next(context);
    }

    private sealed record Taken(string Token);
}
