using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Reports.Workbook;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Fallback;

/// <summary>The fallback register under its filters as CSV or XLSX, all pages of it, row by row; times local. First asks what it is needed for; what people wrote stays on the page.</summary>
[MayCall(Right.ReadCases)]
internal sealed class ExportModel(FallbackRegister register, Actors actors, Tongue tongue) : PageModel
{
    public ExportPurpose? Ask { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken cancel)
    {
        if ((Ask = ExportPurpose.Take(Request, "/fallback")) is not null)
            return Page();
        string[] heads =
        [
            tongue[CaseWords.CaseNo], tongue[FallbackWords.Entry], tongue[CaseWords.Kind], tongue[FallbackWords.Origin], tongue[CaseWords.Item], tongue[CaseWords.Unit],
            tongue[FallbackWords.Taken], tongue[FallbackWords.EndedAt], tongue[FallbackWords.Outcome], tongue[FallbackWords.Days],
        ];
        var rows = register.AllAsync(FallbackAddress.Read(Request.Query), actors.Of(User), cancel).Select(r => (IReadOnlyList<object?>)
        [
            r.Case.CaseNo, r.Entry.EntryNo, tongue.NameOf(r.Case.Kind), tongue.NameOf(r.Entry.Origin), r.Case.ItemName ?? r.Case.ItemCode, r.Case.OrgName ?? r.Case.OrgCode,
            r.Entry.TakenAt, r.Entry.EndedAt, r.Entry.Outcome is { } outcome ? tongue.NameOf(outcome) : tongue[FallbackWords.Open], r.Entry.WorkingDays,
        ]);
        if (format == "xlsx")
            await XlsxDownload.Write(Response, "fallback.xlsx", tongue[FallbackWords.Title], [.. heads.Select(h => new WorkbookColumn(h))], rows, cancel);
        else
            await CsvDownload.Write(Response, "fallback.csv", heads, rows, cancel);
        return new EmptyResult();
    }
}
