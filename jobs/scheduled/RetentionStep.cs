using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>
/// Forgets what is older than the schedule's <see cref="KeepTimes"/>: runs and their logs, refused rows, serving snapshots
/// beyond a number. Never events, facts, reports or the audit.
/// </summary>
public sealed class RetentionStep(Workshop workshop, FeedbackRoom operations, Schedules schedules) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Retention;

    /// <inheritdoc />
    public async Task<string> Run(CancellationToken cancellation)
    {
        var (keep, now) = (schedules.Keep, workshop.Time.GetUtcNow().UtcDateTime);
        var runs = await operations.JobRuns.RemoveBeforeAsync(now.AddDays(-keep.JobRunDays), cancellation);
        int rows;
        using (var session = workshop.Warehouse.OpenSession())
            rows = session.Execute(Sql.Load(typeof(RetentionStep), "forget_quarantine.sql"), new() { ["before"] = now.AddDays(-keep.QuarantineDays) }, cancellation);
        var snapshots = ServingFile.RemoveBeyond(workshop.Deployment.Root, keep.Snapshots);
        return string.Create(CultureInfo.InvariantCulture, $"forgot {runs} runs, {rows} refused rows, {snapshots} snapshots");
    }
}
