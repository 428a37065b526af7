using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Security;

/// <summary>
/// Reads the account again on every request: a closed account, a changed role, scope or password takes effect at once.
/// Programs that call the API get 401 and 403, people get the log-in page and the "no permission" page.
/// </summary>
internal sealed class SessionCheck(Accounts accounts) : CookieAuthenticationEvents
{
    private const string StampClaim = "qi:stamp";
    private static readonly object ActorKey = new();

    /// <summary>The account behind this request.</summary>
    public static Actor ActorOf(HttpContext context) => (Actor)context.Items[ActorKey]!;

    /// <summary>Keeps the account of a request that brought a token.</summary>
    public static void Remember(HttpContext context, Actor actor) => context.Items[ActorKey] = actor;

    /// <summary>What the cookie holds, and what rights are judged by in this request.</summary>
    public static ClaimsPrincipal Principal(Actor actor, string stamp = "")
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, actor.UserId));
        identity.AddClaim(new(ClaimTypes.Name, actor.Name));
        if (stamp.Length > 0)
            identity.AddClaim(new(StampClaim, stamp));
        if (actor.OrgCode is { } org)
            identity.AddClaim(new(DeskUser.OrgClaim, org));
        foreach (var role in actor.Roles.Order())
            identity.AddClaim(new(ClaimTypes.Role, role.Code()));
        return new(identity);
    }

    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (id is null || await accounts.SessionAsync(id, context.HttpContext.RequestAborted) is not { } session
            || session.Stamp != (context.Principal!.FindFirstValue(StampClaim) ?? ""))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }
        context.ReplacePrincipal(Principal(session.Actor, session.Stamp));
        context.HttpContext.Items[ActorKey] = session.Actor;
        if (session.MustChangePassword)
            OwnPasswordFirst.Ask(context.HttpContext);
    }

    /// <inheritdoc />
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => OrStatus(context, 401);

    /// <inheritdoc />
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static Task OrStatus(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
