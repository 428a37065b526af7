using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Policies;

/// <summary>A what-if of one's own: how far it is, or what it found; the cases that come out differently by filter and page.</summary>
[MayCall(Right.TryPolicies)]
internal sealed class RunModel(DeskRuns runs, Actors actors, Tongue tongue) : PageModel
{
    private const int PageSize = 50;

    public DeskRun Run { get; private set; } = null!;

    public Policy Policy => (Policy)Run.Input;

    public WhatIfReport? Report => Run.Result as WhatIfReport;

    public IReadOnlyList<(string Name, BeforeAfter Value)> Sums { get; private set; } = [];

    public IReadOnlyList<WhatIfCase> Found { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name)> Units { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public OutcomeChange? Change { get; private set; }

    public string? Org { get; private set; }

    public SortHead Head(string key, Text name) => new(key, tongue[name], Request.Query["sort"].ToString(), Request.Query["dir"] == "desc", new AddressBar(Request));

    public IActionResult OnGet(string run, OutcomeChange? change, string? org, string? sort, string? dir, int? page)
    {
        if (runs.Find(run, actors.Of(User).UserId) is not { Input: Feedback.Policy } found)
            return Redirect("/policies/try?gone=true");
        (Run, Change, Org) = (found, change, org);
        if (Report is not { } report)
            return Page();
        Sums = [.. SumsOf(report, tongue)];
        Units = [.. report.Different.Where(d => d.OrgCode is not null).Select(d => (d.OrgCode!, d.OrgName ?? d.OrgCode!)).Distinct().OrderBy(u => u.Item1, StringComparer.Ordinal)];
        var rows = Filtered(report, change, org, sort, dir);
        var at = Math.Clamp(page ?? 1, 1, 100_000);
        Found = [.. rows.Skip((at - 1) * PageSize).Take(PageSize)];
        var address = new AddressBar(Request);
        Pager = new(at, PageSize, rows.Count, address, address.At($"/policies/runs/{found.Id}/export", ("page", null)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string run)
    {
        if (runs.Find(run, actors.Of(User).UserId) is not { } found)
            return Redirect("/policies/try?gone=true");
        await found.Stop.CancelAsync();
        return Redirect($"/policies/runs/{found.Id}");
    }

    internal static List<WhatIfCase> Filtered(WhatIfReport report, OutcomeChange? change, string? org, string? sort, string? dir)
    {
        var rows = report.Different.Where(d => (change is not { } c || d.Changes.Contains(c)) && (string.IsNullOrEmpty(org) || d.OrgCode == org));
        Func<WhatIfCase, IComparable>? by = sort switch { "opened" => d => d.OpenedAt, "late" => d => d.After.Late - d.Before.Late, _ => null };
        return by is null ? [.. rows] : dir == "desc" ? [.. rows.OrderByDescending(by)] : [.. rows.OrderBy(by)];
    }

    private static IEnumerable<(string, BeforeAfter)> SumsOf(WhatIfReport r, Tongue tongue)
    {
        yield return (tongue[PolicyWords.Met], r.Met);
        yield return (tongue[PolicyWords.Missed], r.Missed);
        yield return (tongue[PolicyWords.LateCases], r.LateCases);
        yield return (tongue[PolicyWords.Yellow], r.Yellow);
        yield return (tongue[PolicyWords.Red], r.Red);
        yield return (tongue[PolicyWords.Supervised], r.Supervised);
        yield return (tongue[PolicyWords.Unrated], r.ClosedUnrated);
        yield return (tongue[PolicyWords.Provisional], r.Provisional);
        foreach (var (branch, n) in r.Branches.OrderBy(b => b.Key, StringComparer.Ordinal))
            yield return ($"{tongue[PolicyWords.Branches]}：{(branch == WhatIfReport.NoBranch ? tongue[PolicyWords.NoBranch] : tongue.NameOf(Codes.Parse<Branch>(branch)))}", n);
    }
}
