using Microsoft.AspNetCore.Http;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Pages.People;

/// <summary>Which accounts the list shows, as its address says.</summary>
/// <param name="Text">A part of login or name.</param>
/// <param name="Role">Only with this role.</param>
/// <param name="Org">Only of this home unit.</param>
/// <param name="State"><c>active</c>, <c>off</c>, <c>locked</c>, <c>first</c>, or null for all.</param>
/// <param name="Sort"><c>login</c>, <c>name</c> or <c>unit</c>.</param>
/// <param name="Descending">Downwards.</param>
internal sealed record AccountFilter(string? Text, Role? Role, string? Org, string? State, string Sort, bool Descending)
{
    public static IReadOnlyList<string> States { get; } = ["active", "off", "locked", "first"];

    public static AccountFilter Read(IQueryCollection query)
    {
        string? Of(string key) => query[key].ToString().Trim() is { Length: > 0 and <= 60 } text ? text : null;
        return new(
            Of("q"), Enum.TryParse<Role>(Of("role"), out var role) && Enum.IsDefined(role) ? role : null, Of("org"),
            Of("state") is { } state && States.Contains(state) ? state : null,
            Of("sort") is "name" or "unit" ? Of("sort")! : "login", Of("dir") == "desc");
    }

    /// <summary>The accounts that fit, sorted.</summary>
    public IReadOnlyList<AccountDetail> Of(IEnumerable<AccountDetail> all)
    {
        var fit = all.Where(a =>
            (Text is null || a.UserId.Contains(Text, StringComparison.OrdinalIgnoreCase) || a.Name.Contains(Text, StringComparison.OrdinalIgnoreCase))
            && (Role is null || a.Roles.Contains(Role.Value)) && (Org is null || a.OrgCode == Org)
            && State switch { "active" => a.IsActive, "off" => !a.IsActive, "locked" => a.LockedUntilUtc is not null, "first" => a.MustChangePassword, _ => true });
        string Key(AccountDetail a) => Sort switch { "name" => a.Name, "unit" => a.OrgCode ?? "", _ => a.UserId };
        return Descending
            ? [.. fit.OrderByDescending(Key, StringComparer.Ordinal).ThenBy(a => a.UserId, StringComparer.Ordinal)]
            : [.. fit.OrderBy(Key, StringComparer.Ordinal).ThenBy(a => a.UserId, StringComparer.Ordinal)];
    }
}
