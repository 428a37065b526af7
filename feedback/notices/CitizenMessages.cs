using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>
/// 告知评价人: the message that what was done can be rated, once a round and way. The row names the case, never the number:
/// the contact is opened, and the link made, at the moment of sending.
/// </summary>
internal static class CitizenMessages
{
    internal const string Kind = "REREVIEW";

    internal static async Task<int> WriteAsync(OperationsDb db, CaseView view, NoticeMoment moment, CancellationToken cancel)
    {
        if (view is not { State: CaseState.FedBack, Rating: null, IsNamed: true })
            return 0;
        var (@case, _) = await CaseLedger.LoadAsync(db, view.CaseNo, cancel);
        var hash = @case.Review?.PersonHash;
        var person = hash is null ? null : await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.PersonHash == hash, cancel);
        var written = 0;
        foreach (var (channel, isKnown) in new[] { (Outbox.Sms, person?.PhoneCipher is not null), (Outbox.Mail, person?.MailCipher is not null) })
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{Kind}:{view.CaseNo}:{view.Round}:{channel}");
            if (!isKnown || await db.Outbox.AnyAsync(o => o.DedupeKey == key, cancel) || db.Outbox.Local.Any(o => o.DedupeKey == key))
                continue;
            db.Outbox.Add(new()
            {
                DedupeKey = key,
                Kind = Kind,
                Channel = channel,
                Recipient = Outbox.ToCitizen(view.CaseNo),
                CaseNo = view.CaseNo,
                Round = view.Round,
                Subject = Messages.Phrase(Phrase(view, "SUBJECT"), Language.Zh),
                Body = Body(channel, view, @case),
                CreatedUtc = moment.Utc,
                NotBeforeUtc = moment.ToUtc(QuietHours.Citizens.NextOpen(moment.Now)),
            });
            written++;
        }
        return written;
    }

    // The mail is read by whoever it is: both languages. A text message is paid by its length: Chinese only.
    private static string Body(string channel, CaseView view, Case @case)
    {
        object[] Args(Language language) =>
        [
            view.ReviewedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), view.ItemName ?? view.HallName ?? "—",
            @case.CurrentDeadline?.DueAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "—", Outbox.LinkPlace,
            Messages.Name(view.Kind, language),
        ];
        var zh = Messages.Phrase(Phrase(view, "BODY"), Language.Zh, Args(Language.Zh));
        return channel == Outbox.Sms ? zh : zh + "\n\n" + Messages.Phrase(Phrase(view, "BODY"), Language.En, Args(Language.En));
    }

    private static string Phrase(CaseView view, string part) => (view.Kind == CaseKind.BadReview ? "REREVIEW_" : "ORDER_REREVIEW_") + part;
}
