using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Policies;

/// <summary>The rules in which two policies differ.</summary>
[MayCall(Right.ReadPolicies)]
internal sealed class CompareModel(PolicyChoice choice) : PageModel
{
    public IReadOnlyList<PolicyOption> Options { get; private set; } = [];

    public IReadOnlyList<PolicyDifference>? Differences { get; private set; }

    public string? A { get; private set; }

    public string? B { get; private set; }

    public bool Unknown { get; private set; }

    public async Task OnGetAsync(string? a, string? b, CancellationToken cancel)
    {
        (A, B) = (a, b);
        Options = await choice.OptionsAsync(RightsTable.Holds(DeskUser.RolesOf(User), Right.DraftPolicies), cancel);
        if (a is null || b is null)
            return;
        if (await choice.FindAsync(a, cancel) is { } before && await choice.FindAsync(b, cancel) is { } after)
            Differences = PolicyTerms.Differences(before, after);
        else
            Unknown = true;
    }
}
