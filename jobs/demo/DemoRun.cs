using System.Diagnostics;
using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.City;
using QualityInsight.Feedback;
using QualityInsight.Ingest;
using QualityInsight.Jobs.Cli;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;
using QualityInsight.Reports;
using QualityInsight.Reports.Making;

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
        Tell("making up a city's feeds");
        var truth = CityGenerator.Write(options, cancel: cancellation);

        using var workshop = Workshop.Open(deployment, DemoClock.At(Story));
        using var operations = await Operations.Open(deployment, workshop.Time, cancellation);
        Tell("loading the feeds");
        var loads = Load(workshop, operations, cancellation);

        Tell("training text models");
        var corpus = CityTexts.WriteLabelled(Path.Combine(deployment.Models, "corpus"), seed: options.Seed, cancel: cancellation);
        var judged = workshop.Labelling.Train(corpus.TrainFile, corpus.TestFile, cancellation);
        Tell("labelling texts, looking for what seems made up");
        var labelled = workshop.Labelling.Run(cancellation)!;
        var flags = IntegrityRunner.Run(workshop.Warehouse, workshop.Time, Workshop.Zone, cancellation: cancellation);

        Tell("opening cases for bad reviews, working part of the queue");
        var loop = new Loop(workshop.Warehouse, operations);
        var routed = await loop.Route(history: true, cancellation);
        var worked = await new DemoWorker(operations.Store, operations.Rules).RunAsync(options.Seed, Story.DateTime, cancel: cancellation);
        await operations.Sweep.RunAsync(cancel: cancellation);
        var accounts = await DemoAccounts.Make(operations, cancellation);
        var mirrored = await loop.Mirror(cancellation);

        Tell("publishing the serving file");
        var snapshot = workshop.Publishing.Run(cancellation: cancellation);

        Tell("writing last week's report");
        var weekly = await Report(workshop.Time, cancellation);

        DemoPrinter.Feeds(loads, truth);
        DemoPrinter.Texts(judged, labelled);
        DemoPrinter.Loop(routed, worked, mirrored);
        DemoPrinter.Planted(truth, flags);
        DemoPrinter.Places(deployment, snapshot, weekly, accounts);
        Tell("done");
    }

    private List<IngestReport> Load(Workshop workshop, FeedbackRoom operations, CancellationToken cancellation)
    {
        var runner = workshop.Ingest(new VaultedPeople(operations.Vault!));
        var reports = new List<IngestReport>();
        foreach (var file in CityManifest.Read(options.Folder).Files)
        {
            using var bar = new IngestBar(file.File);
            reports.Add(runner.Load(ProfileCatalog.Load(file.Profile), Path.Combine(options.Folder, file.File), bar, cancellation));
        }
        return reports;
    }

    private async Task<List<ReportOutcome>> Report(TimeProvider time, CancellationToken cancellation)
    {
        var week = ReportCommand.LastFullWeek(time);
        await using var reporting = new Reporting(deployment, time);
        var outcomes = new List<ReportOutcome>();
        foreach (var language in new[] { ReportLanguage.Chinese, ReportLanguage.English })
        {
            // Mail needs the PDF; a machine without a browser still gets the page.
            var printable = Reports.Rendering.ChromiumLocation.Find() is not null;
            outcomes.Add(await reporting.Run(new(ReportKinds.Weekly, week, null, language), null,
                language == ReportLanguage.Chinese && printable ? MailSetting.Receivers : [], null, null, cancellation));
        }
        return outcomes;
    }

    private void Tell(string what) =>
        Say.Info(string.Create(CultureInfo.InvariantCulture, $"[{_watch.Elapsed.TotalSeconds,5:F1} s] {what}"));
}
