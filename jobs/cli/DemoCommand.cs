using System.CommandLine;
using QualityInsight.City;
using QualityInsight.Jobs.Demo;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi demo</c>: the whole way on a made-up city.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var output = new Option<DirectoryInfo?>("--out") { Description = "Where the demo's data go; --data, or data/, where not given." };
        var weeks = new Option<int>("--weeks") { Description = "Weeks of history; 54 put the same week of last year beside the last one.", DefaultValueFactory = _ => 54 };
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same city.", DefaultValueFactory = _ => 1 };
        var scale = new Option<double>("--scale") { Description = "1 is about 150,000 tickets, 200,000 queue numbers and 90,000 reviews a year.", DefaultValueFactory = _ => 1 };
        return new Command("demo", "Makes a city's year of data and takes it the whole way to the weekly report.") { output, weeks, seed, scale }
            .Does(async (parsed, cancellation) =>
            {
                var deployment = parsed.GetValue(output) is { } folder ? new Deployment(folder.FullName) : parsed.Deployment();
                var options = new CityOptions
                {
                    Folder = Path.Combine(deployment.Root, "feeds"),
                    Weeks = parsed.GetValue(weeks),
                    Seed = parsed.GetValue(seed),
                    Scale = parsed.GetValue(scale),
                };
                if (options.Weeks is < 2 or > 520)
                    throw new UsageException($"--weeks {options.Weeks}: 2 to 520");
                if (options.Scale is not (> 0 and <= 1000))
                    throw new UsageException($"--scale {options.Scale}: more than 0, at most 1000");
                await new DemoRun(deployment, options).Run(cancellation);
                return ExitCode.Done;
            });
    }
}
