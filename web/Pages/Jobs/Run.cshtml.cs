using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Jobs;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Jobs;

/// <summary>One run with its log; while it goes on, how far it is.</summary>
[MayCall(Right.ReadJobs)]
internal sealed class RunModel(IJobDesk desk, JobRuns runs, TimeProvider time) : PageModel
{
    public IJobDesk Desk => desk;

    public JobRunRow Run { get; private set; } = null!;

    public IReadOnlyList<JobLineRow> Lines { get; private set; } = [];

    public string Log => string.Join('\n', Lines.Select(l => $"{desk.At(l.AtUtc).ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {l.Text}"));

    public DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    public string? Said { get; private set; }

    public bool MayRun => RightsTable.Holds(DeskUser.RolesOf(User), Right.RunJobs);

    public async Task<IActionResult> OnGetAsync(long run, string? said, CancellationToken cancel)
    {
        if (await runs.FindAsync(run, cancel) is not { } found)
            return NotFound();
        (Run, Lines) = found;
        Said = said;
        return Page();
    }
}
