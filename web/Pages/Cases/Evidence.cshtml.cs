using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>Where files are sent to. Each is checked by itself; those that fit are kept, the others named with the reason.</summary>
[MayCall(Right.ActOnCases)]
[RequestSizeLimit(MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostRequestBytes)]
internal sealed class EvidenceModel(CasePages pages, Actors actors, Tongue tongue, EvidenceVault? vault = null) : CaseScreen
{
    /// <summary>Files taken at once.</summary>
    internal const int MostFiles = 6;

    private const long MostRequestBytes = 160L << 20;

    public IActionResult OnGet(string no) => Redirect($"/cases/{Uri.EscapeDataString(no)}#files");

    public async Task<IActionResult> OnPostAsync(string no, CancellationToken cancel)
    {
        if (vault is null || await pages.LoadAsync(no, User, cancel) is null)
            return NotFound();
        var files = Request.Form.Files.Where(f => f.Name == "files" && f.FileName.Length > 0).ToArray();
        var errors = new List<string>();
        var kept = 0;
        if (files.Length == 0)
            errors.Add(tongue[DeskWords.NothingChosen]);
        else if (files.Length > MostFiles)
            errors.Add(tongue[DeskWords.TooManyAtOnce, MostFiles]);
        else
            foreach (var file in files)
            {
                await using var content = file.OpenReadStream();
                var result = await vault.AddAsync(no, content, file.FileName, actors.Of(User), cancel);
                kept += result.Done ? 1 : 0;
                if (result.Refusal is { } refusal)
                    errors.Add(Messages.Reason(refusal, tongue.Language));
            }
        if (errors.Count == 0)
            return Redirect($"/cases/{Uri.EscapeDataString(no)}?files={kept}#files");
        Content = (await pages.LoadAsync(no, User, cancel))! with { Notice = new() { FileErrors = errors, FilesKept = kept } };
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
