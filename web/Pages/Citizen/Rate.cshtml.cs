using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using QualityInsight.Feedback;
using QualityInsight.Ingest;
using QualityInsight.Web.Citizen;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Citizen;

/// <summary>
/// The citizen's page (再评页): what the matter was, what was done, and one answer. The token is the proof, in place of a
/// session and of a form token. Looking never spends it: mail scanners look too. Whatever token opens nothing gets one and the same page.
/// </summary>
[AnyoneMayCall]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(CitizenLimit.Policy)]
internal sealed class RateModel(RereviewLinks links, Tongue tongue) : PageModel
{
    public const int MostCharacters = 500;

    /// <summary>What the link opens; null: nothing.</summary>
    public RereviewMatter? Matter { get; private set; }

    public string? Token { get; private set; }

    public Satisfaction? Chosen { get; private set; }

    /// <summary>What the citizen wrote, where the page is shown again.</summary>
    public string? Words { get; private set; }

    public string? Error { get; private set; }

    /// <summary>The same page in the other language; none on the page that tells nothing, which says it in both.</summary>
    public string? OtherLanguage => Matter is null ? null : $"{RereviewLinks.Path}{Token}?lang={(tongue.IsChinese ? "en" : "zh-CN")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Token = CitizenToken.Of(HttpContext);
        Matter = await links.LookAsync(Token, cancel);
        return Shown(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // From the form itself and not as parameters: those stand in traces.
        Token = Request.HasFormContentType ? Request.Form["token"].ToString() : "";
        Matter = await links.LookAsync(Token, cancel);
        if (Matter is null)
            return Shown(StatusCodes.Status200OK);
        Words = Request.Form["text"].ToString().ReplaceLineEndings("\n").Trim();
        Chosen = Enum.GetValues<Satisfaction>().Cast<Satisfaction?>().FirstOrDefault(v => v!.Value.Code() == Request.Form["satisfaction"]);
        Error = Chosen is null ? tongue[RereviewWords.Choose] : Words.Length > MostCharacters ? tongue[RereviewWords.TooLong, MostCharacters] : null;
        if (Error is not null)
            return Shown(StatusCodes.Status422UnprocessableEntity);
        if (await links.RateAsync(Token, Chosen!.Value, Words.Length == 0 ? null : TextMask.Mask(Words), cancel))
            return Redirect($"{CitizenToken.Thanks}?lang={tongue.Lang}");
        Matter = null;
        return Shown(StatusCodes.Status200OK);
    }

    private PageResult Shown(int status)
    {
        Response.StatusCode = Matter is null ? StatusCodes.Status404NotFound : status;
        return Page();
    }
}
