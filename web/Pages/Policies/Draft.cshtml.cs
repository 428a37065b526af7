using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Policies;

/// <summary>A policy being written: its text, its faults by line, and what it changes.</summary>
[MayCall(Right.DraftPolicies)]
internal sealed class DraftModel(PolicyDrafts drafts, PolicyLibrary library, PolicyChoice choice, Actors actors, Tongue tongue) : PageModel
{
    public PolicyDraftRow? Row { get; private set; }

    public IReadOnlyList<PolicyDraftRow> History { get; private set; } = [];

    public Policy? Base { get; private set; }

    public string? From { get; private set; }

    public string Yaml { get; private set; } = "";

    public PolicyCheck Check { get; private set; } = new(null, []);

    public string? Error { get; private set; }

    public bool Saved { get; private set; }

    public bool MayTry => RightsTable.Holds(DeskUser.RolesOf(User), Right.TryPolicies);

    public bool MayActivate => RightsTable.Holds(DeskUser.RolesOf(User), Right.ActivatePolicies);

    /// <summary>The line as it stands in the text.</summary>
    public string? LineText(int line) => line > 0 ? Yaml.Split('\n').ElementAtOrDefault(line - 1)?.Trim() : null;

    public async Task<IActionResult> OnGetAsync(string? id, string? from, bool saved, CancellationToken cancel)
    {
        Saved = saved;
        return await LoadAsync(id, from, null, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? id, int version, string? from, string? yaml, string? act, CancellationToken cancel)
    {
        var began = string.IsNullOrEmpty(id) ? await choice.FindAsync(from, cancel) : null;
        if (string.IsNullOrEmpty(id) && began is null)
            return NotFound();
        var (row, refusal) = await drafts.SaveAsync(string.IsNullOrEmpty(id) ? null : id, version, began?.Hash ?? "", yaml ?? "", act == "remove", actors.Of(User), cancel);
        if (refusal is null)
            return Redirect(act == "remove" ? "/policies" : $"/policies/draft?id={row!.DraftId}&saved=true");
        if (!await LoadAsync(id, from, yaml, cancel))
            return NotFound();
        Error = Messages.Name(refusal.Value, tongue.Language);
        Response.StatusCode = refusal == DraftRefusal.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(string? id, string? from, string? written, CancellationToken cancel)
    {
        From = from;
        if (!string.IsNullOrEmpty(id))
        {
            History = await drafts.HistoryAsync(id, cancel);
            if (History is not [{ IsRemoved: false } last, ..])
                return false;
            Row = last;
            Base = await library.FindAsync(last.BasedOn, cancel);
        }
        else if ((Base = await choice.FindAsync(from, cancel)) is null)
            return false;
        Yaml = written ?? Row?.Yaml ?? Base!.Yaml;
        Check = PolicyCheck.Of(Yaml);
        return true;
    }
}
