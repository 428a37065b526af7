using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>
/// 每日摘要: one mail a working day and person, at the hour chosen: what is overdue, due today, waiting for a decision, the tasks
/// in support of other units' cases that are due, and what happened since. Case numbers and deadlines only. On a day with nothing to say none is sent.
/// </summary>
internal static class Digest
{
    private const int MostLines = 12;

    internal static async Task<NotifyReport> WriteAsync(OperationsDb db, NoticeMoment moment, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(moment.Now);
        if (!moment.Calendar.IsWorking(today))
            return new(0, 0, 0);
        var due = await db.NoticeSettings
            .Where(s => s.MailAddress != null && s.DigestHour != null && s.DigestHour <= moment.Now.Hour && (s.LastDigest == null || s.LastDigest < today))
            .ToListAsync(cancel);
        if (due.Count == 0)
            return new(0, 0, 0);
        var people = await NoticePeople.ReadAsync(db, cancel);
        var written = 0;
        foreach (var setting in due)
        {
            setting.LastDigest = today;
            if (people.All.FirstOrDefault(p => p.Actor.UserId == setting.UserId).Actor is not { } actor
                || await TextAsync(db, actor, setting, moment, cancel) is not { } text)
                continue;
            var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var key = $"DIGEST:{setting.UserId}:{day}";
            if (await db.Outbox.AnyAsync(o => o.DedupeKey == key, cancel))
                continue;
            db.Outbox.Add(NoticeWriter.Mail(key, "DIGEST", setting, Messages.Phrase("DIGEST_SUBJECT", setting.Language, day), text, moment));
            written++;
        }
        return new(0, 0, written);
    }

    private static async Task<string?> TextAsync(OperationsDb db, Actor actor, NoticeSettingRow setting, NoticeMoment moment, CancellationToken cancel)
    {
        var mine = db.Views.AsNoTracking().Where(v => v.IsOpen && v.HandlerId == actor.UserId);
        if (actor.Is(Role.UnitLeader) && actor.OrgCode is { } org)
            mine = db.Views.AsNoTracking().Where(v => v.IsOpen && v.OrgCode == org);
        var viewer = Viewer.Of(actor, moment.Now);
        var text = new StringBuilder();
        await ListAsync("DIGEST_OVERDUE", Due(mine.Where(QueueViews.Of(QueueView.Overdue, viewer))));
        await ListAsync("DIGEST_DUE_TODAY", Due(mine.Where(QueueViews.Of(QueueView.DueToday, viewer))));
        await ListAsync("DIGEST_WAITING", Due(Within(db.Views.AsNoTracking(), actor).Where(QueueViews.Of(QueueView.WaitingForApproval, viewer))));
        await ListAsync("DIGEST_SUPPORT", Support(db, actor, viewer));
        var unread = await db.Notices.AsNoTracking().Where(n => n.UserId == actor.UserId && n.InDesk && n.ReadUtc == null)
            .OrderByDescending(n => n.Id).Take(MostLines).ToListAsync(cancel);
        if (unread.Count > 0)
        {
            text.AppendLine(Messages.Phrase("DIGEST_UNREAD", setting.Language, unread.Count == MostLines ? $"{MostLines}+" : unread.Count));
            foreach (var notice in unread)
                text.Append("  - ").AppendLine(Messages.Notice(notice.Kind, setting.Language, notice.CaseNo, notice.Detail, notice.DueAt));
        }
        return text.Length == 0 ? null : text.ToString();

        async Task ListAsync(string phrase, IQueryable<DueLine> which)
        {
            var count = await which.CountAsync(cancel);
            if (count == 0)
                return;
            text.AppendLine(Messages.Phrase(phrase, setting.Language, count));
            foreach (var line in await which.OrderBy(l => l.DueAt == null).ThenBy(l => l.DueAt).ThenBy(l => l.CaseNo).Take(MostLines).ToListAsync(cancel))
                text.Append(CultureInfo.InvariantCulture, $"  - {line.CaseNo}{(line.DueAt is { } at ? $"  {at:yyyy-MM-dd HH:mm}" : "")}").AppendLine();
        }
    }

    private static IQueryable<DueLine> Due(IQueryable<CaseView> views) => views.Select(v => new DueLine { CaseNo = v.CaseNo, DueAt = v.DueAt });

    private static IQueryable<CaseView> Within(IQueryable<CaseView> views, Actor actor)
    {
        var orgs = actor.Scope.Orgs;
        return actor.Scope.IsAll ? views : views.Where(v => v.OrgCode != null && orgs.Contains(v.OrgCode));
    }

    // A leader's: all of the unit. A handler's: their own, and those nobody has signed for.
    private static IQueryable<DueLine> Support(OperationsDb db, Actor actor, Viewer viewer)
    {
        var tasks = db.SupportTasks.AsNoTracking().Where(t => t.IsOpen && t.OrgCode == viewer.Org && t.DueAt < viewer.Tomorrow);
        if (!viewer.Leads)
            tasks = actor.Is(Role.Handler) ? tasks.Where(t => t.HandlerId == null || t.HandlerId == viewer.Me) : tasks.Where(t => t.HandlerId == viewer.Me);
        return tasks.Select(t => new DueLine { CaseNo = t.CaseNo, DueAt = t.DueAt });
    }

    private sealed class DueLine
    {
        public required string CaseNo { get; init; }

        public DateTime? DueAt { get; init; }
    }
}
