using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages;

/// <summary>One's own password; the only page open to an account whose password was given by somebody else.</summary>
[MayCall(Right.SignedIn), OpenBeforeOwnPassword]
internal sealed class PasswordModel(Accounts accounts, Actors actors) : PageModel
{
    public bool IsFirst => OwnPasswordFirst.IsAsked(HttpContext);

    public bool Done { get; private set; }

    public Text? Error { get; private set; }

    public void OnGet(string? done) => Done = done is not null;

    public async Task<IActionResult> OnPostAsync(string? old, string? fresh, string? again, CancellationToken cancel)
    {
        try
        {
            if (fresh != again)
                return Refused(AccountWords.NotTheSame);
            var session = await accounts.ChangePasswordAsync(actors.Of(User).UserId, old ?? "", fresh ?? "", cancel);
            await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SessionCheck.Principal(session.Actor, session.Stamp));
            return LocalRedirect(IsFirst ? "/" : "/password?done=1");
        }
        catch (AccountException e)
        {
            return Refused(AccountWords.Of(e.Fault));
        }
    }

    private PageResult Refused(Text why)
    {
        (Error, Response.StatusCode) = (why, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }
}
