using QualityInsight.Analytics;
using QualityInsight.Reports.Weekly.Sections;

namespace QualityInsight.Reports.Weekly;

/// <summary>Builds the weekly report (政务服务质量周报) as data.</summary>
public static class WeeklyReport
{
    /// <summary>Asks every question of the report and puts the answers in order.</summary>
    /// <param name="engine">The metric layer over one serving snapshot.</param>
    /// <param name="facts">Feeds, cases and flags from the same snapshot.</param>
    /// <param name="week">ISO week, for example <c>2026-W46</c>.</param>
    /// <param name="org">Code of the org (部门) it is for, with those under it; null for the whole.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="time">The clock and zone of the time stamp, the only part that differs when it is made again.</param>
    /// <param name="options">Minimum n, target, tolerance of feeds, draft.</param>
    /// <param name="cancellation">Stops between questions.</param>
    /// <exception cref="ReportRefusedException">Stale feeds, broken identities, no data; unless <see cref="WeeklyOptions.Force"/>.</exception>
    /// <exception cref="FormatException">The week is not an ISO week.</exception>
    /// <exception cref="MetricQueryException">The org is unknown.</exception>
    public static ReportModel Build(IMetricEngine engine, IReportFacts facts, string week, string? org, ReportLanguage language,
        TimeProvider time, WeeklyOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var period = Period.Parse(week);
        if (!period.IsIsoWeek) throw new FormatException($"\"{week}\" is no ISO week; write for example 2026-W46.");
        var frame = ReportFrame.Of(engine, facts, "weekly", period, [Comparison.LastWeek, Comparison.LastYear], org, language, options, cancellation);
        var ask = frame.Ask;
        OverviewSection.Prepare(ask, [.. LoopSection.Rates, .. ReviewsSection.Rates]);
        // Each section asks on its own; two at a time keep the machine busy while one thinks.
        var detail = new ReportSection[7];
        Func<ReportSection>[] build =
        [
            () => WaitingSection.Build(ask, options), () => HandlingSection.Build(ask, facts, org, options), () => ReviewsSection.Build(ask, options),
            () => LoopSection.Build(ask, facts, org, options), () => ComplaintsSection.Build(ask, facts, org, options),
            () => DataQualitySection.Build(ask, facts, frame.Feeds, org), () => ActionsSection.Build(ask, facts, org, options),
        ];
        Ask.Together(build.Length, i => detail[i] = build[i](), cancellation);
        Point[] signals = [.. detail.SelectMany(s => s.Blocks).OfType<ChartBlock>().Select(b => b.Signal).OfType<Point>()];
        return frame.Model(language.Pick("政务服务质量周报", "Weekly Report on Government Service Quality"), week, [OverviewSection.Build(ask, signals), .. detail], [], time);
    }
}
