using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Who can be told, with how they want it: the active accounts as of one moment.</summary>
internal sealed class NoticePeople
{
    private readonly List<(Actor Actor, NoticeSettingRow Setting)> _all;
    private readonly ILookup<string, NoticeChoiceRow> _choices;

    private NoticePeople(List<(Actor, NoticeSettingRow)> all, ILookup<string, NoticeChoiceRow> choices) => (_all, _choices) = (all, choices);

    internal static async Task<NoticePeople> ReadAsync(OperationsDb db, CancellationToken cancel)
    {
        var users = await db.Users.AsNoTracking().Where(u => u.IsActive).OrderBy(u => u.UserId).ToListAsync(cancel);
        var roles = (await db.Roles.AsNoTracking().ToListAsync(cancel)).ToLookup(r => r.UserId, r => r.Role, StringComparer.Ordinal);
        var scopes = (await db.Scopes.AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.UserId, s => s.OrgCode, StringComparer.Ordinal);
        var units = await db.OrgUnits.AsNoTracking().ToListAsync(cancel);
        var settings = await db.NoticeSettings.AsNoTracking().ToDictionaryAsync(s => s.UserId, cancel);
        var choices = await db.NoticeChoices.AsNoTracking().ToListAsync(cancel);
        return new(
            users.ConvertAll(u => (new Actor(u.UserId, u.Name, roles[u.UserId].ToHashSet(), u.OrgCode, ScopeOf(scopes[u.UserId], units), u.StaffCode),
                settings.GetValueOrDefault(u.UserId) ?? NoticeDesk.Default(u.UserId, u.Language))),
            choices.ToLookup(c => c.UserId, StringComparer.Ordinal));
    }

    internal IEnumerable<(Actor Actor, NoticeSettingRow Setting)> All => _all;

    internal NoticeSettingRow SettingOf(string userId) => _all.First(a => a.Actor.UserId == userId).Setting;

    /// <summary>An active account by its id: one or none.</summary>
    internal IEnumerable<string> One(string? userId) => _all.Where(a => a.Actor.UserId == userId).Select(a => a.Actor.UserId);

    /// <summary>Leaders of a unit.</summary>
    internal IEnumerable<string> Leaders(string? org) => org is null ? [] : Holders(Role.UnitLeader, a => a.OrgCode == org);

    /// <summary>Holders of a role outside a unit whose scope covers it.</summary>
    internal IEnumerable<string> Outside(Role role, string? org) => Holders(role, a => a.Scope.Covers(org) && (org is null || a.OrgCode != org));

    /// <summary>The handler, or the unit's leaders where there is none.</summary>
    internal IEnumerable<string> Responsible(string? handlerId, string? org) => One(handlerId).Any() ? One(handlerId) : Leaders(org);

    internal (bool InDesk, bool ByMail) ChoiceOf(string userId, NoticeKind kind) =>
        _choices[userId].FirstOrDefault(c => c.Kind == kind) is { } chosen ? (chosen.InDesk, chosen.ByMail) : NoticeDesk.DefaultChoice;

    private IEnumerable<string> Holders(Role role, Func<Actor, bool> which) =>
        _all.Where(a => a.Actor.Is(role) && which(a.Actor)).Select(a => a.Actor.UserId);

    private static OrgScope ScopeOf(IEnumerable<string> scope, List<OrgUnitRow> units)
    {
        var named = scope.ToList();
        return named.Contains(Accounts.Everything) ? OrgScope.All : OrgScope.Only(OrgTree.WithDescendants(named, units));
    }
}
