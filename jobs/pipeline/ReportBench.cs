using System.Diagnostics;
using QualityInsight.Reports;
using QualityInsight.Reports.Making;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>What a benchmark of reports measured.</summary>
/// <param name="Reports">Reports made, each org-scoped, HTML and PDF.</param>
/// <param name="Orgs">Different units among them.</param>
/// <param name="OwnSeconds">From the first question to the last PDF.</param>
/// <param name="QuestionSeconds">Of that, the sum over reports of asking the metric layer (several reports overlap).</param>
/// <param name="PeerSeconds">Chromium's bare print of the same finished pages, the same number at once, in the same run.</param>
public sealed record ReportBenchResult(int Reports, int Orgs, double OwnSeconds, double QuestionSeconds, double PeerSeconds)
{
    /// <summary>Our time against the bare print.</summary>
    public double Ratio => OwnSeconds / PeerSeconds;
}

/// <summary>
/// Makes many org-scoped weekly reports and then prints the same finished pages bare. The peer does the part nobody can do
/// without: Chromium laying out and printing a page that is already there, in the same warm browser.
/// </summary>
public static class ReportBench
{
    /// <summary>Runs both, ours first.</summary>
    /// <param name="deployment">A data folder with a serving file.</param>
    /// <param name="time">The clock of the folder.</param>
    /// <param name="week">The week.</param>
    /// <param name="reports">How many.</param>
    /// <param name="workers">How many at once.</param>
    /// <param name="cancellation">Stops between reports.</param>
    public static async Task<ReportBenchResult> Run(Deployment deployment, TimeProvider time, string week, int reports, int workers, CancellationToken cancellation)
    {
        await using var press = new ReportPress(deployment.Root, time);
        var orgs = Orgs(deployment, week, cancellation);
        var requests = Enumerable.Range(0, reports)
            .Select(i => new ReportRequest(ReportKinds.Weekly, week, orgs[i % orgs.Length], i / orgs.Length % 2 == 0 ? ReportLanguage.Chinese : ReportLanguage.English)).ToArray();
        var options = new WeeklyOptions { Force = true };
        // The first report starts the browser and reads the snapshot's head; a server has done so long ago.
        await press.Make(requests[0], options, null, cancellation);

        var pages = new PrintedReport[reports];
        var asking = 0L;
        var own = Stopwatch.StartNew();
        await Parallel.ForAsync(0, reports, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, async (i, cancel) =>
        {
            var asked = Stopwatch.GetTimestamp();
            var model = press.Build(requests[i], options, null, cancel);
            Interlocked.Add(ref asking, Stopwatch.GetTimestamp() - asked);
            pages[i] = await new ReportPrinter(press.Charts, press.Printer).Print(model, cancel);
        });
        var ownSeconds = own.Elapsed.TotalSeconds;
        if (pages.FirstOrDefault(p => p.Missing is not null) is { } unprinted)
            throw new Reports.Rendering.RenderingUnavailableException(unprinted.Missing!);

        var printer = press.Printer;
        var bare = Stopwatch.StartNew();
        await Parallel.ForAsync(0, reports, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation },
            async (i, cancel) => await printer.Print(pages[i].Html, "bench", "bench", cancel));
        return new(reports, orgs.Length, ownSeconds, asking / (double)Stopwatch.Frequency, bare.Elapsed.TotalSeconds);
    }

    /// <summary>The units with records in the week, most reviews first.</summary>
    private static string[] Orgs(Deployment deployment, string week, CancellationToken cancellation)
    {
        using var serving = ServingMetrics.Open(deployment);
        var rows = serving.Engine.Run(new Analytics.MetricQuery("reviews") { Period = Analytics.Period.Parse(week), By = ["org"], Order = Analytics.MetricOrder.NDescending }, cancellation).Rows;
        var orgs = rows.Select(r => r.Code("org")).OfType<string>().ToArray();
        return orgs.Length > 0 ? orgs : throw new ReportRefusedException([$"{week} holds no reviews of any unit."]);
    }
}
