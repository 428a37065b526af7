using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;

namespace QualityInsight.Web.Pages;

/// <summary>Ends the session.</summary>
[MayCall(Right.SignedIn), OpenBeforeOwnPassword]
internal sealed class LogOutModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return LocalRedirect("/login");
    }
}
