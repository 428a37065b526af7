using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Jobs;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Jobs;

/// <summary>The runs of the page's filter as CSV, the newest 10,000; times of the schedule's zone.</summary>
[MayCall(Right.ReadJobs)]
internal sealed class ExportModel(IJobDesk desk, JobRuns runs) : PageModel
{
    private const int Most = 10_000;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (rows, _) = await runs.ListAsync(RunFilter.Read(Request.Query).Query(desk), 1, Most, cancel);
        await CsvDownload.Write(Response, "runs.csv", ["run", "step", "began", "ended", "outcome", "did", "asked_by", "server"],
            rows.Select(r => (IReadOnlyList<object?>)[r.Id, r.Job, Times.Exact(desk.At(r.StartedUtc)), r.FinishedUtc is { } end ? Times.Exact(desk.At(end)) : null,
                r.Outcome ?? JobRunQuery.Running, r.Detail, r.AskedBy, r.Server]), cancel);
        return new EmptyResult();
    }
}
