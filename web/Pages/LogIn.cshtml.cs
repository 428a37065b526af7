using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages;

/// <summary>Logging in with a name and a password; afterwards back to where one wanted to go, if that is ours.</summary>
[AnyoneMayCall]
internal sealed class LogInModel(Accounts accounts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    [BindProperty]
    public string? Login { get; set; }

    public Text? Error { get; private set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancel)
    {
        var attempt = await accounts.LogInAsync((Login ?? "").Trim(), password ?? "", cancel);
        if (attempt.Actor is null)
        {
            Error = attempt.LockedUntilUtc is null ? LogInWords.Wrong : LogInWords.Locked;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SessionCheck.Principal(attempt.Actor, attempt.Session!.Stamp));
        return LocalRedirect(LocalAddress.Or(Url, Back, "/"));
    }
}
