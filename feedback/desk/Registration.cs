using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>What a clerk takes down at the desk or the counter (窗口登记).</summary>
/// <param name="Kind">What kind of matter; never a bad review, which only citizens give.</param>
/// <param name="FormNo">The form's own number, 8 to 32 letters and digits: the same form sent twice opens one case.</param>
/// <param name="TextMasked">The citizen's words, masked by whoever calls.</param>
public sealed record NewMatter(CaseKind Kind, string FormNo, string TextMasked)
{
    /// <summary>The unit that should have it, or null.</summary>
    public string? OrgCode { get; init; }
    /// <summary>Its name.</summary>
    public string? OrgName { get; init; }
    /// <summary>The unit a report is about, or null; it never gets the case.</summary>
    public string? AboutOrgCode { get; init; }
    /// <summary>The hall's code.</summary>
    public string? HallCode { get; init; }
    /// <summary>Its name.</summary>
    public string? HallName { get; init; }
    /// <summary>The item's code.</summary>
    public string? ItemCode { get; init; }
    /// <summary>Its name.</summary>
    public string? ItemName { get; init; }
    /// <summary>COUNTER, PHONE …</summary>
    public string? Channel { get; init; }
    /// <summary>Under which the vault keeps the citizen's contact; null: nobody can be reached.</summary>
    public string? PersonHash { get; init; }
}

/// <summary>A clerk takes a matter down by hand: one case, under the policy of its kind in force today.</summary>
public sealed class Registration(OperationsStore store, RuleBook rules)
{
    /// <summary>The feed of what is taken down here.</summary>
    public const string Source = "desk";

    /// <summary>What follows when the case was sent to a unit at once: assignment by the unit's rules.</summary>
    internal Func<string, CancellationToken, Task>? Dispatched { get; init; }

    /// <summary>Opens the case; the same form again gives the case it opened. Refused to whoever is no intake clerk.</summary>
    public async Task<(string? CaseNo, Refusal? Refusal)> RunAsync(NewMatter matter, Actor clerk, CancellationToken cancel = default)
    {
        if (Refuse(matter, clerk) is { } refusal)
            return (null, refusal);
        await rules.RefreshAsync(cancel);
        var versions = await rules.VersionsAsync(matter.Kind, cancel);
        try
        {
            var opened = await store.WriteAsync(db => OpenAsync(db, matter, clerk, versions, cancel), cancel);
            if (Dispatched is not null && opened.IsNew)
                await Dispatched(opened.CaseNo, cancel);
            return (opened.CaseNo, null);
        }
        catch (DbUpdateException e) when (Conflicts.IsUnique(e))
        {
            await using var db = store.Open();
            return (await KnownAsync(db, matter, cancel), null);
        }
    }

    private async Task<(string CaseNo, bool IsNew)> OpenAsync(
        OperationsDb db, NewMatter matter, Actor clerk, IReadOnlyList<Policy> versions, CancellationToken cancel)
    {
        if (await KnownAsync(db, matter, cancel) is { } known)
            return (known, false);
        var now = rules.Now(versions[^1]);
        var policy = RuleBook.Choose(versions, DateOnly.FromDateTime(now));
        var caseNo = (await CaseLedger.NextNumbersAsync(db, DateOnly.FromDateTime(now), 1, cancel)).Dequeue();
        var about = new BadReview
        {
            Source = Source,
            ReviewNo = matter.FormNo,
            ReviewedAt = now,
            OrgCode = matter.OrgCode,
            OrgName = matter.OrgName,
            AboutOrgCode = matter.AboutOrgCode,
            HallCode = matter.HallCode,
            HallName = matter.HallName,
            ItemCode = matter.ItemCode,
            ItemName = matter.ItemName,
            TextMasked = matter.TextMasked,
            Channel = matter.Channel,
            IsNamed = matter.PersonHash is not null,
            PersonHash = matter.PersonHash,
        };
        var decision = OpenCase.Decide(caseNo, about, policy, rules.CalendarOf(policy), now, backfilled: false, matter.Kind, byHand: true);
        if (decision.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Text(Language.En));
        var (@case, rows) = CaseLedger.Prepare(Case.Nothing(caseNo), decision.Events, clerk.UserId, Role.IntakeClerk, now, rules.UtcNow());
        CaseLedger.Open(db, @case, matter.FormNo, rules.UtcNow());
        await CaseLedger.AppendAsync(db, rows, cancel);
        return (caseNo, @case.OrgCode is not null);
    }

    private static Task<string?> KnownAsync(OperationsDb db, NewMatter matter, CancellationToken cancel)
    {
        var source = MatterKey.Of(matter.Kind, Source);
        return db.Cases.AsNoTracking().Where(c => c.ReviewSource == source && c.ReviewNo == matter.FormNo).Select(c => c.CaseNo).FirstOrDefaultAsync(cancel);
    }

    private static Refusal? Refuse(NewMatter matter, Actor clerk) =>
        !clerk.Is(Role.IntakeClerk) ? No("WRONG_ROLE", Role.IntakeClerk)
        : matter.Kind == CaseKind.BadReview ? No("NOT_BY_HAND", matter.Kind)
        : string.IsNullOrWhiteSpace(matter.TextMasked) ? No("TEXT_NEEDED")
        : matter.FormNo is not { Length: >= 8 and <= 32 } || !matter.FormNo.All(char.IsAsciiLetterOrDigit) ? No("FORM_NUMBER")
        : null;

    private static Refusal No(string key, params object[] args) => new(nameof(OpenCase), null, CaseState.Registered, key, args);
}
