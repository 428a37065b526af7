using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Policies;

/// <summary>Every version ever put in force with who and why, drafts, and what is shipped.</summary>
[MayCall(Right.ReadPolicies)]
internal sealed class IndexModel(PolicyLibrary library, PolicyDrafts drafts, Colleagues colleagues, Tongue tongue) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<PolicyVersion> Found { get; private set; } = [];

    public IReadOnlyList<(PolicyDraftRow Row, PolicyCheck Check)> Drafts { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public Pager Pager { get; private set; } = null!;

    public string? Q { get; private set; }

    public CaseKind? Kind { get; private set; }

    public PolicyState? State { get; private set; }

    public string? Done { get; private set; }

    public bool MayTry => RightsTable.Holds(DeskUser.RolesOf(User), Right.TryPolicies);

    public bool MayDraft => RightsTable.Holds(DeskUser.RolesOf(User), Right.DraftPolicies);

    public SortHead Head(string key, Text name, bool numeric = false) =>
        new(key, tongue[name], SortOf(Request.Query["sort"]), Request.Query["dir"] == "desc", new AddressBar(Request), numeric);

    public async Task OnGetAsync(string? q, CaseKind? kind, PolicyState? state, string? sort, string? dir, int? page, DateOnly? done, CancellationToken cancel)
    {
        (Q, Kind, State, Done) = (q, kind, state, done?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Names = await colleagues.NamesAsync(cancel);
        var all = await FilteredAsync(library, q, kind, state, sort, dir, cancel);
        var at = Math.Clamp(page ?? 1, 1, 1000);
        Found = [.. all.Skip((at - 1) * PageSize).Take(PageSize)];
        var address = new AddressBar(Request);
        Pager = new(at, PageSize, all.Count, address, address.At("/policies/export", ("page", null), ("done", null)));
        Drafts = [.. (await drafts.ListAsync(cancel)).Select(d => (d, PolicyCheck.Of(d.Yaml)))];
    }

    internal static async Task<IReadOnlyList<PolicyVersion>> FilteredAsync(
        PolicyLibrary library, string? q, CaseKind? kind, PolicyState? state, string? sort, string? dir, CancellationToken cancel)
    {
        var text = q?.Trim() ?? "";
        var found = (await library.ListAsync(cancel)).Where(v => (kind is not { } k || v.Policy.Kinds.Contains(k)) && (state is null || v.State == state)
            && (text.Length == 0 || v.Policy.Hash.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                || new[] { v.Policy.Id, v.Policy.NameZh, v.Policy.NameEn }.Any(n => n.Contains(text, StringComparison.OrdinalIgnoreCase))));
        Func<PolicyVersion, IComparable>? by = sort switch { "cases" => v => v.Cases, "activated" => v => v.ActivatedUtc, "from" => v => v.Policy.ValidFrom, _ => null };
        return by is null ? [.. found] : dir == "desc" ? [.. found.OrderByDescending(by)] : [.. found.OrderBy(by)];
    }

    private static string SortOf(string? sort) => sort is "cases" or "activated" or "from" ? sort : "";
}
