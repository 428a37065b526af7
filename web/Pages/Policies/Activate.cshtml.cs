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

/// <summary>Putting a policy in force: what it changes, from which day, and why.</summary>
[MayCall(Right.ActivatePolicies)]
internal sealed class ActivateModel(PolicyLibrary library, PolicyChoice choice, RuleBook rules, Actors actors, Tongue tongue) : PageModel
{
    public Policy? Policy { get; private set; }

    public string? Key { get; private set; }

    public IReadOnlyList<(CaseKind Kind, Policy Now)> Now { get; private set; } = [];

    public string Today { get; private set; } = "";

    public string? From { get; private set; }

    public string? Reason { get; private set; }

    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? policy, CancellationToken cancel)
    {
        await LoadAsync(policy, cancel);
        if (Policy is null)
        {
            Error = tongue[PolicyWords.NotFound];
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? policy, string? hash, string? from, string? reason, CancellationToken cancel)
    {
        await LoadAsync(policy, cancel);
        (From, Reason) = (from, reason);
        if (Policy is null)
            Error = tongue[PolicyWords.NotFound];
        else if (Policy.Hash != hash) // the draft was changed after this page was read
            Error = Messages.Name(DraftRefusal.Stale, tongue.Language);
        else if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Error = Messages.Name(ActivationRefusal.Past, tongue.Language);
        else
        {
            var (done, refusal) = await library.ActivateAsync(Policy, day, reason ?? "", actors.Of(User), cancel);
            if (done is not null)
                return Redirect($"/policies?done={done.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
            Error = Messages.Name(refusal!.Value, tongue.Language);
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(string? key, CancellationToken cancel)
    {
        Key = key;
        Policy = await choice.FindAsync(key, cancel);
        if (Policy is null)
            return;
        var today = DateOnly.FromDateTime(rules.Now(Policy));
        (Today, From) = (today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var versions = await library.ListAsync(cancel);
        Now = [.. Policy.Kinds.Order().Select(k => (k, versions.FirstOrDefault(v => v.State == PolicyState.InForce && v.Policy.Kinds.Contains(k))?.Policy))
            .Where(n => n.Item2 is not null).Select(n => (n.k, n.Item2!)).DistinctBy(n => n.Item2.Hash)];
    }
}
