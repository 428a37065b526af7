using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using QualityInsight.Analytics;
using QualityInsight.Feedback;
using QualityInsight.Reports.Weekly;
using QualityInsight.Warehouse;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Figures;
using QualityInsight.Web.Pages.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;
using QualityInsight.Web.Words;

namespace QualityInsight.Web;

/// <summary>Puts the desk into a host.</summary>
public static class WebRegistration
{
    /// <summary>
    /// Registers pages, rights, log-in and the readers behind the pages. The host supplies what the rooms below own:
    /// <c>OperationsStore</c>, <c>Accounts</c>, <c>RuleBook</c> and <c>ICaseDesk</c>; figures are read from
    /// the latest snapshot unless the host brings its own <c>IMetricEngine</c>.
    /// </summary>
    public static IServiceCollection AddQualityInsightWeb(this IServiceCollection services, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error));
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped<Tongue>();
        services.AddSingleton<Snapshots>();
        services.AddScoped<Serving>();
        services.AddScoped<ICaseFacts, ServingCaseFacts>();
        services.AddScoped<IDirectory, ServingDirectory>();
        services.AddScoped<DataQuality>();
        services.AddSingleton(_ => new SqlSandbox(options.DataFolder));
        services.AddSingleton<SqlDesk>();
        services.TryAddSingleton<AccessAudit>();
        services.TryAddScoped<IMetricEngine>(s => new MetricEngine(new ServingMetricSource(s.GetRequiredService<Serving>())));
        services.TryAddScoped<IReportFacts>(ReportFacts);
        services.AddSingleton<Colleagues>();
        services.AddScoped<Actors>();
        services.AddScoped<DueTimes>();
        services.AddScoped<CasePages>();
        services.AddScoped<FigureBoard>();
        services.AddScoped<DashboardCharts>();
        services.AddRazorPages().AddApplicationPart(typeof(WebRegistration).Assembly);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "qi-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        var keys = services.AddDataProtection().SetApplicationName("QualityInsight");
        if (options.KeyFolder is { } folder)
            keys.PersistKeysToFileSystem(new DirectoryInfo(folder));
        AddLogIn(services, options);
        services.AddAuthorization(AddRights);
        return services;
    }

    private static ServingFacts ReportFacts(IServiceProvider services)
    {
        var serving = services.GetRequiredService<Serving>();
        return new(serving.Snapshot ?? "", serving.OpenSession);
    }

    private static void AddLogIn(IServiceCollection services, WebOptions options)
    {
        services.AddScoped<SessionCheck>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "qi-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/login";
            cookie.ReturnUrlParameter = "back";
            cookie.ExpireTimeSpan = options.SessionLength;
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(SessionCheck);
        });
    }

    private static void AddRights(AuthorizationOptions authorization)
    {
        foreach (var right in Enum.GetValues<Right>())
            authorization.AddPolicy(right.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => RightsTable.Holds(DeskUser.RolesOf(context.User), right)));
        // Whatever does not state its right is closed to everybody.
        authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}
