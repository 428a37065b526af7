using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Alerts;
using QualityInsight.Jobs.Scheduled;
using QualityInsight.Web;
using QualityInsight.Web.Jobs;

namespace QualityInsight.Jobs.Host;

/// <summary>The server: the desk, and the steps on their schedule. It owns the warehouse as long as it runs.</summary>
public static class ServeHost
{
    /// <summary>Builds the server over an opened workshop and operations store; the caller disposes both after it.</summary>
    public static WebApplication Build(Workshop workshop, FeedbackRoom operations, string urls, bool schedule = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders().AddSimpleConsole(o => { o.SingleLine = true; o.TimestampFormat = "HH:mm:ss "; })
            .SetMinimumLevel(LogLevel.Warning).AddFilter("QualityInsight", LogLevel.Information).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);

        builder.Services.AddSingleton(workshop.Time);
        builder.Services.AddSingleton(workshop);
        operations.AddTo(builder.Services);
        builder.Services.AddSingleton(workshop.Hasher);
        builder.Services.AddSingleton(new Reports.Making.ReportPress(workshop.Deployment.Root, new ZonedTime(workshop.Time, Workshop.Zone)));
        builder.Services.AddQualityInsightWeb(SignOn.From(builder.Configuration, new WebOptions
        {
            DataFolder = workshop.Deployment.Root,
            KeyFolder = Directory.CreateDirectory(Path.Combine(workshop.Deployment.Keys, "web")).FullName,
        }));
        builder.Services.AddSingleton<IAlertNames, AlertNames>();
        if (schedule)
        {
            AddSteps(builder.Services);
            builder.Services.AddSchedules(Schedules.LoadOwn(),
                Operations.PostgresConnection ?? $"Data Source={workshop.Deployment.OperationsDatabase}", Operations.PostgresConnection is not null);
        }
        var app = builder.Build();
        app.MapQualityInsightWeb();
        return app;
    }

    private static void AddSteps(IServiceCollection services) => services
        .AddSingleton<IStep, IngestStep>().AddSingleton<IStep, FlagStep>().AddSingleton<IStep, LabelStep>().AddSingleton<IStep, RouteStep>()
        .AddSingleton<IStep, SweepStep>().AddSingleton<IStep, NotifyStep>().AddSingleton<IStep, DeliverStep>().AddSingleton<IStep, MirrorStep>().AddSingleton<IStep, PublishStep>().AddSingleton<IStep, WeeklyStep>()
        .AddSingleton<IStep, DailyStep>().AddSingleton<IStep, BulletinStep>().AddSingleton<IStep, LettersStep>()
        .AddSingleton<IStep, AlertsStep>().AddSingleton<IStep, RetrainStep>().AddSingleton<IStep, BackupStep>().AddSingleton<IStep, RetentionStep>()
        .AddSingleton<IWorkdays, OfficeWorkdays>().AddSingleton<IJobDesk, JobDesk>();
}
