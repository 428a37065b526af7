using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>A slip of paper (A6) with the citizen's link as a QR code. Each is made by a post, shown once, and on record.</summary>
[MayCall(Right.PrintSlips)]
internal sealed class SlipModel(RereviewLinks links, Actors actors) : PageModel
{
    public string CaseNo { get; private set; } = "";

    public RereviewSlip? Slip { get; private set; }

    public Refusal? Refusal { get; private set; }

    public IActionResult OnGet(string no) => Redirect($"/cases/{Uri.EscapeDataString(no)}");

    public async Task<IActionResult> OnPostAsync(string no, CancellationToken cancel)
    {
        CaseNo = no;
        (Slip, Refusal) = await links.PrintAsync(no, actors.Of(User), cancel);
        if (Refusal is { Key: "NO_SUCH_CASE" or "OUT_OF_SCOPE" })
            return NotFound();
        Response.StatusCode = Slip is null ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
        return Page();
    }
}
