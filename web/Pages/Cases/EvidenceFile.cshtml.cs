using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>
/// A file of a case, always as a download: never shown inside our pages, never sniffed, never run. Only within scope, only by the
/// case it belongs to, on record in the access audit.
/// </summary>
[MayCall(Right.ReadCases)]
internal sealed class EvidenceFileModel(Actors actors, EvidenceVault? vault = null) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string no, string hash, CancellationToken cancel)
    {
        if (vault is null)
            return NotFound();
        try
        {
            if (await vault.OpenAsync(no, hash, actors.Of(User), cancel) is not { } file)
                return NotFound();
            Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return File(file.Content, file.Item.MediaType, file.Item.FileName);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }
    }
}
