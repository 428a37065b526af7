using Microsoft.AspNetCore.Mvc;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>One case: what was said, what happened, when what is due, and what this account may do now.</summary>
[MayCall(Right.ReadCases)]
internal sealed class CaseModel(CasePages pages) : CaseScreen
{
    public async Task<IActionResult> OnGetAsync(string no, string? done, int files, string? template, CancellationToken cancel)
    {
        if (await pages.LoadAsync(no, User, cancel) is not { } content)
            return NotFound();
        Content = content with { Done = done, Notice = new() { FilesKept = Math.Clamp(files, 0, EvidenceModel.MostFiles), TemplateId = template } };
        return Page();
    }
}
