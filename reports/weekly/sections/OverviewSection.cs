using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>The one-page summary (本周概览): what moved, then every figure beside last week and last year.</summary>
internal static class OverviewSection
{
    private const int MostPoints = 5;

    private static readonly (string Zh, string En, string[] Metrics)[] Groups =
    [
        ("业务量", "Volume", ["tickets", "visits", "reviews"]),
        ("等候", "Waiting", ["wait_median", "wait_p90", "wait_mean", "wait_over_15_share", "wait_over_30_share", "no_show_rate"]),
        ("办理", "Handling", ["on_time_rate", "late_count", "early_rate", "immediate_rate", "handle_mean", "reply_days_median"]),
        ("评价", "Reviews", ["bad_review_rate", "bad_density", "good_rate", "active_good_rate", "active_rate", "default_share", "avg_score"]),
        ("差评处置", "Loop", ["cases_opened", "cases_closed", "cases_overdue", "callback_rate_named", "reply_rate", "rectified_on_time_rate", "resatisfied_rate", "appeal_rate", "reopen_rate"]),
    ];

    /// <summary>Asks for its figures at once; other sections use some of them too.</summary>
    /// <param name="ask">The report's questions.</param>
    /// <param name="others">Figures that only other sections print.</param>
    public static void Prepare(Ask ask, IEnumerable<string> others) => ask.Prepare(Groups.SelectMany(g => g.Metrics).Concat(others).Where(ask.Catalogue.Contains));

    public static ReportSection Build(Ask ask, IReadOnlyList<Point> signals)
    {
        var language = ask.Language;
        var figures = ask.Block(Groups.Select(g => (language.Pick(g.Zh, g.En), g.Metrics)));
        return new("overview", language.Pick("一、本周概览", "1  Overview"),
        [
            new PointsBlock(Points([.. figures.Groups.SelectMany(g => g.Figures)], signals, ask.Kind, language)),
            figures,
            new ParagraphBlock(language.Pick(
                "n＝所依据的记录数；区间＝95% Wilson 区间。判断以三倍标准差为界（误报约 0.27%）：显著变化＝超出偶然波动，正常波动＝不必解释；中位数与 P90 不作两期检验，看第二节的控制图。“—”＝分母为零或无记录。",
                "n = records behind the figure; interval = 95% Wilson interval. Verdicts use three-sigma limits (0.27% false alarms): signal = more than chance, ordinary = no explanation needed; medians and P90 are judged by the control charts of section 2, not by two weeks. “—” = zero denominator or no record."), IsSmall: true),
        ]);
    }

    internal static IReadOnlyList<Point> Points(ReportFigure[] figures, IReadOnlyList<Point> signals, string kind, ReportLanguage language)
    {
        var points = new List<Point>(signals);
        var moved = figures.Where(f => f.Changes.Any(c => c.Verdict == ChangeVerdict.Signal)).ToArray();
        foreach (var figure in moved.OrderBy(f => f.Changes.Any(c => c.Tone == Tone.Act) ? 0 : 1).Take(MostPoints))
            points.Add(Moved(figure, kind, language));
        if (moved.Length > MostPoints)
            points.Add(new(language.Pick($"另有 {moved.Length - MostPoints} 项显著变化，见下表标记。", $"{moved.Length - MostPoints} more signals are marked in the table."), Tone.Faint));
        foreach (var figure in figures.Where(f => f.Metric == "cases_overdue" && f.Value > 0))
            points.Add(new(language.Pick($"本期有 {figure.Text} 件差评处置逾期，仍未办结的列在差评处置一节。", $"Cases past their deadline: {figure.Text}; those still open are listed under the loop."), Tone.Act));
        var judged = figures.Count(f => f.Changes.Any(c => c.Verdict is ChangeVerdict.Ordinary or ChangeVerdict.Signal));
        points.Add(new(moved.Length == 0
            ? language.Pick($"可检验的 {judged} 项指标都在正常波动之内。", $"All {judged} figures that can be tested are within ordinary variation.")
            : language.Pick($"其余 {judged - moved.Length} 项可检验的指标在正常波动之内。", $"The other {judged - moved.Length} figures that can be tested are within ordinary variation.")));
        return points;
    }

    private static Point Moved(ReportFigure figure, string kind, ReportLanguage language)
    {
        var changes = figure.Changes.Where(c => c.Verdict == ChangeVerdict.Signal).ToArray();
        var tone = changes.Any(c => c.Tone == Tone.Act) ? Tone.Act : changes.Any(c => c.Tone == Tone.Good) ? Tone.Good : Tone.Plain;
        var against = string.Join(language.Pick("，", ", "), changes.Select(c => Against(figure, c, kind, language)));
        var unit = figure.Unit.Length == 0 || figure.Unit == "%" ? figure.Unit : " " + figure.Unit;
        return new(language.Pick(
            $"{figure.Name} {figure.Text}{unit}（n={Figures.Count(figure.N)}）：{against}，显著变化。",
            $"{figure.Name} {figure.Text}{unit} (n={Figures.Count(figure.N)}): {against}; a signal."), tone);
    }

    private static string Against(ReportFigure figure, FigureChange change, string kind, ReportLanguage language)
    {
        var isShare = figure.Unit == "%";
        var by = change.Change.TrimStart('+', '−') + (isShare ? language.Pick(" 个百分点", " points") : "");
        var fell = change.Change.StartsWith('−');
        return language.Pick(
            $"比{PeriodWords.Then(change.Kind, kind, language)}{(fell ? "降" : "升")} {by}",
            $"{(fell ? "down" : "up")} {by} on {(change.Kind == Comparison.LastYear ? "a year ago" : PeriodWords.Then(change.Kind, kind, language).ToLowerInvariant())}");
    }
}
