using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Audit;

/// <summary>The access audit by filter and page, and on request a check of its whole chain.</summary>
[MayCall(Right.ReadAudit)]
internal sealed class IndexModel(AccessAudit audit) : PageModel
{
    private const int PageSize = 50;

    public AuditQuery Query { get; private set; } = null!;

    public AuditPage Found { get; private set; } = null!;

    public AuditCheck? Check { get; private set; }

    public Pager Pager { get; private set; } = null!;

    public Task OnGetAsync(int? page, CancellationToken cancel) => LoadAsync(page, cancel);

    public async Task OnPostAsync(CancellationToken cancel)
    {
        Check = await audit.VerifyAsync(cancel);
        await LoadAsync(null, cancel);
    }

    private async Task LoadAsync(int? page, CancellationToken cancel)
    {
        Query = AuditFilter.Read(Request.Query, Math.Clamp(page ?? 1, 1, 100_000), PageSize);
        Found = await audit.SearchAsync(Query, cancel);
        var address = new AddressBar(Request);
        Pager = new(Query.Page, PageSize, Found.Total, address, address.At("/audit/export", ("page", null)));
    }
}
