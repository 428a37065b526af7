using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Why a draft was not saved.</summary>
public enum DraftRefusal
{
    /// <summary>The account's roles do not allow it.</summary>
    NotAllowed,
    /// <summary>There is none of that id.</summary>
    Unknown,
    /// <summary>Somebody saved a newer version meanwhile.</summary>
    Stale,
    /// <summary>The text is longer than a policy can be.</summary>
    TooLong,
}

/// <summary>Drafts of policies (政策草案): begun from a policy, changed as text, each saving a version. A draft may still have faults; only one without can be tried and put in force.</summary>
public sealed partial class PolicyDrafts(OperationsStore store, TimeProvider time)
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 40_000;

    /// <summary>Who may write drafts.</summary>
    public static bool MayWrite(Actor who) => who.Is(Role.Manager, Role.Administrator, Role.Supervisor);

    /// <summary>The newest version of every draft that is kept, latest saved first.</summary>
    public async Task<IReadOnlyList<PolicyDraftRow>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.PolicyDrafts.AsNoTracking()
            .Where(d => d.Version == db.PolicyDrafts.Where(o => o.DraftId == d.DraftId).Max(o => o.Version) && !d.IsRemoved)
            .OrderByDescending(d => d.SavedUtc).ThenBy(d => d.DraftId).ToListAsync(cancel);
    }

    /// <summary>Every version of a draft, newest first; empty where there is none.</summary>
    public async Task<IReadOnlyList<PolicyDraftRow>> HistoryAsync(string draftId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.PolicyDrafts.AsNoTracking().Where(d => d.DraftId == draftId).OrderByDescending(d => d.Version).ToListAsync(cancel);
    }

    /// <summary>Saves a new draft, or the next version of one.</summary>
    /// <param name="draftId">Null makes a new one.</param>
    /// <param name="version">The version it was changed from; 0 for a new one.</param>
    /// <param name="basedOn">Hash of the policy it was begun from; of a known draft the old one stays.</param>
    /// <param name="yaml">The text.</param>
    /// <param name="removed">It is no longer kept.</param>
    /// <param name="who">By whom.</param>
    /// <param name="cancel">Stops it before it is written.</param>
    public async Task<(PolicyDraftRow? Saved, DraftRefusal? Refusal)> SaveAsync(
        string? draftId, int version, string basedOn, string yaml, bool removed, Actor who, CancellationToken cancel = default)
    {
        if (!MayWrite(who))
            return (null, DraftRefusal.NotAllowed);
        if (yaml.Length > LongestText)
            return (null, DraftRefusal.TooLong);
        return await store.WriteAsync<(PolicyDraftRow?, DraftRefusal?)>(async db =>
        {
            var last = draftId is null ? null
                : await db.PolicyDrafts.AsNoTracking().Where(d => d.DraftId == draftId).OrderByDescending(d => d.Version).FirstOrDefaultAsync(cancel);
            if (draftId is not null && last is null)
                return (null, DraftRefusal.Unknown);
            if (last is not null && last.Version != version)
                return (null, DraftRefusal.Stale);
            var row = new PolicyDraftRow
            {
                DraftId = draftId ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
                Version = version + 1,
                BasedOn = last?.BasedOn ?? basedOn,
                Yaml = yaml.ReplaceLineEndings("\n"),
                IsRemoved = removed,
                SavedBy = who.UserId,
                SavedUtc = time.GetUtcNow().UtcDateTime,
            };
            db.PolicyDrafts.Add(row);
            return (row, null);
        }, cancel);
    }

    /// <summary>The same policy from another day: its text with that <c>valid_from</c>.</summary>
    public static Policy From(Policy policy, DateOnly from) => PolicyFile.Parse(
        ValidFrom().Replace(policy.Yaml, $"valid_from: {from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", 1), policy.Id);

    [GeneratedRegex(@"^valid_from:[^\n]*", RegexOptions.Multiline)]
    private static partial Regex ValidFrom();
}
