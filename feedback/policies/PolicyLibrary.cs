using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A policy version with its place in history.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="ActivatedUtc">When it was put in force, UTC.</param>
/// <param name="ActivatedBy">By which account.</param>
/// <param name="Cases">Cases that live under it.</param>
/// <param name="OpenCases">Of these, open ones.</param>
/// <param name="Reason">Why it was put in force; empty where nobody said.</param>
/// <param name="State">Whether cases opened today live under it.</param>
public sealed record PolicyVersion(Policy Policy, DateTime ActivatedUtc, string ActivatedBy, int Cases, int OpenCases, string Reason, PolicyState State);

/// <summary>Whether cases opened today live under a version.</summary>
public enum PolicyState
{
    /// <summary>现行: for at least one kind of matter.</summary>
    InForce,
    /// <summary>待生效: its first day is still to come.</summary>
    Planned,
    /// <summary>已被取代: only older cases live under it.</summary>
    Replaced,
}

/// <summary>Why a policy was not put in force.</summary>
public enum ActivationRefusal
{
    /// <summary>The account's roles do not allow it.</summary>
    NotAllowed,
    /// <summary>The day is over: cases were already opened on it under another policy.</summary>
    Past,
    /// <summary>No reason was given.</summary>
    ReasonMissing,
    /// <summary>The same text is in force from that day already.</summary>
    Already,
}

/// <summary>Policy versions (政策版本): listing, finding, and putting one in force on record.</summary>
public sealed class PolicyLibrary(OperationsStore store, RuleBook rules, AccessAudit audit)
{
    /// <summary>Letters of a version's hash that people need to write.</summary>
    public const int ShortHash = 8;

    /// <summary>Every version ever put in force, latest <c>valid_from</c> first.</summary>
    public async Task<IReadOnlyList<PolicyVersion>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await db.Policies.AsNoTracking().OrderByDescending(p => p.ValidFrom).ThenByDescending(p => p.ActivatedUtc).ToListAsync(cancel);
        var all = await db.Cases.AsNoTracking().GroupBy(c => c.PolicyHash).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancel);
        var open = await db.Cases.AsNoTracking().Where(c => db.Views.Any(v => v.CaseNo == c.CaseNo && v.IsOpen))
            .GroupBy(c => c.PolicyHash).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancel);
        var policies = new List<Policy>();
        foreach (var row in rows)
            policies.Add(await rules.PolicyAsync(row.Hash, cancel));
        var inForce = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in CaseKinds.All.Where(k => policies.Any(p => p.Kinds.Contains(k))))
            inForce.Add(RuleBook.Choose([.. policies.AsEnumerable().Reverse().Where(p => p.Kinds.Contains(kind))], DateOnly.FromDateTime(rules.Now(policies[0]))).Hash);
        return [.. rows.Zip(policies, (row, policy) => new PolicyVersion(
            policy, row.ActivatedUtc, row.ActivatedBy, all.GetValueOrDefault(row.Hash), open.GetValueOrDefault(row.Hash), row.Reason,
            inForce.Contains(row.Hash) ? PolicyState.InForce : policy.ValidFrom > DateOnly.FromDateTime(rules.Now(policy)) ? PolicyState.Planned : PolicyState.Replaced))];
    }

    /// <summary>A version put in force, or a shipped preset, by the beginning of its hash (at least <see cref="ShortHash"/> letters) or a preset's name; null where there is none, or several.</summary>
    public async Task<Policy?> FindAsync(string hashOrPreset, CancellationToken cancel = default)
    {
        if (PolicyFile.AllShipped.FirstOrDefault(p => p.Id == hashOrPreset) is { } preset)
            return preset;
        if (hashOrPreset.Length < ShortHash)
            return null;
        await using var db = store.Open();
        var hashes = await db.Policies.AsNoTracking().Where(p => p.Hash.StartsWith(hashOrPreset)).Select(p => p.Hash).Take(2).ToListAsync(cancel);
        return hashes is [var one] ? await rules.PolicyAsync(one, cancel)
            : hashes.Count == 0 && PolicyFile.AllShipped.Where(p => p.Hash.StartsWith(hashOrPreset, StringComparison.Ordinal)).ToArray() is [var shipped] ? shipped : null;
    }

    /// <summary>Puts a policy in force, on record. Open cases keep theirs; the same text twice changes nothing.</summary>
    public async Task ActivateAsync(Policy policy, string userId, CancellationToken cancel = default)
    {
        await rules.ActivateAsync(policy, userId, cancel);
        await audit.WriteAsync(userId, AuditActions.Policy, $"{policy.Id} {policy.Hash[..12]}", $"ACTIVATE valid_from={policy.ValidFrom:yyyy-MM-dd}", cancel);
    }

    /// <summary>Who may put a policy in force (DOMAIN §2.3: whoever answers for the rules, and the administrator).</summary>
    public static bool MayActivate(Actor who) => who.Is(Role.Manager, Role.Administrator);

    /// <summary>
    /// Puts a policy in force from a day, on record with who and why. The day becomes the text's <c>valid_from</c>, so the version is
    /// the text with that day. Cases opened before it, and cases that are open, keep theirs.
    /// </summary>
    /// <param name="policy">What to put in force.</param>
    /// <param name="from">The first day, today or later in the policy's zone.</param>
    /// <param name="reason">Why.</param>
    /// <param name="who">By whom.</param>
    /// <param name="cancel">Stops it before it is written.</param>
    public async Task<(Policy? InForce, ActivationRefusal? Refusal)> ActivateAsync(Policy policy, DateOnly from, string reason, Actor who, CancellationToken cancel = default)
    {
        if (!MayActivate(who))
            return (null, ActivationRefusal.NotAllowed);
        if (string.IsNullOrWhiteSpace(reason))
            return (null, ActivationRefusal.ReasonMissing);
        if (from < DateOnly.FromDateTime(rules.Now(policy)))
            return (null, ActivationRefusal.Past);
        var dated = PolicyDrafts.From(policy, from);
        await using (var db = store.Open())
            if (await db.Policies.AnyAsync(p => p.Hash == dated.Hash, cancel))
                return (null, ActivationRefusal.Already);
        await rules.ActivateAsync(dated, who.UserId, reason.Trim(), cancel);
        await audit.WriteAsync(who.UserId, AuditActions.Policy, $"{dated.Id} {dated.Hash[..12]}", $"ACTIVATE valid_from={dated.ValidFrom:yyyy-MM-dd}: {reason.Trim()}", cancel);
        return (dated, null);
    }
}
