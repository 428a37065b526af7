using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Analytics;
using QualityInsight.Reports;
using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Weekly;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Figures;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Figures;

/// <summary>The manager's overview of a period: waits, handling, reviews, the loop.</summary>
[MayCall(Right.ReadFigures)]
internal sealed class DashboardModel(
    FigureBoard board, DashboardCharts charts, Serving serving, IReportFacts facts, IDirectory directory, Actors actors, Tongue tongue) : PageModel
{
    private static readonly string[] WaitFigures = ["wait_median", "wait_p90", "wait_over_30_share", "no_show_rate"];
    private static readonly string[] HandlingFigures = ["tickets_closed", "on_time_rate", "late_count", "immediate_rate"];
    private static readonly string[] ReviewFigures = ["reviews", "good_rate", "active_good_rate", "unflagged_good_rate", "bad_reviews"];
    private static readonly string[] LoopFigures = ["cases_opened", "callback_rate_named", "rectified_on_time_rate", "cases_overdue"];

    /// <summary>Every figure on the page, in its order.</summary>
    public static IReadOnlyList<string> AllFigures { get; } = [.. WaitFigures, .. HandlingFigures, .. ReviewFigures, .. LoopFigures];

    public FigureFilter Filter { get; private set; } = null!;

    public IReadOnlyList<string> Periods { get; private set; } = [];

    public IReadOnlyList<Named> Units { get; private set; } = [];

    public IReadOnlyList<Named> Halls { get; private set; } = [];

    public IReadOnlyList<Figure> Waits { get; private set; } = [];

    public IReadOnlyList<Figure> Handling { get; private set; } = [];

    public IReadOnlyList<Figure> Reviews { get; private set; } = [];

    public IReadOnlyList<Figure> Loop { get; private set; } = [];

    public IReadOnlyList<ChartFigure> WaitCharts { get; private set; } = [];

    public IReadOnlyList<ChartFigure> HandlingCharts { get; private set; } = [];

    public IReadOnlyList<ChartFigure> ReviewCharts { get; private set; } = [];

    public IReadOnlyList<ChartFigure> LoopCharts { get; private set; } = [];

    public string? Snapshot { get; private set; }

    public AddressBar Address => new(Request);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await directory.LastDayAsync(cancel) is not { } last)
            return Page();
        Snapshot = serving.Snapshot;
        var actor = actors.Of(User);
        var mayOpen = RightsTable.Holds(actor.Roles, Right.OpenRecords);
        Filter = FigureFilter.Read(Request.Query, FigureFilter.WeekOf(last), actor.Scope);
        Periods = FigureFilter.Choices(last);
        Units = [.. (await directory.UnitsAsync(cancel)).Where(u => actor.Scope.Covers(u.Code))];
        Halls = await directory.HallsAsync(cancel);
        Waits = board.Of(WaitFigures, Filter, mayOpen, cancel);
        Handling = board.Of(HandlingFigures, Filter, mayOpen, cancel);
        Reviews = board.Of(ReviewFigures, Filter, mayOpen, cancel);
        Loop = board.Of(LoopFigures, Filter, mayOpen, cancel);
        WaitCharts = Present(charts.WaitsByHall(Filter, mayOpen, cancel), charts.WaitsByHour(Filter, cancel));
        HandlingCharts = Present(charts.OnTimeByOrg(Filter, mayOpen, cancel));
        ReviewCharts = Present(charts.GoodRates(Filter, mayOpen, cancel));
        LoopCharts = Present(Funnel());
        return Page();
    }

    private ChartFigure? Funnel()
    {
        if (Filter.Hall is not null || (!Filter.Scope.IsAll && Filter.Org is null))
            return null;
        var stages = facts.Funnel(Filter.Period, Filter.Org).Select(s => (Name: tongue[LoopStages.Of(s.Stage)], s.Cases)).ToArray();
        return charts.Figure(
            LoopFunnelChart.Build([.. stages.Select(s => new FunnelStage(s.Name, s.Cases))], tongue.IsChinese ? ReportLanguage.Chinese : ReportLanguage.English),
            [tongue[Dashboards.Stage], tongue[Dashboards.Cases]],
            stages.Select(s => new FigureCell[] { new(s.Name), new(s.Cases.ToString("N0", tongue.Culture)) }), [], "cases_opened");
    }

    private static ChartFigure[] Present(params ChartFigure?[] figures) => [.. figures.OfType<ChartFigure>()];
}
