using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Days on which somebody is given no cases (不在岗).</summary>
/// <param name="Id">Id.</param>
/// <param name="UserId">Who.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Reason">A word, or null.</param>
public sealed record Absence(string Id, string UserId, DateOnly From, DateOnly To, string? Reason);

/// <summary>A unit's rules, handlers and loads on a day.</summary>
/// <param name="Rules">Rules in force, in order.</param>
/// <param name="Handlers">Handlers, by name.</param>
public sealed record AssignmentSheet(IReadOnlyList<AssignmentRule> Rules, IReadOnlyList<Candidate> Handlers);

/// <summary>Rules and absences of units: kept, changed, read. A leader keeps those of the unit, everybody one's own absence.</summary>
public sealed class AssignmentBook(OperationsStore store, TimeProvider time)
{
    /// <summary>Whether somebody may change a unit's rules and its people's absences.</summary>
    public static bool MayKeep(Actor actor, string orgCode) => actor.Is(Role.UnitLeader) && actor.OrgCode == orgCode;

    /// <summary>A unit's rules, handlers and loads.</summary>
    public async Task<AssignmentSheet> SheetAsync(string orgCode, DateOnly day, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await SheetAsync(db, orgCode, day, cancel);
    }

    /// <summary>Absences of a unit's handlers that have not ended before a day.</summary>
    public async Task<IReadOnlyList<Absence>> AbsencesAsync(string orgCode, DateOnly from, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await db.Absences.AsNoTracking()
            .Where(a => a.WithdrawnUtc == null && a.ToDay >= from && db.Users.Any(u => u.UserId == a.UserId && u.OrgCode == orgCode))
            .OrderBy(a => a.FromDay).ThenBy(a => a.Id).ToListAsync(cancel);
        return rows.ConvertAll(a => new Absence(a.Id, a.UserId, a.FromDay, a.ToDay, a.Reason));
    }

    /// <summary>Enters an absence: one's own, or as leader that of somebody of the unit. False where that is not so, or the days make no sense.</summary>
    public async Task<bool> AddAbsenceAsync(Actor actor, string userId, DateOnly from, DateOnly to, string? reason, CancellationToken cancel = default)
    {
        if (to < from || to.DayNumber - from.DayNumber > 366 || reason?.Length > 40)
            return false;
        return await store.WriteAsync(async db =>
        {
            if (!await MayAsync(db, actor, userId, cancel))
                return false;
            db.Absences.Add(new()
            {
                Id = NewId(),
                UserId = userId,
                FromDay = from,
                ToDay = to,
                Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
                EnteredBy = actor.UserId,
                EnteredUtc = UtcNow(),
            });
            return true;
        }, cancel);
    }

    /// <summary>Takes an absence back; by those who may enter it.</summary>
    public async Task<bool> WithdrawAbsenceAsync(Actor actor, string id, CancellationToken cancel = default) => await store.WriteAsync(async db =>
    {
        var row = await db.Absences.FirstOrDefaultAsync(a => a.Id == id && a.WithdrawnUtc == null, cancel);
        if (row is null || !await MayAsync(db, actor, row.UserId, cancel))
            return false;
        (row.WithdrawnBy, row.WithdrawnUtc) = (actor.UserId, UtcNow());
        return true;
    }, cancel);

    /// <summary>Adds a rule to the leader's own unit, after those there are. False where the actor leads none, or the name is missing.</summary>
    public async Task<bool> AddRuleAsync(
        Actor actor, string name, string? itemCode, string? hallCode, IReadOnlyCollection<string> userIds, int? atMost, CancellationToken cancel = default)
    {
        name = name.Trim();
        if (actor.OrgCode is not { } org || !MayKeep(actor, org) || name.Length is 0 or > 40 || atMost is <= 0)
            return false;
        return await store.WriteAsync(async db =>
        {
            var last = await db.AssignmentRules.Where(r => r.OrgCode == org).Select(r => (int?)r.Ordinal).MaxAsync(cancel) ?? 0;
            db.AssignmentRules.Add(new()
            {
                Id = NewId(),
                OrgCode = org,
                Ordinal = last + 1,
                Name = name,
                ItemCode = string.IsNullOrWhiteSpace(itemCode) ? null : itemCode.Trim(),
                HallCode = string.IsNullOrWhiteSpace(hallCode) ? null : hallCode.Trim(),
                UserIds = userIds.Count == 0 ? null : string.Join(',', userIds),
                AtMost = atMost,
                IsActive = true,
                EnteredBy = actor.UserId,
                EnteredUtc = UtcNow(),
            });
            return true;
        }, cancel);
    }

    /// <summary>Takes a rule of the leader's own unit out of force; its row stays.</summary>
    public async Task<bool> EndRuleAsync(Actor actor, string id, CancellationToken cancel = default) => await store.WriteAsync(async db =>
    {
        var row = await db.AssignmentRules.FirstOrDefaultAsync(r => r.Id == id && r.IsActive, cancel);
        if (row is null || !MayKeep(actor, row.OrgCode))
            return false;
        row.IsActive = false;
        return true;
    }, cancel);

    internal static async Task<AssignmentSheet> SheetAsync(OperationsDb db, string orgCode, DateOnly day, CancellationToken cancel)
    {
        var rules = await db.AssignmentRules.AsNoTracking().Where(r => r.OrgCode == orgCode && r.IsActive).OrderBy(r => r.Ordinal).ThenBy(r => r.Id).ToListAsync(cancel);
        var people = await db.Users.AsNoTracking()
            .Where(u => u.IsActive && u.OrgCode == orgCode && db.Roles.Any(r => r.UserId == u.UserId && r.Role == Role.Handler)).OrderBy(u => u.Name).ToListAsync(cancel);
        var ids = people.ConvertAll(p => p.UserId);
        var loads = await db.Views.Where(v => v.IsOpen && v.OrgCode == orgCode && v.HandlerId != null).GroupBy(v => v.HandlerId!)
            .Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancel);
        var away = (await db.Absences.Where(a => ids.Contains(a.UserId) && a.WithdrawnUtc == null && a.FromDay <= day && a.ToDay >= day)
            .Select(a => a.UserId).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        return new(
            rules.ConvertAll(r => new AssignmentRule(
                r.Id, r.OrgCode, r.Ordinal, r.Name, r.ItemCode, r.HallCode, r.UserIds?.Split(',', StringSplitOptions.RemoveEmptyEntries), r.AtMost)),
            people.ConvertAll(p => new Candidate(p.UserId, p.Name, p.StaffCode, loads.GetValueOrDefault(p.UserId), away.Contains(p.UserId))));
    }

    private static async Task<bool> MayAsync(OperationsDb db, Actor actor, string userId, CancellationToken cancel) =>
        (actor.UserId == userId && actor.Is(Role.Handler, Role.UnitLeader))
        || (actor.OrgCode is { } org && MayKeep(actor, org) && await db.Users.AnyAsync(u => u.UserId == userId && u.OrgCode == org, cancel));

    private DateTime UtcNow() => time.GetUtcNow().UtcDateTime;

    private static string NewId() => Guid.CreateVersion7().ToString("N");
}
