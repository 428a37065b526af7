using System.Collections.Frozen;
using System.Security.Claims;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Rights;

/// <summary>Who is signed in, as the cookie says; roles and scope are read afresh from the store on every request.</summary>
/// <param name="Id">The account's id, which is the name to log in with.</param>
/// <param name="Name">As shown to colleagues.</param>
/// <param name="Roles">What the account may do.</param>
/// <param name="OrgCode">The home unit, or null.</param>
internal sealed record DeskUser(string Id, string Name, IReadOnlySet<Role> Roles, string? OrgCode)
{
    public const string OrgClaim = "qi:org";

    /// <summary>The signed-in person, or null.</summary>
    public static DeskUser? From(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id)
            return null;
        return new(id, user.Identity?.Name ?? id, RolesOf(user), user.FindFirstValue(OrgClaim));
    }

    public static FrozenSet<Role> RolesOf(ClaimsPrincipal user) =>
        user.FindAll(ClaimTypes.Role).Select(c => Codes.Parse<Role>(c.Value)).ToFrozenSet();
}
