using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>The other bad reviews of a case's citizen, for the few who may ask; every look is on record.</summary>
[MayCall(Right.SeeCitizenHistory)]
internal sealed class CitizenModel(ICaseDesk desk, CitizenHistory citizens, Actors actors) : PageModel
{
    public string No { get; private set; } = "";

    public IReadOnlyList<EarlierOfCitizen> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string no, CancellationToken cancel)
    {
        var actor = actors.Of(User);
        if (await desk.CaseAsync(no, actor, cancel) is not { } page || await citizens.OfAsync(page.Case, actor, cancel) is not { } rows)
            return NotFound();
        (No, Rows) = (page.Case.CaseNo, rows);
        return Page();
    }
}
