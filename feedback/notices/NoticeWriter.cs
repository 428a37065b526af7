using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Stores notices that are not there yet, and the mails of those who want them by mail.</summary>
internal static class NoticeWriter
{
    internal static async Task<(int Notices, int Mails)> WriteAsync(
        OperationsDb db, List<Told> told, NoticePeople people, NoticeMoment moment, CancellationToken cancel)
    {
        var fresh = new List<Told>();
        foreach (var chunk in told.DistinctBy(t => t.DedupeKey).Chunk(400))
        {
            var keys = chunk.Select(t => t.DedupeKey).ToList();
            var known = (await db.Notices.Where(n => keys.Contains(n.DedupeKey)).Select(n => n.DedupeKey).ToListAsync(cancel)).ToHashSet();
            fresh.AddRange(chunk.Where(t => !known.Contains(t.DedupeKey)));
        }
        var mails = 0;
        foreach (var t in fresh)
        {
            var (inDesk, byMail) = people.ChoiceOf(t.UserId, t.Kind);
            var setting = people.SettingOf(t.UserId);
            db.Notices.Add(new()
            {
                DedupeKey = t.DedupeKey,
                UserId = t.UserId,
                Kind = t.Kind,
                CaseNo = t.CaseNo,
                Detail = t.Detail,
                At = t.At,
                DueAt = t.DueAt,
                CreatedUtc = moment.Utc,
                InDesk = inDesk,
            });
            if (!byMail || setting.MailAddress is null)
                continue;
            var text = Messages.Notice(t.Kind, setting.Language, t.CaseNo, t.Detail, t.DueAt);
            db.Outbox.Add(Mail("NOTICE:" + t.DedupeKey, "NOTICE", setting, text, text, moment));
            mails++;
        }
        return (fresh.Count, mails);
    }

    /// <summary>A mail to somebody of the desk, not before that person's quiet hours and days off are over.</summary>
    internal static OutboxRow Mail(string key, string kind, NoticeSettingRow setting, string subject, string body, NoticeMoment moment) => new()
    {
        DedupeKey = key,
        Kind = kind,
        Channel = Outbox.Mail,
        Recipient = Outbox.ToUser(setting.UserId),
        Subject = subject,
        Body = body,
        CreatedUtc = moment.Utc,
        NotBeforeUtc = moment.ToUtc(new QuietHours(setting.QuietFrom, setting.QuietUntil).NextOpen(moment.Now, moment.Calendar)),
    };
}
