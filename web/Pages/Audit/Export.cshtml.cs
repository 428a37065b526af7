using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Audit;

/// <summary>The rows of the page's filter with their hashes as CSV, newest first; itself in the audit.</summary>
[MayCall(Right.ReadAudit)]
internal sealed class ExportModel(AccessAudit audit) : PageModel
{
    private const int Batch = 1000;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await CsvDownload.Write(Response, "audit.csv", ["row", "at_utc", "who", "action", "subject", "purpose", "previous_hash", "hash"], Rows(cancel), cancel);
        return new EmptyResult();
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows([EnumeratorCancellation] CancellationToken cancel)
    {
        long? last = null;
        for (var page = 1; ; page++)
        {
            var found = await audit.SearchAsync(AuditFilter.Read(Request.Query, page, Batch), cancel);
            // Rows written meanwhile push the older ones down; none is given twice.
            foreach (var row in found.Rows.Where(r => last is null || r.Seq < last).ToList())
            {
                last = row.Seq;
                yield return Of(row);
            }
            if (found.Rows.Count < Batch)
                yield break;
        }
    }

    private static object?[] Of(AccessAuditRow r) => [r.Seq, r.AtUtc, r.UserId, r.Action, r.Subject, r.Purpose, r.PreviousHash, r.Hash];
}
