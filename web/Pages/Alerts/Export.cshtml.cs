using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Jobs;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Alerts;

/// <summary>The history of the page's filter as CSV, the newest 10,000 events.</summary>
[MayCall(Right.ReadAlerts)]
internal sealed class ExportModel(AlertLog log, IJobDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? alert, string? kind, CancellationToken cancel)
    {
        var (rows, _) = await log.HistoryAsync(IndexModel.Empty(alert), IndexModel.Empty(kind), 1, 10_000, cancel);
        await CsvDownload.Write(Response, "alerts.csv", ["at", "event", "alert", "subject", "seen_zh", "seen_en", "who", "muted_until", "reason"],
            rows.Select(r => (IReadOnlyList<object?>)[Times.Exact(desk.At(r.AtUtc)), r.Kind, r.Alert, r.Subject, r.TextZh, r.TextEn, r.ActorId,
                r.UntilUtc is { } until ? Times.Exact(desk.At(until)) : null, r.Reason]), cancel);
        return new EmptyResult();
    }
}
