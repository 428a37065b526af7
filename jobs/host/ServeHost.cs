using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Scheduled;
using QualityInsight.Web;

namespace QualityInsight.Jobs.Host;

/// <summary>The server: the desk, and the steps on their schedule. It owns the warehouse as long as it runs.</summary>
public static class ServeHost
{
    /// <summary>Builds the server over an opened workshop and operations store; the caller disposes both after it.</summary>
    public static WebApplication Build(Workshop workshop, Operations operations, string urls, bool schedule = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders().AddSimpleConsole(o => { o.SingleLine = true; o.TimestampFormat = "HH:mm:ss "; })
            .SetMinimumLevel(LogLevel.Warning).AddFilter("QualityInsight", LogLevel.Information).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);

        builder.Services.AddSingleton(workshop.Time);
        builder.Services.AddSingleton(workshop);
        builder.Services.AddSingleton(operations);
        builder.Services.AddSingleton(operations.Store);
        builder.Services.AddSingleton(operations.Rules);
        builder.Services.AddSingleton(operations.Accounts);
        builder.Services.AddSingleton(operations.Audit);
        builder.Services.AddSingleton(operations.Vault);
        builder.Services.AddSingleton<ICaseDesk>(operations.Desk);
        builder.Services.AddSingleton(new OrgTree(operations.Store));
        builder.Services.AddQualityInsightWeb(new WebOptions
        {
            DataFolder = workshop.Deployment.Root,
            KeyFolder = Directory.CreateDirectory(Path.Combine(workshop.Deployment.Keys, "web")).FullName,
        });
        if (schedule)
        {
            AddSteps(builder.Services);
            builder.Services.AddSchedules(Schedules.Load(ScheduleFile),
                Operations.PostgresConnection ?? $"Data Source={workshop.Deployment.OperationsDatabase}", Operations.PostgresConnection is not null);
        }
        var app = builder.Build();
        app.MapQualityInsightWeb();
        return app;
    }

    private static string ScheduleFile => Environment.GetEnvironmentVariable("QI__Schedules") is { Length: > 0 } named
        ? named
        : Path.Combine(AppContext.BaseDirectory, "scheduled", "schedules.yaml");

    private static void AddSteps(IServiceCollection services) => services
        .AddSingleton<IStep, IngestStep>().AddSingleton<IStep, FlagStep>().AddSingleton<IStep, LabelStep>().AddSingleton<IStep, RouteStep>()
        .AddSingleton<IStep, SweepStep>().AddSingleton<IStep, MirrorStep>().AddSingleton<IStep, PublishStep>().AddSingleton<IStep, WeeklyStep>();
}
