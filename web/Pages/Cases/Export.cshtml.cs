using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>The queue under its filters as CSV, all pages of it.</summary>
[MayCall(Right.ReadCases)]
internal sealed class ExportModel(ICaseDesk desk, AccessAudit audit, Actors actors, Tongue tongue) : PageModel
{
    private const int PageSize = 500;
    private const int MostPages = 100;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var actor = actors.Of(User);
        var query = QueueAddress.Read(Request.Query) with { PageSize = PageSize };
        await audit.WriteAsync(actor.UserId, "EXPORT", "queue" + Request.QueryString, "CSV", cancel);
        string[] heads =
        [
            tongue[CaseWords.CaseNo], tongue[CaseWords.State], tongue[CaseWords.Level], tongue[CaseWords.Review], tongue[CaseWords.Item],
            tongue[CaseWords.Hall], tongue[CaseWords.Unit], tongue[CaseWords.Handler], tongue[CaseWords.Due], tongue[CaseWords.ReviewedAt], tongue[CaseWords.Opened],
        ];
        await CsvDownload.Write(Response, "cases.csv", heads, Rows(query, actor, cancel), cancel);
        return new EmptyResult();
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        QueueQuery query, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var found = await desk.QueueAsync(query with { Page = page }, actor, cancel);
            foreach (var r in found.Rows)
                yield return
                [
                    r.CaseNo, tongue.NameOf(r.State), r.Level, r.TextMasked, r.ItemName ?? r.ItemCode, r.HallName, r.OrgName ?? r.OrgCode,
                    r.HandlerName, r.DueAt, r.ReviewedAt, r.OpenedAt,
                ];
            if (page * PageSize >= found.Total)
                yield break;
        }
    }
}
