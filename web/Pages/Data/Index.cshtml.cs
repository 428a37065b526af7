using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Data;

/// <summary>Feeds with their freshness and accounting, refused rows by reason, doubts, and every load.</summary>
[MayCall(Right.ReadDataQuality)]
internal sealed class IndexModel(DataQuality data) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<FeedLine>? Feeds { get; private set; }

    public IReadOnlyList<BatchLine> Batches { get; private set; } = [];

    public IReadOnlyList<ReasonLine> Reasons { get; private set; } = [];

    public IReadOnlyList<RuleLine> Flags { get; private set; } = [];

    public IReadOnlyList<NulledLine> Nulled { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public bool MayDownload { get; private set; }

    public async Task OnGetAsync(int? page, CancellationToken cancel)
    {
        Feeds = await data.FeedsAsync(cancel);
        if (Feeds is null)
            return;
        var at = Math.Clamp(page ?? 1, 1, 100_000);
        Batches = await data.BatchesAsync((at - 1) * PageSize, PageSize, cancel) ?? [];
        Reasons = await data.ReasonsAsync(cancel) ?? [];
        Flags = await data.FlagsAsync(cancel) ?? [];
        Nulled = await data.NulledAsync(cancel) ?? [];
        Pager = new(at, PageSize, Batches.FirstOrDefault()?.Total ?? 0, new(Request), null);
        MayDownload = RightsTable.Holds(DeskUser.RolesOf(User), Right.DownloadQuarantine);
    }

    /// <summary>A UTC moment to the minute.</summary>
    public static string Utc(DateTime? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "—";
}
