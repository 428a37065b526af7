using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualityInsight.Feedback;
using QualityInsight.Web;

namespace QualityInsight.Jobs.Bench;

/// <summary>The desk itself on a loopback port: the same pages, log-in and rights as <c>qi serve</c>, over the benchmark's store.</summary>
internal static class BenchDesk
{
    public static async Task<WebApplication> StartAsync(FeedbackRoom room, TimeProvider time, string dataFolder, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(time);
        room.AddTo(builder.Services);
        builder.Services.AddQualityInsightWeb(new WebOptions { DataFolder = dataFolder });
        var app = builder.Build();
        app.MapQualityInsightWeb();
        await app.StartAsync(cancel);
        return app;
    }
}
