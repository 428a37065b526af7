using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Scheduled;
using QualityInsight.Warehouse;
using Quartz;

namespace QualityInsight.Jobs.Alerts;

/// <summary>One step as its last runs show it; times UTC.</summary>
/// <param name="Step">Its name.</param>
/// <param name="StartedUtc">When it ran last.</param>
/// <param name="Outcome">What came of that.</param>
/// <param name="Detail">Details.</param>
/// <param name="FailedInRow">How many ended runs in a row went wrong.</param>
/// <param name="DueUtc">When it had to begin after that.</param>
/// <param name="LateMinutes">How long ago that was; 0 where it is not late.</param>
/// <param name="Paused">It does not run by itself.</param>
public sealed record StepFacts(
    string Step, DateTime? StartedUtc, string? Outcome, string? Detail, int FailedInRow, DateTime? DueUtc, double LateMinutes, bool Paused);

/// <summary>What the program knows of itself at a moment.</summary>
/// <param name="Utc">The moment.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Disks">Folders with their free space in bytes and as a share.</param>
/// <param name="Events">Case events in the operations store.</param>
/// <param name="Mirrored">Of those, in the serving file.</param>
/// <param name="OldestEventMinutes">How long the oldest other one has waited.</param>
/// <param name="Waiting">Messages waiting.</param>
/// <param name="Dead">Messages given up in the last seven days.</param>
/// <param name="OldestMessageMinutes">How long the oldest waiting one has waited.</param>
public sealed record PipelineFacts(
    DateTime Utc, IReadOnlyList<StepFacts> Steps, IReadOnlyList<(string Folder, long Free, double Share)> Disks,
    long Events, long Mirrored, double OldestEventMinutes, long Waiting, long Dead, double OldestMessageMinutes)
{
    private const double Gigabyte = 1L << 30;

    /// <summary>Puts them into the tables of <c>facts.sql</c> in a session.</summary>
    public void Write(WarehouseSession session)
    {
        session.Execute(Sql.Load(typeof(PipelineFacts), "alerts/facts.sql"));
        session.Execute(Sql.Load(typeof(PipelineFacts), "alerts/put_clock.sql"), new() { ["utc"] = Utc });
        foreach (var s in Steps)
            session.Execute(Sql.Load(typeof(PipelineFacts), "alerts/put_job.sql"), new()
            {
                ["step"] = s.Step,
                ["started_at"] = s.StartedUtc,
                ["outcome"] = s.Outcome,
                ["detail"] = s.Detail,
                ["failed_in_row"] = s.FailedInRow,
                ["due_at"] = s.DueUtc,
                ["late_minutes"] = s.LateMinutes,
                ["paused"] = s.Paused,
            });
        foreach (var (folder, free, share) in Disks)
            session.Execute(Sql.Load(typeof(PipelineFacts), "alerts/put_disk.sql"), new() { ["folder"] = folder, ["free_gb"] = free / Gigabyte, ["free_share"] = share });
        session.Execute(Sql.Load(typeof(PipelineFacts), "alerts/put_mirror.sql"),
            new() { ["events"] = Events, ["mirrored"] = Mirrored, ["oldest_waiting_minutes"] = OldestEventMinutes });
        session.Execute(Sql.Load(typeof(PipelineFacts), "alerts/put_outbox.sql"),
            new() { ["waiting"] = Waiting, ["dead"] = Dead, ["oldest_waiting_minutes"] = OldestMessageMinutes });
    }

    /// <summary>Reads them from the stores and the disk.</summary>
    /// <param name="deployment">The data folder.</param>
    /// <param name="operations">The operations store.</param>
    /// <param name="schedules">What should run when.</param>
    /// <param name="paused">Steps that are paused.</param>
    /// <param name="mirrored">Position of the last case event in the serving file.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<PipelineFacts> Read(Deployment deployment, FeedbackRoom operations, Schedules schedules,
        IReadOnlySet<string> paused, long mirrored, DateTime now, CancellationToken cancellation)
    {
        var runs = await operations.JobRuns.LastAsync(schedules.Steps.Select(s => s.Step), 20, cancellation);
        await using var db = operations.Store.Open();
        var events = await db.Events.MaxAsync(e => (long?)e.Position, cancellation) ?? 0;
        var oldest = await db.Events.Where(e => e.Position > mirrored).OrderBy(e => e.Position).Select(e => (DateTime?)e.RecordedUtc).FirstOrDefaultAsync(cancellation);
        var week = now.AddDays(-7);
        var waiting = db.Outbox.Where(o => o.SentUtc == null && o.DeadUtc == null && o.WithdrawnUtc == null && (o.NotBeforeUtc == null || o.NotBeforeUtc <= now));
        var drive = new DriveInfo(Path.GetFullPath(deployment.Root));
        return new(now, [.. schedules.Steps.Select(s => Of(s, runs[s.Step], schedules.Zone, paused.Contains(s.Step), now))],
            [(deployment.Root, drive.AvailableFreeSpace, drive.AvailableFreeSpace / (double)Math.Max(1, drive.TotalSize))],
            events, mirrored, oldest is { } at ? (now - at).TotalMinutes : 0,
            await waiting.LongCountAsync(cancellation), await db.Outbox.LongCountAsync(o => o.DeadUtc >= week, cancellation),
            await waiting.MinAsync(o => (DateTime?)o.CreatedUtc, cancellation) is { } first ? (now - first).TotalMinutes : 0);
    }

    /// <summary>What a step's runs, newest first, say. A run that goes on is not late; how it ends is not known yet.</summary>
    internal static StepFacts Of(Schedule schedule, IReadOnlyList<JobRunRow> runs, TimeZoneInfo zone, bool paused, DateTime now)
    {
        var ended = runs.Where(r => r.Outcome is not (null or JobOutcome.Cancelled)).ToList();
        var failed = ended.TakeWhile(r => r.Outcome != JobOutcome.Done).Count();
        if (runs is not [var last, ..])
            return new(schedule.Step, null, null, null, 0, null, 0, paused);
        var after = new DateTimeOffset(last.ScheduledUtc is { } at && at > last.StartedUtc ? at : last.StartedUtc, TimeSpan.Zero);
        var due = new CronExpression(schedule.Cron, zone).GetNextValidTimeAfter(after)?.UtcDateTime;
        // A calendar's days off are not known here: a step of working days is late only after a long holiday.
        var grace = schedule.WorkingDaysOnly ? TimeSpan.FromDays(10) : TimeSpan.Zero;
        var late = last.Outcome is null || due is null || now <= due + grace ? 0 : (now - due.Value).TotalMinutes;
        return new(schedule.Step, last.StartedUtc, ended.FirstOrDefault()?.Outcome, ended.FirstOrDefault()?.Detail, failed, due, late, paused);
    }
}
