using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Jobs;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Jobs;

/// <summary>Where the pages of jobs send what an administrator does: run, pause, resume a step; stop a run. Each is audited.</summary>
[MayCall(Right.RunJobs)]
internal sealed class ActModel(IJobDesk desk, JobRuns runs, AccessAudit audit, Actors actors) : PageModel
{
    public IActionResult OnGet() => Redirect("/jobs");

    public async Task<IActionResult> OnPostAsync(string? act, string? step, long? run, CancellationToken cancel)
    {
        var who = actors.Of(User).UserId;
        var subject = run is { } id ? string.Create(CultureInfo.InvariantCulture, $"run {id}") : step ?? "";
        (bool Done, string Action)? asked = act switch
        {
            "run" => (await desk.RunNowAsync(step ?? "", who, cancel), AuditActions.JobRun),
            "pause" => (await desk.PauseAsync(step ?? "", who, cancel), AuditActions.JobPause),
            "resume" => (await desk.ResumeAsync(step ?? "", cancel), AuditActions.JobResume),
            "stop" => (run is { } number && await runs.AskStopAsync(number, who, cancel), AuditActions.JobStop),
            _ => null,
        };
        if (asked is not var (done, action))
            return BadRequest();
        if (done)
            await audit.WriteAsync(who, action, subject, "operating the pipeline", cancel);
        return action == AuditActions.JobStop
            ? Redirect(string.Create(CultureInfo.InvariantCulture, $"/jobs/runs/{run}{(done ? "" : "?said=ended")}"))
            : Redirect($"/jobs?said={(done ? "ok" : "no")}");
    }
}
