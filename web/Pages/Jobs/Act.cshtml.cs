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
        bool? done = act switch
        {
            "run" => await desk.RunNowAsync(step ?? "", who, cancel),
            "pause" => await desk.PauseAsync(step ?? "", who, cancel),
            "resume" => await desk.ResumeAsync(step ?? "", cancel),
            "stop" => run is { } number && await runs.AskStopAsync(number, who, cancel),
            _ => null,
        };
        if (done is null)
            return BadRequest();
        if (done.Value)
            await audit.WriteAsync(who, $"JOB_{act!.ToUpperInvariant()}", subject, "operating the pipeline", cancel);
        return act == "stop"
            ? Redirect(string.Create(CultureInfo.InvariantCulture, $"/jobs/runs/{run}{(done.Value ? "" : "?said=ended")}"))
            : Redirect($"/jobs?said={(done.Value ? "ok" : "no")}");
    }
}
