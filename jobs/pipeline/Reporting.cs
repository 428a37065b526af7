using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using QualityInsight.Reports;
using QualityInsight.Reports.Mail;
using QualityInsight.Reports.Making;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>What became of one report.</summary>
/// <param name="Files">The files written, HTML first.</param>
/// <param name="Printed">The report.</param>
/// <param name="Deliveries">The letters tried; empty where none were to be sent.</param>
public sealed record ReportOutcome(IReadOnlyList<string> Files, PrintedReport Printed, IReadOnlyList<SpooledLetter> Deliveries);

/// <summary>Makes, writes and sends reports of a deployment; one browser serves all of them. Dispose it to end the browser.</summary>
public sealed class Reporting : IAsyncDisposable
{
    private readonly Deployment _deployment;
    private readonly TimeProvider _time;

    /// <summary>Nothing is started before the first report.</summary>
    public Reporting(Deployment deployment, TimeProvider time)
    {
        _deployment = deployment;
        _time = new ZonedTime(time, Workshop.Zone);
        Press = new ReportPress(deployment.Root, _time);
        Shelf = new ReportShelf(deployment.Reports, _time);
        Spool = new LetterSpool(Path.Combine(deployment.Root, "letters"), _time);
    }

    /// <summary>What makes them.</summary>
    public ReportPress Press { get; }

    /// <summary>The reports made.</summary>
    public ReportShelf Shelf { get; }

    /// <summary>Their letters.</summary>
    public LetterSpool Spool { get; }

    /// <summary>Builds, prints and writes one report, and sends it where receivers are named.</summary>
    /// <param name="request">Which report.</param>
    /// <param name="folder">Where the files go; null for its own place in the data folder.</param>
    /// <param name="receivers">Mail addresses; empty sends nothing.</param>
    /// <param name="options">Tolerances, draft.</param>
    /// <param name="snapshot">The snapshot to make it from; null for the newest.</param>
    /// <param name="cancellation">Stops between its parts.</param>
    public async Task<ReportOutcome> Run(ReportRequest request, string? folder, IReadOnlyList<string> receivers, WeeklyOptions? options, string? snapshot, CancellationToken cancellation)
    {
        PrintedReport printed;
        try
        {
            printed = await Press.Make(request, options, snapshot, cancellation);
        }
        catch (ReportRefusedException e)
        {
            await Shelf.Refuse(request, e.Reasons, "qi", cancellation);
            throw;
        }
        var shelved = await Shelf.Put(printed, "qi", folder, cancellation);
        string[] files = [.. shelved.Files.Select(f => Path.Combine(shelved.Folder, f))];
        if (receivers.Count == 0)
            return new(files, printed, []);
        foreach (var letter in await new WeeklyMail(Press.Charts).Compose(printed, MailSetting.From, receivers, request.Org, null, cancellation))
            await Spool.Put(letter, new(request.Kind, request.Period, request.Org, request.Language.Tag(), null), cancellation);
        return new(files, printed, await Deliver(cancellation));
    }

    /// <summary>Makes a kind of report for everybody who is to get it, and sends what is due.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="period">The period.</param>
    /// <param name="readers">Who reads reports.</param>
    /// <param name="cancellation">Stops between reports.</param>
    public async Task<(PostRound Round, IReadOnlyList<SpooledLetter> Tried)> RunFor(string kind, string period, ReportReaders readers, CancellationToken cancellation)
    {
        var receivers = (await readers.ListAsync(kind, cancellation)).Select(r => new ReportReceiver(r.UserId, r.Setting.MailAddress!, r.Org,
            r.Setting.Language == Language.En ? ReportLanguage.English : ReportLanguage.Chinese, r.Setting.How == ReportHow.Link)).ToList();
        // Where nobody has said where to, the addresses of the settings get the weekly report of the whole.
        if (receivers.Count == 0 && kind == ReportKinds.Weekly)
            receivers.AddRange(MailSetting.Receivers.Select(a => new ReportReceiver(null, a, null, ReportLanguage.Chinese, false)));
        var post = new ReportPost(Press, Shelf, Spool, MailSetting.From, MailSetting.Site);
        var round = await post.Post(kind, period, receivers, "schedule", null, cancellation);
        return (round, await Deliver(cancellation));
    }

    /// <summary>Notes what came back and sends what is due.</summary>
    public async Task<IReadOnlyList<SpooledLetter>> Deliver(CancellationToken cancellation)
    {
        if (MailSetting.Bounces is { } bounces)
            await new BounceFolder(bounces).Read(b => Spool.Note(b, cancellation), cancellation);
        return await Spool.Work(MailSetting.Transport(_deployment), cancellation);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Press.DisposeAsync();
}
