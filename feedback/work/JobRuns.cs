using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Which runs are asked for; nulls leave all.</summary>
/// <param name="Job">A step.</param>
/// <param name="Outcome">One of <see cref="JobOutcome"/>, or <c>RUNNING</c>.</param>
/// <param name="From">Started at or after, UTC.</param>
/// <param name="To">Started before, UTC.</param>
public sealed record JobRunQuery(string? Job = null, string? Outcome = null, DateTime? From = null, DateTime? To = null)
{
    /// <summary>What stands for a run that has not ended.</summary>
    public const string Running = "RUNNING";
}

/// <summary>
/// Runs of the pipeline's steps, as they stand in the operations store: started, alive, ended. A firing of the schedule
/// is claimed by its row, so that of two servers one runs it.
/// </summary>
public sealed class JobRuns(OperationsStore store, TimeProvider time)
{
    /// <summary>A run without a sign of life for so long counts as dead.</summary>
    public static TimeSpan Silence { get; } = TimeSpan.FromMinutes(2);

    private DateTime Now => Milliseconds(time.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Claims a firing and starts its run. Earlier runs of the step that never ended are written off as
    /// <see cref="JobOutcome.Died"/>: the scheduler never runs a step twice at once.
    /// </summary>
    /// <returns>The run's id; null where this firing has been run already.</returns>
    public async Task<long?> StartAsync(string job, DateTime? scheduledUtc, string server, string? askedBy, CancellationToken cancel = default)
    {
        var row = new JobRunRow
        {
            Job = job,
            StartedUtc = Now,
            BeatUtc = Now,
            ScheduledUtc = scheduledUtc is { } at ? Milliseconds(at) : null,
            Server = server,
            AskedBy = askedBy,
        };
        try
        {
            await store.WriteAsync(async db =>
            {
                await WriteOff(db.JobRuns.Where(r => r.Job == job), cancel);
                db.JobRuns.Add(row);
            }, cancel);
            return row.Id;
        }
        catch (DbUpdateException e) when (Conflicts.IsUnique(e))
        {
            return null;
        }
    }

    /// <summary>Writes off every run that never ended; for a server that is alone, at its start.</summary>
    public Task WriteOffAllAsync(CancellationToken cancel = default) => store.WriteAsync(db => WriteOff(db.JobRuns, cancel), cancel);

    /// <summary>A sign of life with what is being done and new lines of the log; tells whether somebody asked the run to stop.</summary>
    public Task<bool> BeatAsync(long id, double? share, string? doing, IReadOnlyList<(DateTime AtUtc, string Text)> lines, CancellationToken cancel = default) =>
        store.WriteAsync(async db =>
        {
            var row = await db.JobRuns.FirstAsync(r => r.Id == id, cancel);
            (row.BeatUtc, row.Share, row.Doing) = (Now, share, doing);
            await Add(db, id, lines, cancel);
            return row.StopAskedBy is not null;
        }, cancel);

    /// <summary>Ends a run.</summary>
    public Task EndAsync(long id, string outcome, string detail, IReadOnlyList<(DateTime AtUtc, string Text)> lines, CancellationToken cancel = default) =>
        store.WriteAsync(async db =>
        {
            var row = await db.JobRuns.FirstAsync(r => r.Id == id, cancel);
            (row.FinishedUtc, row.Outcome, row.Detail, row.BeatUtc) = (Now, outcome, detail, Now);
            await Add(db, id, lines, cancel);
        }, cancel);

    /// <summary>Asks a run to stop; false where it has ended already.</summary>
    public Task<bool> AskStopAsync(long id, string userId, CancellationToken cancel = default) => store.WriteAsync(async db =>
    {
        if (await db.JobRuns.FirstOrDefaultAsync(r => r.Id == id && r.Outcome == null, cancel) is not { } row)
            return false;
        row.StopAskedBy ??= userId;
        return true;
    }, cancel);

    /// <summary>Runs, newest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<JobRunRow> Rows, int Total)> ListAsync(JobRunQuery query, int page, int pageSize, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var found = db.JobRuns.AsNoTracking();
        if (query.Job is { } job)
            found = found.Where(r => r.Job == job);
        if (query.Outcome is { } outcome)
            found = outcome == JobRunQuery.Running ? found.Where(r => r.Outcome == null) : found.Where(r => r.Outcome == outcome);
        if (query.From is { } from)
            found = found.Where(r => r.StartedUtc >= from);
        if (query.To is { } to)
            found = found.Where(r => r.StartedUtc < to);
        var rows = await found.OrderByDescending(r => r.StartedUtc).ThenByDescending(r => r.Id).Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancel);
        return (rows, await found.CountAsync(cancel));
    }

    /// <summary>The last runs of each of some steps, newest first.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<JobRunRow>>> LastAsync(IEnumerable<string> jobs, int each, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var found = new Dictionary<string, IReadOnlyList<JobRunRow>>(StringComparer.Ordinal);
        foreach (var job in jobs)
            found[job] = await db.JobRuns.AsNoTracking().Where(r => r.Job == job).OrderByDescending(r => r.StartedUtc).ThenByDescending(r => r.Id)
                .Take(each).ToListAsync(cancel);
        return found;
    }

    /// <summary>A run and its log; null where there is none.</summary>
    public async Task<(JobRunRow Run, IReadOnlyList<JobLineRow> Lines)?> FindAsync(long id, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.JobRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel) is { } run
            ? (run, await db.JobLines.AsNoTracking().Where(l => l.RunId == id).OrderBy(l => l.LineNo).ToListAsync(cancel))
            : null;
    }

    /// <summary>Forgets ended runs that started before a time, and their logs; returns how many.</summary>
    public Task<int> RemoveBeforeAsync(DateTime utc, CancellationToken cancel = default) => store.WriteAsync(async db =>
    {
        await db.JobLines.Where(l => db.JobRuns.Any(r => r.Id == l.RunId && r.StartedUtc < utc && r.Outcome != null)).ExecuteDeleteAsync(cancel);
        return await db.JobRuns.Where(r => r.StartedUtc < utc && r.Outcome != null).ExecuteDeleteAsync(cancel);
    }, cancel);

    private async Task WriteOff(IQueryable<JobRunRow> runs, CancellationToken cancel)
    {
        foreach (var dead in await runs.Where(r => r.Outcome == null).ToListAsync(cancel))
            (dead.Outcome, dead.FinishedUtc, dead.Detail) = (JobOutcome.Died, dead.BeatUtc ?? dead.StartedUtc, "its process ended without a word");
    }

    private static async Task Add(OperationsDb db, long id, IReadOnlyList<(DateTime AtUtc, string Text)> lines, CancellationToken cancel)
    {
        if (lines.Count == 0)
            return;
        var last = await db.JobLines.Where(l => l.RunId == id).MaxAsync(l => (int?)l.LineNo, cancel) ?? 0;
        db.JobLines.AddRange(lines.Select((l, i) => new JobLineRow { RunId = id, LineNo = last + 1 + i, AtUtc = Milliseconds(l.AtUtc), Text = l.Text }));
    }

    private static DateTime Milliseconds(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Unspecified);
}
