using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages;

/// <summary>Leads to where one's day begins.</summary>
[MayCall(Right.SignedIn)]
internal sealed class IndexModel : PageModel
{
    public IActionResult OnGet() => Navigation.Home(User) is { } home ? LocalRedirect(home) : Page();
}
