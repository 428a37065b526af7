using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Another bad review of the same citizen.</summary>
/// <param name="CaseNo">Its case; null for those who may only see it de-identified.</param>
/// <param name="ReviewedAt">When, local.</param>
/// <param name="Level">1–5, 5 best.</param>
/// <param name="ItemName">The item, or null.</param>
/// <param name="Text">The citizen's words, masked; null where none were written or where it is de-identified.</param>
/// <param name="State">Where its case stands.</param>
/// <param name="ClosedAs">How it ended, or null.</param>
/// <param name="Appealed">A unit appealed against it.</param>
public sealed record EarlierOfCitizen(
    string? CaseNo, DateTime ReviewedAt, int Level, string? ItemName, string? Text, CaseState State, CloseReason? ClosedAs, bool Appealed);

/// <summary>
/// The other bad reviews of a case's citizen: for an intake clerk, with their cases; for the appeal reviewer of a case in appeal,
/// without anything that tells whose or where (DOMAIN §7.2). For nobody else, never for the rated person; every look is on record.
/// </summary>
public sealed class CitizenHistory(OperationsStore store, AccessAudit audit)
{
    private const int Most = 50;

    /// <summary>Whether somebody may ask.</summary>
    public static bool MaySee(Case @case, Actor actor) =>
        @case.Review?.PersonHash is not null && actor.Scope.Covers(@case.OrgCode) && !Guards.MayNotKnow(@case, actor)
        && (actor.Is(Role.IntakeClerk) || (actor.Is(Role.AppealReviewer) && @case.Appeals > 0));

    /// <summary>The others, newest first; null where the person may not ask.</summary>
    public async Task<IReadOnlyList<EarlierOfCitizen>?> OfAsync(Case @case, Actor actor, CancellationToken cancel = default)
    {
        if (!MaySee(@case, actor))
            return null;
        var hash = @case.Review!.PersonHash;
        var whole = actor.Is(Role.IntakeClerk);
        return await store.WriteAsync(async db =>
        {
            await audit.AppendAsync(db, actor.UserId, AuditActions.History, @case.CaseNo, whole ? "clerk" : "appeal", cancel);
            var others = db.CasePersons.Where(p => p.PersonHash == hash && p.CaseNo != @case.CaseNo).Select(p => p.CaseNo);
            var rows = await db.Views.AsNoTracking().Where(v => others.Contains(v.CaseNo)).OrderByDescending(v => v.ReviewedAt).Take(Most).ToListAsync(cancel);
            return (IReadOnlyList<EarlierOfCitizen>)[.. rows.Where(v => actor.Scope.Covers(v.OrgCode)).Select(v => new EarlierOfCitizen(
                whole ? v.CaseNo : null, whole ? v.ReviewedAt : v.ReviewedAt.Date, v.Level, v.ItemName, whole ? v.TextMasked : null,
                v.State, v.ClosedAs, v.Appeals > 0))];
        }, cancel);
    }
}
