using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Security;

/// <summary>
/// Sign-on by a proxy that has checked who somebody is (单点登录): it names the account in a header. The header counts only on
/// connections from the addresses configured; from anywhere else it is as if it were not there. A name that is no active
/// account is refused. What the proxy says holds for the request only: no session is made that could outlive it.
/// </summary>
internal sealed class HeaderLogIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, WebOptions web, Accounts accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "header";

    /// <summary>Whether a request comes from a trusted proxy that names somebody.</summary>
    public static bool Brings(HttpContext context, WebOptions web) =>
        web.SignOnHeader is { Length: > 0 } header && IsTrusted(context.Connection.RemoteIpAddress, web.SignOnProxies) && context.Request.Headers.ContainsKey(header);

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Brings(Context, web))
            return AuthenticateResult.NoResult();
        // Two values mean that the proxy added its own to one the browser sent: neither can be believed.
        if (Request.Headers[web.SignOnHeader!] is not [{ Length: > 0 } name] || await accounts.SessionAsync(name.Trim(), Context.RequestAborted) is not { } session)
            return AuthenticateResult.Fail("no such account");
        SessionCheck.Remember(Context, session.Actor);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(SessionCheck.Principal(session.Actor)), Scheme.Name));
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static bool IsTrusted(IPAddress? address, IReadOnlyCollection<IPAddress> proxies) =>
        address is not null && proxies.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
