using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages;

/// <summary>Logging in with a name and a password; afterwards back to where one wanted to go, if that is ours.</summary>
[AnyoneMayCall]
internal sealed class LogInModel(IAccounts accounts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    [BindProperty]
    public string? Login { get; set; }

    public Text? Error { get; private set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancel)
    {
        var (outcome, account) = await accounts.LogInAsync((Login ?? "").Trim(), password ?? "", cancel);
        if (account is null)
        {
            Error = outcome == LogInOutcome.Locked ? LogInWords.Locked : LogInWords.Wrong;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SessionCheck.Principal(account));
        return LocalRedirect(LocalAddress.Or(Url, Back, "/"));
    }
}
