using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Policies;

/// <summary>The cases that come out differently, by the page's filter, as CSV. Numbers, units, times and counts; nothing of a person.</summary>
[MayCall(Right.TryPolicies)]
internal sealed class RunExportModel(DeskRuns runs, Actors actors) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string run, OutcomeChange? change, string? org, string? sort, string? dir, CancellationToken cancel)
    {
        if (runs.Find(run, actors.Of(User).UserId)?.Result is not WhatIfReport report)
            return Redirect("/policies/try?gone=true");
        await CsvDownload.Write(Response, "what-if.csv",
            ["policy_version", "case_no", "org_code", "org_name", "opened_at", "changes", "late_before", "late_after", "yellow_before", "yellow_after", "red_before", "red_after", "supervised_before", "supervised_after", "left_out", "clashes"],
            RunModel.Filtered(report, change, org, sort, dir).Select(c => (IReadOnlyList<object?>)[report.Policy.Hash, c.CaseNo, c.OrgCode, c.OrgName, c.OpenedAt,
                string.Join(' ', c.Changes.Order().Select(x => x.Code())), c.Before.Late, c.After.Late, c.Before.Yellow, c.After.Yellow, c.Before.Red, c.After.Red,
                c.Before.Supervised, c.After.Supervised, c.After.LeftOut, string.Join(' ', c.After.Clashes.Order().Select(x => x.Code()))]), cancel);
        return new EmptyResult();
    }
}
