using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Tokens;

/// <summary>One's own tokens: made (shown once), seen, revoked. Making and revoking are audited.</summary>
[MayCall(Right.HoldTokens)]
internal sealed class IndexModel(AccessTokens tokens, AccessAudit audit, Actors actors, TimeProvider time) : PageModel
{
    public IReadOnlyList<AccessTokenRow> Tokens { get; private set; } = [];

    public NewToken? Made { get; private set; }

    public bool Wrong { get; private set; }

    public DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string? act, string? id, string? name, string[] scope, int days, CancellationToken cancel)
    {
        var who = actors.Of(User).UserId;
        if (act == "revoke")
        {
            if (!await tokens.RevokeAsync(id ?? "", who, cancel))
                return NotFound();
            await audit.WriteAsync(who, AuditActions.TokenRevoke, $"token {id}", "own token", cancel);
            return Redirect("/tokens");
        }
        if (string.IsNullOrWhiteSpace(name) || name.Length > 80 || scope.Length == 0 || scope.Any(s => !AccessTokens.Scopes.Contains(s)) || days is < 1 or > AccessTokens.LongestDays)
        {
            Wrong = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        else
        {
            Made = await tokens.CreateAsync(who, name, scope, days, cancel);
            await audit.WriteAsync(who, AuditActions.TokenMake, $"token {Made.Row.TokenId}", $"scopes {Made.Row.Scopes}, {days} days", cancel);
        }
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel) => Tokens = await tokens.ListAsync(actors.Of(User).UserId, cancel);
}
