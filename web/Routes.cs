using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using QualityInsight.Web.Api;
using QualityInsight.Web.Citizen;
using QualityInsight.Web.Health;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;
using QualityInsight.Web.Words;

namespace QualityInsight.Web;

/// <summary>Puts the desk's pages into a running host.</summary>
public static class Routes
{
    /// <summary>
    /// Adds middleware and endpoints in their order: headers, error pages, assets, log-in, rights, pages. Endpoints that
    /// the host adds have to state their right too (<see cref="MayCallAttribute"/>), or nobody may call them.
    /// </summary>
    public static WebApplication MapQualityInsightWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<CitizenToken>();
        app.UseExceptionHandler("/problem/500");
        // Programs get the reason as problem+json, people a page.
        app.UseWhen(IsProgram, programs => programs.UseStatusCodePages(ApiProblems.Say));
        app.UseWhen(context => !IsProgram(context), people => people.UseStatusCodePagesWithReExecute("/problem/{0}"));
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = Assets.Path,
            FileProvider = Assets.Files,
            OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable",
        });
        app.Use((context, next) =>
        {
            var culture = context.RequestServices.GetRequiredService<Tongue>().Culture;
            (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture) = (culture, culture);
            return next(context);
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<OwnPasswordFirst>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        ApiRoutes.Map(app);
        HealthRoutes.Map(app);
        app.MapFallback(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).WithMetadata(new AnyoneMayCallAttribute());
        return app;
    }

    private static bool IsProgram(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
