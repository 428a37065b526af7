using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Weekly;
using QualityInsight.Reports.Weekly.Sections;

namespace QualityInsight.Reports.Daily;

/// <summary>
/// Builds the daily flash (政务服务质量日报): one or two pages of yesterday beside the same weekday a week before: a day is too
/// small for trends and rankings, so there are none.
/// </summary>
public static class DailyReport
{
    private static readonly (string Zh, string En, string[] Metrics)[] Groups =
    [
        ("业务量", "Volume", ["tickets", "visits", "reviews"]),
        ("等候", "Waiting", ["wait_median", "wait_p90", "wait_over_15_share", "wait_over_30_share", "no_show_rate"]),
        ("办理", "Handling", ["on_time_rate", "late_count"]),
        ("评价", "Reviews", ["bad_reviews", "bad_review_rate", "active_good_rate"]),
        ("差评处置", "Loop", ["cases_opened", "cases_closed", "cases_overdue", "rectified_on_time_rate"]),
    ];

    /// <summary>Asks every question of the day and puts the answers in order.</summary>
    /// <param name="engine">The metric layer over one serving snapshot.</param>
    /// <param name="facts">Feeds and cases from the same snapshot.</param>
    /// <param name="day">The day, <c>2026-11-15</c>.</param>
    /// <param name="org">Code of the org, with those under it; null for the whole.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="time">The clock of the time stamp.</param>
    /// <param name="options">Minimum n, tolerance of feeds, draft.</param>
    /// <param name="cancellation">Stops between questions.</param>
    /// <exception cref="ReportRefusedException">Stale feeds, broken identities, no data; unless forced.</exception>
    /// <exception cref="FormatException">It is no day.</exception>
    public static ReportModel Build(IMetricEngine engine, IReportFacts facts, string day, string? org, ReportLanguage language,
        TimeProvider time, WeeklyOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            throw new FormatException($"\"{day}\" is no day; write for example 2026-11-15.");
        var frame = ReportFrame.Of(engine, facts, "daily", Period.Day(date), [Comparison.LastWeek], org, language, options, cancellation);
        var ask = frame.Ask;
        var figures = ask.Block(Groups.Select(g => (language.Pick(g.Zh, g.En), g.Metrics)));
        ReportSection[] body =
        [
            new("overview", language.Pick("一、当日概览", "1  The day"),
            [
                new PointsBlock(OverviewSection.Points([.. figures.Groups.SelectMany(g => g.Figures)], [], "daily", language)), figures,
                new ParagraphBlock(language.Pick("n＝所依据的记录数；区间＝95% Wilson 区间；与上周同日相比，三倍标准差为界。一日之数小，不作排名和趋势。",
                    "n = records behind the figure; interval = 95% Wilson interval; against the same weekday a week before at three sigma. A day is small: no ranking, no trend."), IsSmall: true),
            ]),
            new("waiting", language.Pick("二、等候", "2  Waiting"), Waiting(ask, options)),
            new("loop", language.Pick("三、差评处置", "3  The loop"), [BadReviews(ask), LoopSection.Overdue(ask, facts, org, options with { OverdueListed = 10 })]),
            new("data", language.Pick("四、数据源", "4  Feeds"), [DataQualitySection.Feeds(frame.Feeds, language)]),
        ];
        return frame.Model(language.Pick("政务服务质量日报", "Daily Flash on Government Service Quality"), day, body, [], time);
    }

    private static List<ReportBlock> Waiting(Ask ask, WeeklyOptions options)
    {
        var halls = ask.Join("hall", "wait_median", "wait_p90", "wait_mean", "wait_over_15_share", "wait_over_30_share", "no_show_rate");
        if (halls.Count == 0) return [new ParagraphBlock(ask.Language.Pick("当日没有排队叫号记录。", "No queue numbers were recorded that day."))];
        var target = ask.Catalogue["wait_median"].Target ?? options.WaitTargetSeconds;
        var blocks = new List<ReportBlock>();
        if (WaitsByHallChart.Build([.. halls.Select(h => new HallWait(ask.NameOf(h.At), h.Rows[0]?.Value, h.Rows[1]?.Value, h.Rows[0]?.N ?? 0))], target, options.MinimumN, ask.Language) is { } chart)
            blocks.Add(new ChartBlock(chart));
        blocks.Add(WaitingSection.HallTable(ask, halls, options.MinimumN));
        return blocks;
    }

    private static ReportBlock BadReviews(Ask ask)
    {
        var language = ask.Language;
        MetricFilter[] bad = [new("level", ["1", "2"])];
        var units = ask.By("reviews", [], bad, "org").Where(r => r.N > 0).OrderByDescending(r => r.N).ThenBy(r => r.Code("org"), StringComparer.Ordinal).ToArray();
        if (units.Length == 0) return new ParagraphBlock(language.Pick("当日没有差评。", "No bad review that day."));
        return new TableBlock(language.Pick("当日差评", "Bad reviews of the day"),
            [new(language.Pick("部门", "Department"), false), new(language.Pick("差评（条）", "Bad reviews"))],
            [.. units.Take(15).Select(r => (IReadOnlyList<Cell>)[new Cell(r.Code("org") is null ? language.Pick("未注明", "not given") : ask.NameOf(r.Dimensions[0])), new Cell(Figures.Count(r.N))])],
            units.Length > 15 ? language.Pick($"另有 {units.Length - 15} 个部门。", $"{units.Length - 15} more departments.") : null);
    }
}
