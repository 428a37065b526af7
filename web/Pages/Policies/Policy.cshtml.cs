using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Policies;

/// <summary>One policy, rule by rule, with its sources and its text.</summary>
[MayCall(Right.ReadPolicies)]
internal sealed class PolicyModel(PolicyLibrary library, PolicyChoice choice, Colleagues colleagues) : PageModel
{
    public Policy Policy { get; private set; } = null!;

    public PolicyVersion? Version { get; private set; }

    public string? ByName { get; private set; }

    public string Key { get; private set; } = "";

    public IReadOnlyList<PolicyOption> Options { get; private set; } = [];

    public bool MayDraft => Holds(Right.DraftPolicies);

    public bool MayTry => Holds(Right.TryPolicies);

    public bool MayActivate => Holds(Right.ActivatePolicies);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (id.Length > 80 || await library.FindAsync(id, cancel) is not { } found)
            return NotFound();
        Policy = found;
        Version = (await library.ListAsync(cancel)).FirstOrDefault(v => v.Policy.Hash == found.Hash);
        Key = PolicyFile.AllShipped.Any(p => p.Id == id) ? id : found.Hash[..12];
        if (Version is not null)
            ByName = (await colleagues.NamesAsync(cancel)).GetValueOrDefault(Version.ActivatedBy, Version.ActivatedBy);
        Options = await choice.OptionsAsync(withDrafts: false, cancel);
        return Page();
    }

    private bool Holds(Right right) => RightsTable.Holds(DeskUser.RolesOf(User), right);
}
