using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Notices;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Notices;

/// <summary>One's own notices under their filters as CSV.</summary>
[MayCall(Right.SignedIn)]
internal sealed class ExportModel(NoticeDesk notices, Tongue tongue) : PageModel
{
    private const int MostRows = 10_000;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var question = NoticeAddress.Read(Request.Query);
        var found = await notices.ListAsync(DeskUser.From(User)!.Id, question.Kind, question.OnlyUnread, question.OldestFirst, 1, MostRows, cancel);
        string[] heads = [tongue[NoticeWords.When], tongue[NoticeWords.Kind], tongue[CaseWords.CaseNo], tongue[NoticeWords.What], tongue[CaseWords.Due], tongue[NoticeWords.State]];
        await CsvDownload.Write(Response, "notices.csv", heads, found.Rows.Select(n => (IReadOnlyList<object?>)
        [
            n.At, tongue.NameOf(n.Kind), n.CaseNo, Messages.Notice(n.Kind, tongue.Language, n.CaseNo, n.Detail, n.DueAt), n.DueAt,
            tongue[n.ReadUtc is null ? NoticeWords.IsUnread : NoticeWords.IsRead],
        ]), cancel);
        return new EmptyResult();
    }
}
