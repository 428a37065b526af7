using System.Collections.Immutable;

namespace QualityInsight.Feedback;

/// <summary>What somebody may do in the loop (角色).</summary>
public enum Role
{
    /// <summary>评价人: the citizen, by a one-time link; rates what was done, nothing else.</summary>
    Reviewer,
    /// <summary>差评受理员: screens, merges, dispatches, judges feedback.</summary>
    IntakeClerk,
    /// <summary>承办人: calls, verifies, rectifies, asks, appeals.</summary>
    Handler,
    /// <summary>部门负责人: approves extensions and appeals, assigns.</summary>
    UnitLeader,
    /// <summary>申诉复核员: independent of the unit.</summary>
    AppealReviewer,
    /// <summary>督办员: cards, supervision.</summary>
    Supervisor,
    /// <summary>管理者: dashboards, reports.</summary>
    Manager,
    /// <summary>数据分析员: de-identified data only.</summary>
    Analyst,
    /// <summary>审计员: the access log.</summary>
    Auditor,
    /// <summary>系统管理员: accounts, policies, calendars; no cases.</summary>
    Administrator,
    /// <summary>系统: router, deadline sweep.</summary>
    System,
}

/// <summary>Which units' cases somebody sees (数据范围): all, or a closed list of org codes.</summary>
public sealed class OrgScope
{
    private readonly ImmutableHashSet<string>? _orgs;

    private OrgScope(ImmutableHashSet<string>? orgs) => _orgs = orgs;

    /// <summary>Every unit, and cases no unit has yet.</summary>
    public static OrgScope All { get; } = new(null);

    /// <summary>Only these units.</summary>
    public static OrgScope Only(IEnumerable<string> orgs) => new(orgs.ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>True where there is no limit.</summary>
    public bool IsAll => _orgs is null;

    /// <summary>The units, sorted; empty where <see cref="IsAll"/>.</summary>
    public IReadOnlyList<string> Orgs => _orgs is null ? [] : [.. _orgs.Order(StringComparer.Ordinal)];

    /// <summary>True where a case of this unit (null: of no unit yet) may be seen.</summary>
    public bool Covers(string? orgCode) => _orgs is null || (orgCode is not null && _orgs.Contains(orgCode));
}

/// <summary>Who acts: an account with its roles, home unit and scope. Guards look at nothing else about a person.</summary>
/// <param name="UserId">The account's id, written into every event.</param>
/// <param name="Name">As shown to colleagues.</param>
/// <param name="Roles">What the account may do.</param>
/// <param name="OrgCode">The home unit, or null (the system, a citizen).</param>
/// <param name="Scope">Whose cases the account sees.</param>
/// <param name="StaffCode">The number under which the person is rated at a counter, or null.</param>
public sealed record Actor(
    string UserId, string Name, IReadOnlySet<Role> Roles, string? OrgCode, OrgScope Scope, string? StaffCode = null)
{
    /// <summary>The program itself: router, sweep, automatic closing.</summary>
    public static Actor System { get; } = new("system", "系统", ImmutableHashSet.Create(Role.System), null, OrgScope.All);

    /// <summary>The citizen who wrote the review, known by a one-time link only.</summary>
    public static Actor Reviewer { get; } = new("reviewer", "评价人", ImmutableHashSet.Create(Role.Reviewer), null, OrgScope.All);

    /// <summary>True where the account has one of the roles.</summary>
    public bool Is(params ReadOnlySpan<Role> any)
    {
        foreach (var role in any)
            if (Roles.Contains(role))
                return true;
        return false;
    }

    /// <summary>The first of the roles the account has: the one it acts in. Falls back to its lowest role.</summary>
    public Role ActingAs(params ReadOnlySpan<Role> any)
    {
        foreach (var role in any)
            if (Roles.Contains(role))
                return role;
        return Roles.Order().First();
    }
}
