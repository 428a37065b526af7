using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Analytics;
using QualityInsight.Feedback;
using QualityInsight.Reports;
using QualityInsight.Reports.Mail;
using QualityInsight.Reports.Making;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.ReportDesk;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Reports;

/// <summary>The reports made within one's scope, and making one now.</summary>
[MayCall(Right.ReadReports)]
internal sealed class IndexModel(ReportShelf shelf, LetterSpool spool, ReportMaking making, IDirectory directory, Actors actors, Tongue tongue, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<ShelvedReport> Found { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public string? Kind { get; private set; }

    public ReportState? State { get; private set; }

    public IReadOnlyList<(string? Code, string Name)> Units { get; private set; } = [];

    public IReadOnlyList<Making> Making { get; private set; } = [];

    public string Week { get; private set; } = "";

    public string? Error { get; private set; }

    private IReadOnlyList<SpooledLetter> _letters = [];

    public async Task OnGetAsync(string? kind, ReportState? state, int? page, CancellationToken cancel) => await Fill(kind, state, page, cancel);

    public async Task<IActionResult> OnPostMakeAsync(string kind, string period, string? org, string language, CancellationToken cancel)
    {
        var scope = actors.Of(User).Scope;
        var unit = string.IsNullOrEmpty(org) ? null : org;
        period = period?.Trim() ?? "";
        if (unit is null ? !scope.IsAll : !scope.Covers(unit))
            return await Refused(tongue[ReportWords.NotYours, unit ?? tongue[ReportWords.Whole]], cancel);
        if (!ReportKinds.Regular.Contains(kind) || !Fits(kind, period))
            return await Refused(tongue[ReportWords.NoPeriod, period, tongue[ReportWords.MakeHint]], cancel);
        making.Start(new(kind, period, unit, language == "en" ? ReportLanguage.English : ReportLanguage.Chinese), actors.Of(User).UserId);
        return Redirect("/reports");
    }

    public IActionResult OnPostCancel(string id)
    {
        var actor = actors.Of(User);
        if (making.List().FirstOrDefault(m => m.Id == id) is { } found && found.By == actor.UserId)
            making.Cancel(id);
        return Redirect("/reports");
    }

    /// <summary>How many letters of a report went out, and of how many.</summary>
    public (int Sent, int All) Delivered(ShelvedReport report)
    {
        var own = _letters.Where(l => l.Tag.Kind == report.Kind && l.Tag.Period == report.Period && l.Tag.Org == report.Org && l.Tag.Language == report.Language).ToArray();
        return (own.Count(l => l.State == LetterState.Sent), own.Length);
    }

    public int Seconds(Making one) => (int)((one.Until ?? time.GetUtcNow()) - one.Since).TotalSeconds;

    public bool IsMine(Making one) => one.By == actors.Of(User).UserId;

    internal static string TypeOf(string file) => Path.GetExtension(file).TrimStart('.');

    /// <summary>Whether somebody may see a report: the whole only with the whole in scope. The public bulletin is for everybody.</summary>
    internal static bool MaySee(OrgScope scope, string kind, string? org) => kind == ReportKinds.Bulletin || (org is null ? scope.IsAll : scope.Covers(org));

    private async Task<IActionResult> Refused(string why, CancellationToken cancel)
    {
        Error = why;
        await Fill(null, null, null, cancel);
        Response.StatusCode = 422;
        return Page();
    }

    private async Task Fill(string? kind, ReportState? state, int? page, CancellationToken cancel)
    {
        var scope = actors.Of(User).Scope;
        (Kind, State) = (kind, state);
        _letters = await spool.List(cancel);
        var all = shelf.List().Where(r => MaySee(scope, r.Kind, r.Org) && (kind is null or "" || r.Kind == kind) && (state is null || r.State == state)).ToArray();
        var at = Math.Clamp(page ?? 1, 1, 10_000);
        Found = [.. all.Skip((at - 1) * PageSize).Take(PageSize)];
        Pager = new(at, PageSize, all.Length, new AddressBar(Request), null);
        Making = [.. making.List().Where(m => MaySee(scope, m.Request.Kind, m.Request.Org))];
        var units = (await directory.UnitsAsync(cancel)).Where(u => scope.Covers(u.Code)).Select(u => ((string?)u.Code, u.Name));
        Units = scope.IsAll ? [(null, tongue[ReportWords.Whole]), .. units] : [.. units];
        Week = await directory.LastDayAsync(cancel) is { } last ? Period.WeekName(last) : "";
    }

    private static bool Fits(string kind, string period)
    {
        try
        {
            return kind switch
            {
                ReportKinds.Weekly => Period.Parse(period).IsIsoWeek,
                ReportKinds.Daily => DateOnly.TryParseExact(period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                _ => DateOnly.TryParseExact(period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
