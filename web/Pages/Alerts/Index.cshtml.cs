using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Jobs;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Alerts;

/// <summary>What is open or muted now, and everything that ever happened to alerts, by filter and page.</summary>
[MayCall(Right.ReadAlerts)]
internal sealed class IndexModel(AlertLog log, IAlertNames names, IJobDesk desk, TimeProvider time, Tongue tongue) : PageModel
{
    private const int PageSize = 50;

    public IJobDesk Desk => desk;

    public IReadOnlyList<AlertName> Known => names.All;

    public IReadOnlyList<AlertState> States { get; private set; } = [];

    public IReadOnlyList<AlertEventRow> History { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public string? Alert { get; private set; }

    public string? Kind { get; private set; }

    public string? Said { get; private set; }

    public DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    public bool MayMute => RightsTable.Holds(DeskUser.RolesOf(User), Right.MuteAlerts);

    public string NameOf(string id) => names.All.FirstOrDefault(n => n.Id == id) is { } name ? tongue.Pick(name.NameZh, name.NameEn) : id;

    public string? DoOf(string id) => names.All.FirstOrDefault(n => n.Id == id) is { } name ? tongue.Pick(name.DoZh, name.DoEn) : null;

    public async Task OnGetAsync(string? alert, string? kind, int? page, string? said, CancellationToken cancel)
    {
        (Alert, Kind, Said) = (Empty(alert), Empty(kind), said);
        States = await log.StatesAsync(cancel);
        var at = Math.Clamp(page ?? 1, 1, 100_000);
        (History, var total) = await log.HistoryAsync(Alert, Kind, at, PageSize, cancel);
        var address = new AddressBar(Request);
        Pager = new(at, PageSize, total, address, address.At("/alerts/export", ("page", null), ("said", null)));
    }

    internal static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 60 ? null : text;
}
