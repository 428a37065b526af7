using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Feedback;
using QualityInsight.Ingest;
using QualityInsight.Jobs.Cli;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Loads what was dropped into <c>inbox/&lt;profile&gt;/</c>; a loaded file moves to <c>inbox/&lt;profile&gt;/loaded/</c>,
/// a refused one to <c>refused/</c> with the reason beside it.</summary>
public sealed class IngestStep(Workshop workshop, FeedbackRoom operations) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Ingest;

    /// <inheritdoc />
    public Task<string> Run(CancellationToken cancellation) => Run(new StepReport(workshop.Time), cancellation);

    /// <inheritdoc />
    public Task<string> Run(StepReport report, CancellationToken cancellation)
    {
        if (!Directory.Exists(workshop.Deployment.Inbox))
            return Task.FromResult("nothing in the inbox");
        var runner = workshop.Ingest(new VaultedPeople(operations.Vault!));
        var (files, rows, refused) = (0, 0L, 0);
        foreach (var folder in Directory.EnumerateDirectories(workshop.Deployment.Inbox).Order(StringComparer.Ordinal))
            foreach (var file in Directory.EnumerateFiles(folder).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal))
            {
                cancellation.ThrowIfCancellationRequested();
                var name = $"{Path.GetFileName(folder)}/{Path.GetFileName(file)}";
                report.At(null, name);
                try
                {
                    rows += runner.Load(ProfileCatalog.Load(Path.GetFileName(folder)), file, cancel: cancellation).Headline.Loaded;
                    files++;
                    report.Say($"{name}: loaded");
                    Move(file, Path.Combine(folder, "loaded"));
                }
                catch (Exception e) when (e is IngestRefusedException or ProfileException)
                {
                    refused++;
                    report.Say($"{name}: {e.Message}");
                    File.WriteAllText(Move(file, Path.Combine(folder, "refused")) + ".why.txt", e.Message + "\n");
                }
            }
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"{files} files, {rows} rows loaded, {refused} files refused"));
    }

    private static string Move(string file, string folder)
    {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, Path.GetFileName(file));
        for (var n = 2; File.Exists(target); n++)
            target = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}.{n}{Path.GetExtension(file)}"));
        File.Move(file, target);
        return target;
    }
}

/// <summary>Runs the integrity rules.</summary>
public sealed class FlagStep(Workshop workshop) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Flag;

    /// <inheritdoc />
    public Task<string> Run(CancellationToken cancellation)
    {
        var outcomes = IntegrityRunner.Run(workshop.Warehouse, workshop.Time, Workshop.Zone, cancellation: cancellation);
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Sum(o => o.Added)} new flags"));
    }
}

/// <summary>Labels what went wrong with the service.</summary>
public sealed class LabelStep(Workshop workshop) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Label;

    /// <inheritdoc />
    public Task<string> Run(CancellationToken cancellation) => Task.FromResult(workshop.Labelling.Run(cancellation) is { } done
        ? string.Create(CultureInfo.InvariantCulture, $"{done.Problems.AddedByTag} labels by tags, {done.Problems.AddedByText} by words")
        : "no model yet: train one with qi texts train");
}

/// <summary>Opens a case for every new bad review and open hotline order.</summary>
public sealed class RouteStep(Workshop workshop, FeedbackRoom operations) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Route;

    /// <inheritdoc />
    public async Task<string> Run(CancellationToken cancellation)
    {
        var routed = await new Loop(workshop.Warehouse, operations).Route(history: false, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{routed.Reviews.Read} bad reviews, {routed.Reviews.Opened} cases opened; {routed.Orders.Read} hotline orders, {routed.Orders.Opened} cases opened");
    }
}

/// <summary>Cards and overdue marks.</summary>
public sealed class SweepStep(FeedbackRoom operations) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Sweep;

    /// <inheritdoc />
    public bool NeedsWarehouse => false;

    /// <inheritdoc />
    public async Task<string> Run(CancellationToken cancellation)
    {
        var swept = await operations.Sweep.RunAsync(cancel: cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{swept.Looked} cases looked at, {swept.Events} events");
    }
}

/// <summary>Copies case events into the warehouse.</summary>
public sealed class MirrorStep(Workshop workshop, FeedbackRoom operations) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Mirror;

    /// <inheritdoc />
    public async Task<string> Run(CancellationToken cancellation)
    {
        var mirrored = await new Loop(workshop.Warehouse, operations).Mirror(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{mirrored} events mirrored");
    }
}

/// <summary>Publishes a serving file when anything changed since the last one.</summary>
public sealed class PublishStep(Workshop workshop) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Publish;

    /// <inheritdoc />
    public Task<string> Run(CancellationToken cancellation) => Run(new StepReport(workshop.Time), cancellation);

    /// <inheritdoc />
    public Task<string> Run(StepReport report, CancellationToken cancellation)
    {
        var publishing = workshop.Publishing;
        if (!publishing.AnythingNew(workshop.Deployment, cancellation))
            return Task.FromResult("nothing new");
        return Task.FromResult(publishing.Run(new Told(report), cancellation).Name);
    }
}

/// <summary>Hands what publishing tells to a step's report.</summary>
internal sealed class Told(StepReport report) : IProgress<string>
{
    /// <inheritdoc />
    public void Report(string value) => report.At(null, value);
}
