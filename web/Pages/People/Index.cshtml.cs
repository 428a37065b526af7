using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.People;

/// <summary>The accounts, by filter, order and page.</summary>
[MayCall(Right.ManageAccounts)]
internal sealed class IndexModel(AccountAdmin people, OrgTree orgs, Tongue tongue) : PageModel
{
    private const int PageSize = 50;
    private Dictionary<string, string> _units = [];

    public AccountFilter Filter { get; private set; } = null!;

    public IReadOnlyList<AccountDetail> Rows { get; private set; } = [];

    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public SortHead Head(string key, Text name) => new(key, tongue[name], Filter.Sort, Filter.Descending, new(Request));

    public string UnitOf(string code) => code == Accounts.Everything ? tongue[AccountWords.Everything] : _units.GetValueOrDefault(code, code);

    public async Task OnGetAsync(int? page, CancellationToken cancel)
    {
        Filter = AccountFilter.Read(Request.Query);
        Units = await orgs.ListAsync(cancel);
        _units = Units.ToDictionary(u => u.Code, u => u.Name, StringComparer.Ordinal);
        var all = Filter.Of(await people.ListAsync(cancel));
        var at = Math.Clamp(page ?? 1, 1, 100_000);
        Rows = [.. all.Skip((at - 1) * PageSize).Take(PageSize)];
        var address = new AddressBar(Request);
        Pager = new(at, PageSize, all.Count, address, address.At("/accounts/export", ("page", null)));
    }
}
