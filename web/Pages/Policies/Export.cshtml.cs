using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Policies;

/// <summary>The versions of the page's filter as CSV.</summary>
[MayCall(Right.ReadPolicies)]
internal sealed class ExportModel(PolicyLibrary library) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q, CaseKind? kind, PolicyState? state, string? sort, string? dir, CancellationToken cancel)
    {
        var found = await IndexModel.FilteredAsync(library, q, kind, state, sort, dir, cancel);
        await CsvDownload.Write(Response, "policies.csv",
            ["version", "policy", "name_zh", "name_en", "kinds", "region", "valid_from", "state", "cases", "open_cases", "activated_utc", "activated_by", "reason"],
            found.Select(v => (IReadOnlyList<object?>)[v.Policy.Hash, v.Policy.Id, v.Policy.NameZh, v.Policy.NameEn, string.Join(' ', v.Policy.Kinds.Order().Select(k => k.Code())),
                v.Policy.Region, v.Policy.ValidFrom, v.State.Code(), v.Cases, v.OpenCases, v.ActivatedUtc, v.ActivatedBy, v.Reason]), cancel);
        return new EmptyResult();
    }
}
