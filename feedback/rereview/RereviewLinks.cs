using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>What the citizen's page shows: the matter and what was done. Nothing about the person, and none of the person's own words.</summary>
/// <param name="ItemName">The service item, or null.</param>
/// <param name="HallName">The hall, or null.</param>
/// <param name="ReviewedOn">The day of the review, local.</param>
/// <param name="OrgName">The unit that replies, or null.</param>
/// <param name="Reply">Its reply as accepted.</param>
/// <param name="Until">Until when the answer counts, local.</param>
/// <param name="Kind">What kind of matter: the page words it so.</param>
public sealed record RereviewMatter(
    string? ItemName, string? HallName, DateOnly ReviewedOn, string? OrgName, string Reply, DateTime Until, CaseKind Kind = CaseKind.BadReview);

/// <summary>A link made for printing.</summary>
/// <param name="Address">The whole address, for the QR code; shown once, kept nowhere.</param>
/// <param name="Matter">What it is about.</param>
public sealed record RereviewSlip(string Address, RereviewMatter Matter);

/// <summary>
/// One-time links by which the citizen rates what was done (追评、整改评价), without logging in. A token is 256 random bits,
/// of which the store keeps the SHA-256 only, bound to a case and a round. A link is open while that round waits for its
/// rating and the deadline of the re-review has not passed: the case's own events say so, so that a rating given by any
/// way spends every link of the round. A token that is forged, unknown, spent, expired or of another round gives the same
/// answer, after the same reads.
/// </summary>
public sealed class RereviewLinks(OperationsStore store, RuleBook rules, ICaseDesk desk, AccessAudit audit, string publicUrl)
{
    /// <summary>Path of the citizen's page; the token follows it.</summary>
    public const string Path = "/r/";

    private const int TokenBytes = 32;
    private const int Tries = 5;

    /// <summary>Length of every token, Base64url.</summary>
    public static int TokenLength { get; } = Base64Url.GetEncodedLength(TokenBytes);

    /// <summary>Makes a link in the caller's transaction and returns its address.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="caseNo">The case.</param>
    /// <param name="round">The round.</param>
    /// <param name="way">SMS, MAIL or PAPER.</param>
    /// <param name="madeBy">The account.</param>
    internal string Make(OperationsDb db, string caseNo, int round, string way, string madeBy)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        db.RereviewLinks.Add(new() { TokenHash = HashOf(token), CaseNo = caseNo, Round = round, Way = way, MadeBy = madeBy, MadeUtc = rules.UtcNow() });
        return publicUrl.TrimEnd('/') + Path + token;
    }

    /// <summary>
    /// A link to print on paper for the citizen. Whoever may write down the citizen's rating by telephone may print it,
    /// nobody else: in the hands of the handling unit it would be a rating of its own work. On record in the access audit.
    /// </summary>
    public async Task<(RereviewSlip? Slip, Refusal? Refusal)> PrintAsync(string caseNo, Actor actor, CancellationToken cancel = default) =>
        await store.WriteAsync<(RereviewSlip?, Refusal?)>(async db =>
        {
            var (@case, _) = await CaseLedger.LoadAsync(db, caseNo, cancel);
            var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
            var situation = new Situation(@case, actor, policy, rules.CalendarOf(policy), rules.Now(policy));
            if (new RateRectification(Satisfaction.Satisfied).Blocked(situation) is { } refusal)
                return (null, refusal);
            if (MatterOf(@case, @case.Round, situation.Now) is not { } matter)
                return (null, new(nameof(RateRectification), @case.State, null, "NO_FEEDBACK"));
            await audit.AppendAsync(db, actor.UserId, AuditActions.Forward, caseNo, "QR", cancel);
            return (new(Make(db, caseNo, @case.Round, "PAPER", actor.UserId), matter), null);
        }, cancel);

    /// <summary>What a token opens; null where it opens nothing. Looking spends nothing.</summary>
    public async Task<RereviewMatter?> LookAsync(string? token, CancellationToken cancel = default) => (await OpenAsync(token, cancel)).Matter;

    /// <summary>Records the citizen's rating; false where the token opens nothing (any more).</summary>
    /// <param name="token">The token.</param>
    /// <param name="satisfaction">The rating.</param>
    /// <param name="textMasked">The citizen's words, masked, or null.</param>
    /// <param name="cancel">Stops it before it is recorded.</param>
    public async Task<bool> RateAsync(string? token, Satisfaction satisfaction, string? textMasked, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (matter, @case) = await OpenAsync(token, cancel);
            if (matter is null)
                return false;
            var result = await desk.ExecuteAsync(@case!.CaseNo, @case.Seq, new RateRectification(satisfaction, textMasked), Actor.Reviewer, cancel);
            if (result.Done)
                return true;
            // A note or a card came in between; the rating itself may still be open.
            if (result.Refusal!.Key != "STALE" || attempt == Tries)
                return false;
        }
    }

    /// <summary>The matter while the round waits for its rating, else null.</summary>
    internal static RereviewMatter? MatterOf(Case @case, int round, DateTime now) =>
        @case is { State: CaseState.FedBack, Rating: null, Reply: { } reply, Review: { } review, CurrentDeadline: { } due }
        && @case.Round == round && now <= due.DueAt
            ? new(review.ItemName, review.HallName, DateOnly.FromDateTime(review.ReviewedAt), @case.OrgName, reply, due.DueAt, @case.Kind)
            : null;

    private async Task<(RereviewMatter? Matter, Case? Case)> OpenAsync(string? token, CancellationToken cancel)
    {
        var hash = HashOf(token ?? "");
        await using var db = store.Open();
        // The link itself, or else its neighbour in the index: an unknown token costs what a known one does.
        var link = await db.RereviewLinks.AsNoTracking().Where(l => string.Compare(l.TokenHash, hash) >= 0).OrderBy(l => l.TokenHash).FirstOrDefaultAsync(cancel)
            ?? await db.RereviewLinks.AsNoTracking().OrderBy(l => l.TokenHash).FirstOrDefaultAsync(cancel);
        if (link is null)
            return default;
        var (@case, _) = await CaseLedger.LoadAsync(db, link.CaseNo, cancel);
        var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
        var matter = MatterOf(@case, link.Round, rules.Now(policy));
        var isIt = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(link.TokenHash), Encoding.ASCII.GetBytes(hash));
        return isIt && matter is not null ? (matter, @case) : default;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
