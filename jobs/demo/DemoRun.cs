using System.Diagnostics;
using System.Globalization;
using QualityInsight.City;
using QualityInsight.Ingest;
using QualityInsight.Jobs.Cli;
using QualityInsight.Jobs.Host;

namespace QualityInsight.Jobs.Demo;

/// <summary>
/// The whole way on a made-up city: feeds, warehouse, labels, flags, cases, mirror, serving file, report. Its clock stands
/// at nine on the Monday after the city's last day, so that two runs give the same figures on any day.
/// </summary>
internal sealed class DemoRun(Deployment deployment, CityOptions options)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private DateTimeOffset Story => new(options.LastDay.AddDays(1).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));

    public async Task Run(CancellationToken cancellation)
    {
        DemoFolder.Prepare(deployment, Story);
        var truth = Step("making up a city's feeds", () => CityGenerator.Write(options, cancel: cancellation));
        using var workshop = Workshop.Open(deployment, DemoClock.At(Story));
        var loads = Step("loading the feeds", () => Load(workshop, cancellation));
        Step("publishing the serving file", () => workshop.Publishing.Run(cancellation: cancellation));
        DemoPrinter.Feeds(loads, truth);
        await Task.CompletedTask;
    }

    private List<IngestReport> Load(Workshop workshop, CancellationToken cancellation)
    {
        var runner = workshop.Ingest;
        var reports = new List<IngestReport>();
        foreach (var file in CityManifest.Read(options.Folder).Files)
        {
            using var bar = new IngestBar(file.File);
            reports.Add(runner.Load(ProfileCatalog.Load(file.Profile), Path.Combine(options.Folder, file.File), bar, cancellation));
        }
        return reports;
    }

    private T Step<T>(string what, Func<T> work)
    {
        var began = _watch.Elapsed;
        Say.Info(string.Create(CultureInfo.InvariantCulture, $"[{began.TotalSeconds,5:F1} s] {what} …"));
        return work();
    }
}
