using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Finds the address of an outbox row at the moment of sending, and makes the citizen's link.</summary>
internal sealed class Addressee(OperationsStore store, RuleBook rules, RereviewLinks links, PersonVault? vault)
{
    /// <summary>The message to hand over, or why there is none (any more).</summary>
    internal async Task<(OutgoingMessage? Message, string? Withdrawn)> OfAsync(OutboxRow row, CancellationToken cancel) =>
        row.Recipient.Split(':', 2) switch
        {
            ["user", var userId] => await StaffAsync(row, userId, cancel),
            ["case", var caseNo] => await CitizenAsync(row, caseNo, cancel),
            _ => (null, "UNKNOWN_RECIPIENT"),
        };

    private async Task<(OutgoingMessage?, string?)> StaffAsync(OutboxRow row, string userId, CancellationToken cancel)
    {
        await using var db = store.Open();
        var isActive = await db.Users.AnyAsync(u => u.UserId == userId && u.IsActive, cancel);
        var address = isActive ? await db.NoticeSettings.Where(s => s.UserId == userId).Select(s => s.MailAddress).FirstOrDefaultAsync(cancel) : null;
        return address is null ? (null, "NO_ADDRESS") : (new(Outbox.IdOf(row), address, row.Subject, row.Body), null);
    }

    private async Task<(OutgoingMessage?, string?)> CitizenAsync(OutboxRow row, string caseNo, CancellationToken cancel)
    {
        if (vault is null)
            throw new MessageRefusedException("This program runs without the key of contact data.", mayPass: true);
        return await store.WriteAsync<(OutgoingMessage?, string?)>(async db =>
        {
            var (@case, _) = await CaseLedger.LoadAsync(db, caseNo, cancel);
            var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
            if (row.Round is not { } round || RereviewLinks.MatterOf(@case, round, rules.Now(policy)) is null)
                return (null, "NO_LONGER_OPEN");
            var contact = await vault.ForSendingAsync(db, @case, row.Channel, cancel);
            var address = row.Channel == Outbox.Sms ? contact?.Phone : contact?.Mail;
            if (address is null)
                return (null, "NO_ADDRESS");
            var link = links.Make(db, caseNo, round, row.Channel, Actor.System.UserId);
            return (new(Outbox.IdOf(row), address, row.Channel == Outbox.Sms ? "" : row.Subject,
                row.Body.Replace(Outbox.LinkPlace, link, ignoreCase: false, CultureInfo.InvariantCulture)), null);
        }, cancel);
    }
}
