using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Analytics.Texts;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>Takes a person's word on what went wrong: which labels fit, which do not, which are missing.</summary>
[MayCall(Right.ActOnCases)]
internal sealed class LabelsModel(ICaseDesk desk, LabelDecisions labels, Actors actors) : PageModel
{
    public IActionResult OnGet(string no) => Redirect($"/cases/{Uri.EscapeDataString(no)}#said");

    public async Task<IActionResult> OnPostAsync(string no, string? also, CancellationToken cancel)
    {
        var actor = actors.Of(User);
        if (await desk.CaseAsync(no, actor, cancel) is not { } page)
            return NotFound();
        var words = Request.Form.Where(f => f.Value.ToString() is "yes" or "no")
            .Where(f => f.Key.StartsWith("label-", StringComparison.Ordinal))
            .Select(f => (Label: f.Key[6..], IsRight: f.Value.ToString() == "yes")).ToList();
        if (!string.IsNullOrEmpty(also))
            words.Add((also, true));
        if (words.Any(w => ProblemTaxonomy.Find(w.Label) is null))
            return BadRequest();
        return await labels.DecideAsync(page.Case, words, actor, cancel)
            ? Redirect($"/cases/{Uri.EscapeDataString(no)}?done=labels#said") : Forbid();
    }
}
