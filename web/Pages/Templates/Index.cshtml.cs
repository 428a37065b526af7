using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Templates;

/// <summary>Reply templates: those of every unit and of one's own, with their versions; a change is a new version.</summary>
[MayCall(Right.ManageTemplates)]
internal sealed class IndexModel(ReplyTemplates templates, Actors actors, IDirectory directory, Colleagues colleagues, Tongue tongue) : PageModel
{
    public IReadOnlyList<ReplyTemplate> Found { get; private set; } = [];

    /// <summary>Versions of the one that is open, newest first.</summary>
    public IReadOnlyList<ReplyTemplate> Versions { get; private set; } = [];

    public IReadOnlyList<Named> Units { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public Actor Who { get; private set; } = null!;

    public string? Error { get; private set; }

    public bool Saved { get; private set; }

    /// <summary>What was filled in, where it was not saved.</summary>
    public (string Title, string Body)? Kept { get; private set; }

    public string Show { get; private set; } = "active";

    public async Task<IActionResult> OnGetAsync(string? id, string? show, bool saved, CancellationToken cancel)
    {
        Saved = saved;
        Show = show == "all" ? "all" : "active";
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(
        string? id, int version, string? org, string? title, string? body, string? keep, CancellationToken cancel)
    {
        var (saved, refusal) = await templates.SaveAsync(
            string.IsNullOrEmpty(id) ? null : id, version, string.IsNullOrEmpty(org) ? null : org, title ?? "", body ?? "", keep != "no", actors.Of(User), cancel);
        if (refusal is null)
            return Redirect($"/templates?id={saved}&saved=true");
        if (!await LoadAsync(id, cancel))
            return NotFound();
        Error = Messages.Name(refusal.Value, tongue.Language);
        Kept = (title ?? "", body ?? "");
        Response.StatusCode = refusal == TemplateRefusal.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The name of the units a template is for.</summary>
    public string For(ReplyTemplate template) => template.OrgCode is not { } org
        ? tongue[DeskWords.TemplateShared] : Units.FirstOrDefault(u => u.Code == org)?.Name ?? org;

    private async Task<bool> LoadAsync(string? id, CancellationToken cancel)
    {
        Who = actors.Of(User);
        Units = await directory.UnitsAsync(cancel);
        Names = await colleagues.NamesAsync(cancel);
        Found = [.. (await templates.ListAsync(Who, cancel)).Where(t => Show == "all" || t.IsActive)];
        Versions = string.IsNullOrEmpty(id) ? [] : await templates.HistoryAsync(id, Who, cancel);
        return string.IsNullOrEmpty(id) || Versions.Count > 0;
    }
}
