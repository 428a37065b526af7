using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages;

/// <summary>The designed form of 400, 403, 404 and 500; other pages' requests are re-executed here.</summary>
[AnyoneMayCall]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ProblemModel : PageModel
{
    public Text Title { get; private set; }

    public Text What { get; private set; }

    /// <summary>The number under which a fault stands in the log.</summary>
    public string? Number { get; private set; }

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        (Title, What) = code switch
        {
            400 => (Problems.BadRequest, Problems.BadRequestWhat),
            401 or 403 => (Problems.Forbidden, Problems.ForbiddenWhat),
            404 or 405 => (Problems.NotFound, Problems.NotFoundWhat),
            _ => (Problems.Fault, Problems.FaultWhat),
        };
        if (code >= 500)
            Number = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
        Response.StatusCode = code;
    }
}
