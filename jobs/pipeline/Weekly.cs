using QualityInsight.Jobs.Cli;
using QualityInsight.Jobs.Host;
using QualityInsight.Reports;
using QualityInsight.Reports.Mail;
using QualityInsight.Reports.Rendering;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>What became of one weekly report.</summary>
/// <param name="Files">The files written, HTML first.</param>
/// <param name="Printed">The report.</param>
/// <param name="Deliveries">What became of its letters; empty where none were to be sent.</param>
public sealed record WeeklyOutcome(IReadOnlyList<string> Files, PrintedReport Printed, IReadOnlyList<Delivery> Deliveries);

/// <summary>Writes and sends weekly reports; one browser serves all of them. Dispose it to end the browser.</summary>
public sealed class Weekly : IAsyncDisposable
{
    private readonly Deployment _deployment;
    private readonly TimeProvider _time;
    private readonly ChromiumBrowser _browser = new();
    private readonly ChromiumChartRenderer _charts;

    /// <summary>Nothing is started before the first report.</summary>
    public Weekly(Deployment deployment, TimeProvider time)
    {
        _deployment = deployment;
        _time = new ZonedTime(time, Workshop.Zone);
        _charts = new ChromiumChartRenderer(_browser);
    }

    /// <summary>Builds, prints and writes one report, and sends it where receivers are named.</summary>
    /// <param name="week">ISO week, for example <c>2026-W46</c>.</param>
    /// <param name="org">A unit's code; null for the whole.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="receivers">Mail addresses; empty sends nothing.</param>
    /// <param name="options">Tolerances, draft.</param>
    /// <param name="cancellation">Stops between its parts.</param>
    public async Task<WeeklyOutcome> Run(string week, string? org, ReportLanguage language, string folder,
        IReadOnlyList<string> receivers, WeeklyOptions? options, CancellationToken cancellation)
    {
        using var serving = ServingMetrics.Open(_deployment);
        var facts = new ServingFacts(serving.Reader.Snapshot.Name, serving.Reader.OpenSession, options);
        var model = WeeklyReport.Build(serving.Engine, facts, week, org, language, _time, options, cancellation);
        var printed = await new ReportPrinter(_charts, new ChromiumPdfPrinter(_browser)).Print(model, cancellation);
        var files = await ReportFiles.Write(printed, folder, org, cancellation);
        if (receivers.Count == 0)
            return new(files, printed, []);
        var letters = await new WeeklyMail(_charts).Compose(printed, MailSetting.From, receivers, org, cancellation);
        var postman = new Postman(MailSetting.Transport(_deployment), new DeliveryLogFile(Path.Combine(_deployment.Root, "deliveries.jsonl")), _time);
        return new(files, printed, await postman.Send(letters, cancellation));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _charts.DisposeAsync();
        await _browser.DisposeAsync();
    }
}
