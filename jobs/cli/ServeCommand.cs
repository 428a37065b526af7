using System.CommandLine;
using Microsoft.Extensions.Hosting;
using QualityInsight.Jobs.Host;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi serve</c>: the desk and the schedule, until stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where it listens; several are separated by semicolons.", DefaultValueFactory = _ => "http://localhost:5080" };
        var noJobs = new Option<bool>("--no-jobs") { Description = "The desk alone; nothing runs by itself." };
        return new Command("serve", "The desk and the schedule.") { urls, noJobs }.Does(async (parsed, cancellation) =>
        {
            var deployment = parsed.Deployment();
            using var workshop = Workshop.Open(deployment);
            using var operations = await Operations.Open(deployment, workshop.Time, cancellation);
            var address = parsed.GetRequiredValue(urls);
            await using var app = ServeHost.Build(workshop, operations, address, !parsed.GetValue(noJobs));
            workshop.Warehouse.AnnounceUrl(address);
            if (DemoClock.Story(deployment) is { } story)
                Say.Info($"A demo's folder: its clock began at {story:yyyy-MM-dd HH:mm} and goes on.");
            await app.RunAsync(cancellation);
            return ExitCode.Done;
        });
    }
}
