using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Cli;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;
using QualityInsight.Reports.Mail;
using QualityInsight.Reports.Making;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Makes one kind of report for everybody who is to get it, each of their own scope. A report that is refused fails the step, after the others went out.</summary>
public abstract class ReportStep(string name, string kind, Workshop workshop, FeedbackRoom operations) : IStep
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public bool NeedsWarehouse => false;

    /// <summary>The period that has just ended.</summary>
    protected abstract string Period(TimeProvider time);

    /// <inheritdoc />
    public async Task<string> Run(CancellationToken cancellation)
    {
        var period = Period(workshop.Time);
        await using var reporting = new Reporting(workshop.Deployment, workshop.Time);
        var (round, tried) = await reporting.RunFor(kind, period, operations.ReportReaders, cancellation);
        if (round.Refused.Count > 0)
            throw new Reports.Weekly.ReportRefusedException([.. round.Refused.SelectMany(r => r.Faults.Select(f => $"{r.Name}: {f}")).Distinct(StringComparer.Ordinal)]);
        return string.Create(CultureInfo.InvariantCulture, $"{period}: {round.Made.Count} reports, {round.Letters} letters, {tried.Count(l => l.State == LetterState.Sent)} sent");
    }
}

/// <summary>Last week's report.</summary>
public sealed class WeeklyStep(Workshop workshop, FeedbackRoom operations) : ReportStep(StepNames.Weekly, ReportKinds.Weekly, workshop, operations)
{
    /// <inheritdoc />
    protected override string Period(TimeProvider time) => ReportCommand.LastFullWeek(time);
}

/// <summary>Yesterday's flash.</summary>
public sealed class DailyStep(Workshop workshop, FeedbackRoom operations) : ReportStep(StepNames.Daily, ReportKinds.Daily, workshop, operations)
{
    /// <inheritdoc />
    protected override string Period(TimeProvider time) => ReportCommand.Yesterday(time);
}

/// <summary>Last month's bulletin.</summary>
public sealed class BulletinStep(Workshop workshop, FeedbackRoom operations) : ReportStep(StepNames.Bulletin, ReportKinds.Bulletin, workshop, operations)
{
    /// <inheritdoc />
    protected override string Period(TimeProvider time) => ReportCommand.LastFullMonth(time);
}

/// <summary>Sends report letters that wait, and notes what came back.</summary>
public sealed class LettersStep(Workshop workshop) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Letters;

    /// <inheritdoc />
    public bool NeedsWarehouse => false;

    /// <inheritdoc />
    public async Task<string> Run(CancellationToken cancellation)
    {
        await using var reporting = new Reporting(workshop.Deployment, workshop.Time);
        var tried = await reporting.Deliver(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{tried.Count} letters tried, {tried.Count(l => l.State == LetterState.Sent)} sent");
    }
}
