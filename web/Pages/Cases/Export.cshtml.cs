using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Reports.Workbook;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>The queue under its filters as CSV or XLSX, all pages of it, row by row; first asks what it is needed for.</summary>
[MayCall(Right.ReadCases)]
internal sealed class ExportModel(ICaseDesk desk, Actors actors, Tongue tongue) : PageModel
{
    public ExportPurpose? Ask { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken cancel)
    {
        if ((Ask = ExportPurpose.Take(Request, "/cases")) is not null)
            return Page();
        var actor = actors.Of(User);
        var query = QueueAddress.Read(Request.Query);
        string[] heads =
        [
            tongue[CaseWords.CaseNo], tongue[CaseWords.Kind], tongue[CaseWords.State], tongue[CaseWords.Level], tongue[CaseWords.Review], tongue[CaseWords.Item],
            tongue[CaseWords.Hall], tongue[CaseWords.Unit], tongue[CaseWords.Handler], tongue[CaseWords.Due], tongue[CaseWords.ReviewedAt], tongue[CaseWords.Opened],
        ];
        if (format == "xlsx")
            await XlsxDownload.Write(Response, "cases.xlsx", tongue[CaseWords.QueueTitle], [.. heads.Select(h => new WorkbookColumn(h))], Rows(query, actor, cancel), cancel);
        else
            await CsvDownload.Write(Response, "cases.csv", heads, Rows(query, actor, cancel), cancel);
        return new EmptyResult();
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        QueueQuery query, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var r in desk.ListAsync(query, actor, cancel))
            yield return
            [
                r.CaseNo, tongue.NameOf(r.Kind), tongue.NameOf(r.State), r.Level == 0 ? null : r.Level, r.TextMasked, r.ItemName ?? r.ItemCode, r.HallName, r.OrgName ?? r.OrgCode,
                r.HandlerName, r.DueAt, r.ReviewedAt, r.OpenedAt,
            ];
    }
}
