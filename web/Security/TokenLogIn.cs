using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Security;

/// <summary>States which scope a token needs to call an endpoint. An endpoint without it is closed to tokens.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TokenScopeAttribute(string scope) : Attribute
{
    /// <summary>One of <see cref="AccessTokens.Scopes"/>.</summary>
    public string Scope { get; } = scope;
}

/// <summary>
/// Programs call by <c>Authorization: Bearer qi_…</c>. The caller has its owner's roles of now, and of those only what the
/// token's scopes and the endpoint's <see cref="TokenScopeAttribute"/> agree on. A wrong token is 401, never a log-in page.
/// </summary>
internal sealed class TokenLogIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, AccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "token";

    private const string Bearer = "Bearer ";
    private static readonly object UseKey = new();

    /// <summary>Whether a request brings a token.</summary>
    public static bool Brings(HttpContext context) => context.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>The token of this request, or null.</summary>
    public static TokenUse? UseOf(HttpContext context) => context.Items[UseKey] as TokenUse;

    /// <summary>Whether the token of this request, if it has one, may call the endpoint.</summary>
    public static bool Allows(HttpContext context) => UseOf(context) is not { } use
        || (context.GetEndpoint()?.Metadata.GetMetadata<TokenScopeAttribute>() is { } needed && use.Scopes.Contains(needed.Scope));

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Brings(Context))
            return AuthenticateResult.NoResult();
        var text = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (await tokens.FindAsync(text, Context.RequestAborted) is not { } use)
            return AuthenticateResult.Fail("no such token");
        Context.Items[UseKey] = use;
        SessionCheck.Remember(Context, use.Actor);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(SessionCheck.Principal(use.Actor)), Scheme.Name));
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
