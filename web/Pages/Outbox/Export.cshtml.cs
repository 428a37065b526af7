using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Notices;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Outbox;

/// <summary>The outbox under its filters as CSV; times UTC.</summary>
[MayCall(Right.ManageOutbox)]
internal sealed class ExportModel(OutboxDesk outbox, Tongue tongue) : PageModel
{
    private const int MostRows = 10_000;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var question = NoticeAddress.Read(Request.Query);
        var found = await outbox.ListAsync(question.State, question.Channel, question.OldestFirst, 1, MostRows, cancel);
        string[] heads =
        [
            tongue[NoticeWords.Created] + " (UTC)", tongue[NoticeWords.Channel], tongue[NoticeWords.Recipient], tongue[NoticeWords.Subject],
            tongue[NoticeWords.Attempts], tongue[NoticeWords.State], tongue[NoticeWords.Ended] + " (UTC)", tongue[NoticeWords.LastError],
        ];
        await CsvDownload.Write(Response, "outbox.csv", heads, found.Rows.Select(o => (IReadOnlyList<object?>)
        [
            o.CreatedUtc, o.Channel, o.Recipient, o.Subject, o.Attempts, tongue.NameOf(question.State), o.SentUtc ?? o.DeadUtc ?? o.WithdrawnUtc, o.LastError,
        ]), cancel);
        return new EmptyResult();
    }
}
