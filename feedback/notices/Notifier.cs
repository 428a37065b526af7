using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>What a run of the notifier did.</summary>
/// <param name="Events">Events looked at.</param>
/// <param name="Notices">New notices.</param>
/// <param name="Messages">Messages put into the outbox: mails of notices, summaries, links for citizens.</param>
public sealed record NotifyReport(int Events, int Notices, int Messages);

/// <summary>
/// Tells people (消息提醒), each thing once: notices from the events since the last run, due-soon notices from the running
/// deadlines, the daily summary, and the link for the citizen when a reply was accepted. Notices, messages and how far the
/// events were read are stored in one transaction, under keys that admit nothing twice; run it as often as you like.
/// </summary>
public sealed class Notifier(OperationsStore store, RuleBook rules)
{
    private const string Cursor = "notices";
    private const int BatchSize = 300;
    private const int Tries = 5;
    // What is this old when notices are first switched on, or was loaded as history, is told to nobody.
    private static readonly TimeSpan Stale = TimeSpan.FromDays(3);

    /// <summary>Looks at everything that is new. Stopping at any moment is safe.</summary>
    public async Task<NotifyReport> RunAsync(CancellationToken cancel = default)
    {
        await rules.RefreshAsync(cancel);
        var policy = (await rules.VersionsAsync(cancel))[^1];
        var moment = new NoticeMoment(rules.Now(policy), rules.UtcNow(), rules.CalendarOf(policy));
        var (events, notices, messages) = (0, 0, 0);
        while (true)
        {
            var done = await OnceAsync(db => EventsAsync(db, moment, cancel), cancel);
            (events, notices, messages) = (events + done.Events, notices + done.Notices, messages + done.Messages);
            if (done.Events < BatchSize)
                break;
        }
        foreach (var step in new Func<OperationsDb, Task<NotifyReport>>[] { db => DueSoonAsync(db, moment, cancel), db => Digest.WriteAsync(db, moment, cancel) })
        {
            var done = await OnceAsync(step, cancel);
            (notices, messages) = (notices + done.Notices, messages + done.Messages);
        }
        return new(events, notices, messages);
    }

    private async Task<NotifyReport> OnceAsync(Func<OperationsDb, Task<NotifyReport>> step, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await store.WriteAsync(step, cancel);
            }
            catch (DbUpdateException e) when (Conflicts.IsUnique(e) && attempt < Tries)
            {
                // Another notifier was first with one of these; its keys are seen the next time.
            }
    }

    private static async Task<NotifyReport> EventsAsync(OperationsDb db, NoticeMoment moment, CancellationToken cancel)
    {
        var cursor = await db.RouterPositions.FirstOrDefaultAsync(p => p.Name == Cursor, cancel);
        var recently = moment.Utc - Stale;
        var after = cursor is null
            ? await db.Events.Where(e => e.RecordedUtc < recently).MaxAsync(e => (long?)e.Position, cancel) ?? 0
            : long.Parse(cursor.Cursor, CultureInfo.InvariantCulture);
        var rows = await db.Events.AsNoTracking().Where(e => e.Position > after).OrderBy(e => e.Position).Take(BatchSize).ToListAsync(cancel);
        if (rows.Count == 0)
            return new(0, 0, 0);
        var last = rows[^1].Position.ToString(CultureInfo.InvariantCulture);
        if (cursor is null)
            db.RouterPositions.Add(new() { Name = Cursor, Cursor = last });
        else
            cursor.Cursor = last;

        var numbers = rows.Select(r => r.CaseNo).Distinct().ToList();
        var views = await db.Views.AsNoTracking().Where(v => numbers.Contains(v.CaseNo)).ToDictionaryAsync(v => v.CaseNo, cancel);
        var people = await NoticePeople.ReadAsync(db, cancel);
        var tasks = rows.Exists(r => r.EventType.StartsWith("Support", StringComparison.Ordinal))
            ? (await db.SupportTasks.AsNoTracking().Where(t => numbers.Contains(t.CaseNo)).ToListAsync(cancel)).ToLookup(t => t.CaseNo, StringComparer.Ordinal) : null;
        var told = new List<Told>();
        var messages = 0;
        foreach (var row in rows.Where(r => moment.Now - r.At < Stale))
        {
            var data = EventCodec.Read(row.EventType, row.Data);
            var asked = NoticeRules.Decisions.Contains(row.EventType) ? await AskedByAsync(db, row, cancel) : null;
            told.AddRange(NoticeRules.Of(row, data, views[row.CaseNo], asked, people, tasks?[row.CaseNo]));
            if (data is FeedbackAccepted)
                messages += await CitizenMessages.WriteAsync(db, views[row.CaseNo], moment, cancel);
        }
        var (notices, mails) = await NoticeWriter.WriteAsync(db, told, people, moment, cancel);
        return new(rows.Count, notices, messages + mails);
    }

    private static async Task<string?> AskedByAsync(OperationsDb db, CaseEventRow row, CancellationToken cancel) =>
        await db.Events.AsNoTracking().Where(e => e.CaseNo == row.CaseNo && e.Seq < row.Seq && NoticeRules.Requests.Contains(e.EventType))
            .OrderByDescending(e => e.Seq).Select(e => e.ActorId).FirstOrDefaultAsync(cancel);

    private static async Task<NotifyReport> DueSoonAsync(OperationsDb db, NoticeMoment moment, CancellationToken cancel)
    {
        var nextDay = moment.Calendar.WorkingOnOrAfter(DateOnly.FromDateTime(moment.Now).AddDays(1));
        var until = moment.Calendar.ClosingOf(nextDay);
        var views = await db.Views.AsNoTracking()
            .Where(v => v.IsOpen && !v.IsStopped && v.DueAt != null && v.DueAt > moment.Now && v.DueAt <= until && !v.IsProvisional).ToListAsync(cancel);
        var tasks = await db.SupportTasks.AsNoTracking()
            .Where(t => t.IsOpen && t.DueAt != null && t.DueAt > moment.Now && t.DueAt <= until && !t.IsProvisional).ToListAsync(cancel);
        if (views.Count == 0 && tasks.Count == 0)
            return new(0, 0, 0);
        var people = await NoticePeople.ReadAsync(db, cancel);
        List<Told> told = [.. views.SelectMany(v => NoticeRules.DueSoon(v, moment.Now, people)), .. tasks.SelectMany(t => NoticeRules.DueSoon(t, moment.Now, people))];
        var (notices, mails) = await NoticeWriter.WriteAsync(db, told, people, moment, cancel);
        return new(0, notices, mails);
    }
}

/// <summary>One moment for a whole run.</summary>
/// <param name="Now">Local.</param>
/// <param name="Utc">UTC.</param>
/// <param name="Calendar">The working calendar of the policy in force.</param>
internal sealed record NoticeMoment(DateTime Now, DateTime Utc, WorkingCalendar Calendar)
{
    /// <summary>The UTC moment of a local one not earlier than now.</summary>
    internal DateTime ToUtc(DateTime local) => Utc + (local - Now);
}
