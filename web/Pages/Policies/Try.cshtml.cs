using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Policies;

/// <summary>Asks what a policy would have done to the cases of a period, within one's scope; the last whole quarter unless another is chosen.</summary>
[MayCall(Right.TryPolicies)]
internal sealed class TryModel(WhatIf whatIf, RuleBook rules, PolicyChoice choice, DeskRuns runs, Actors actors) : PageModel
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public IReadOnlyList<PolicyOption> Options { get; private set; } = [];

    public string? Policy { get; private set; }

    public string? From { get; private set; }

    public string? To { get; private set; }

    public Text? Said { get; private set; }

    public async Task OnGetAsync(string? policy, bool gone, CancellationToken cancel)
    {
        Said = gone ? PolicyWords.Gone : null;
        Options = await choice.OptionsAsync(withDrafts: true, cancel);
        Policy = policy;
        var zoned = await choice.FindAsync(policy, cancel) ?? PolicyFile.Preset("default");
        var (from, to) = WhatIf.LastQuarter(DateOnly.FromDateTime(rules.Now(zoned)));
        (From, To) = (Day(from), Day(to));
    }

    public async Task<IActionResult> OnPostAsync(string? policy, string? from, string? to, CancellationToken cancel)
    {
        var who = actors.Of(User);
        if (await choice.FindAsync(policy, cancel) is { } chosen && Date(from) is { } first && Date(to) is { } last && last >= first && last <= first.AddYears(3))
        {
            var run = runs.Start(who.UserId, chosen, canStop: true, async r => await whatIf.RunAsync(chosen, first, last, who.Scope, r, r.Stop.Token));
            if (run is not null)
            {
                await Task.WhenAny(run.Work, Task.Delay(Moment, cancel));
                return Redirect($"/policies/runs/{run.Id}");
            }
            (Said, Response.StatusCode) = (PolicyWords.Busy, StatusCodes.Status429TooManyRequests);
        }
        else
            (Said, Response.StatusCode) = (PolicyWords.BadPeriod, StatusCodes.Status422UnprocessableEntity);
        Options = await choice.OptionsAsync(withDrafts: true, cancel);
        (Policy, From, To) = (policy, from, to);
        return Page();
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;
}
