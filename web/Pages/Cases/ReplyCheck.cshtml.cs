using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>Hints about a reply while it is written. Keeps nothing.</summary>
[MayCall(Right.ActOnCases)]
internal sealed class ReplyCheckModel(ICaseDesk desk, ReplyDesk replies, Actors actors) : PageModel
{
    private const int Longest = 4000;

    public ReplyHints? Hints { get; private set; }

    public IActionResult OnGet(string no) => Redirect($"/cases/{Uri.EscapeDataString(no)}");

    public async Task<IActionResult> OnPostAsync(string no, string? text, CancellationToken cancel)
    {
        if (await desk.CaseAsync(no, actors.Of(User), cancel) is not { } page)
            return NotFound();
        Hints = await replies.HintsAsync(text is { Length: > Longest } ? text[..Longest] : text, page.Case, page.Now, cancel);
        return Page();
    }
}
