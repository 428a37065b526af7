using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>The counters alone, asked for again and again by an open queue; 304 where none changed.</summary>
[MayCall(Right.ReadCases)]
internal sealed class CountsModel(ICaseDesk desk, Actors actors, Tongue tongue) : PageModel
{
    public QueueCounts Counts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var view = QueueAddress.Read(Request.Query).View;
        Counts = new(await desk.CountAsync(actors.Of(User), cancel), view, v => "/cases?view=" + v);
        var tag = Counts.Tag.Insert(1, tongue.Lang + "-" + view + "-");
        Response.Headers.ETag = tag;
        return Request.Headers.IfNoneMatch == tag ? StatusCode(StatusCodes.Status304NotModified) : Page();
    }
}
