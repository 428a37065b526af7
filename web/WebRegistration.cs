using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;
using QualityInsight.Analytics;
using QualityInsight.Feedback;
using QualityInsight.Reports.Mail;
using QualityInsight.Reports.Making;
using QualityInsight.Reports.Weekly;
using QualityInsight.Web.ReportDesk;
using QualityInsight.Warehouse;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Citizen;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Figures;
using QualityInsight.Web.Health;
using QualityInsight.Web.Jobs;
using QualityInsight.Web.Notices;
using QualityInsight.Web.Pages.Cases;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;
using QualityInsight.Web.Queries;
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
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning));
        TokenTakingServer.AddTo(services);
        services.AddRateLimiter(limiter => CitizenLimit.Add(limiter, options.CitizenRequestsPerMinute));
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
        services.AddSingleton<SqlRuns>();
        services.AddSingleton<DeskRuns>();
        services.AddScoped<PolicyChoice>();
        services.AddSingleton<Readiness>();
        services.TryAddScoped<IMetricEngine>(s => new MetricEngine(new ServingMetricSource(s.GetRequiredService<Serving>())));
        services.TryAddScoped<IReportFacts>(ReportFacts);
        services.TryAddSingleton(s => new ReportPress(options.DataFolder, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ReportShelf(Path.Combine(options.DataFolder, "reports"), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new LetterSpool(Path.Combine(options.DataFolder, "letters"), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ReportMaking>();
        services.TryAddSingleton<IJobDesk, NoJobs>();
        services.TryAddSingleton<IAlertNames, NoAlerts>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<NoticeBell>();
        services.AddScoped<Actors>();
        services.AddScoped<DueTimes>();
        services.AddScoped<QueueChooser>();
        services.AddScoped<CasePages>();
        services.AddScoped<CaseBesides>();
        services.AddSingleton<ReplyDesk>();
        services.AddSingleton<ProblemWords>();
        services.AddScoped<SqlNames>();
        services.AddScoped<FigureBoard>();
        services.AddScoped<ChartMaker>();
        services.AddScoped<WaitCharts>().AddScoped<HandlingCharts>().AddScoped<ReviewCharts>().AddScoped<LoopCharts>().AddScoped<TextCharts>().AddScoped<DataCharts>();
        services.AddScoped<Boards>();
        // Chinese stands in the pages as it is; only what is markup is escaped.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddRazorPages().AddMvcOptions(mvc => mvc.Filters.Add<OnlyOwnMethods>()).AddApplicationPart(typeof(WebRegistration).Assembly);
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
        const string either = "cookie, token or proxy";
        services.AddAuthentication(either).AddPolicyScheme(either, null, policy =>
            policy.ForwardDefaultSelector = context => TokenLogIn.Brings(context) ? TokenLogIn.SchemeName
                : HeaderLogIn.Brings(context, options) ? HeaderLogIn.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
        .AddScheme<AuthenticationSchemeOptions, HeaderLogIn>(HeaderLogIn.SchemeName, null)
        .AddScheme<AuthenticationSchemeOptions, TokenLogIn>(TokenLogIn.SchemeName, null)
        .AddCookie(cookie =>
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
                .RequireAssertion(context => RightsTable.Holds(DeskUser.RolesOf(context.User), right)
                    && (context.Resource is not HttpContext http || TokenLogIn.Allows(http))));
        // Whatever does not state its right is closed to everybody.
        authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}
