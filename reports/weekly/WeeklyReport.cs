using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;
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
        var scope = org is null ? language.Pick("全市", "Whole city") : facts.OrgName(org)
            ?? throw new MetricQueryException($"There is no org \"{org}\" in snapshot {facts.Snapshot}.");
        MetricFilter[] filter = org is null ? [] : [new MetricFilter("org_tree", org)];
        var ask = new Ask(engine, period, filter, language, cancellation);

        var feeds = facts.Feeds(period);
        var checks = Reconciliation.Of(ask, feeds);
        var snapshot = engine.Run(new MetricQuery("reviews") { Period = period }, cancellation).Snapshot;
        var records = ask.One("tickets").N + ask.One("visits").N + ask.One("reviews").N;
        var faults = Faults.Of(period, snapshot, facts.Snapshot, feeds, checks, records, language);
        if (faults.Count > 0 && !options.Force) throw new ReportRefusedException(faults);

        ReportSection[] detail =
        [
            WaitingSection.Build(ask, options),
            HandlingSection.Build(ask, options),
            ReviewsSection.Build(ask, options),
            LoopSection.Build(ask, facts, org, options),
            DataQualitySection.Build(ask, facts, feeds, org),
        ];
        Point[] signals = [.. detail.SelectMany(s => s.Blocks).OfType<ChartBlock>().Select(b => b.Signal).OfType<Point>()];
        ReportSection[] body = [OverviewSection.Build(ask, signals), .. detail];
        var used = body.SelectMany(s => s.Blocks).OfType<FiguresBlock>().SelectMany(b => b.Groups).SelectMany(g => g.Figures).Select(f => f.Metric);
        return new(language, language.Pick("政务服务质量周报", "Weekly Report on Government Service Quality"), scope, week, period,
            time.GetLocalNow(), snapshot, feeds, [.. body, AppendixSection.Build(ask, checks, used)], faults, faults.Count > 0);
    }

    /// <summary>The week as people say it: <c>2026 年第 46 周（11 月 9 日—11 月 15 日）</c>.</summary>
    public static string WeekInWords(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var from = model.Period.From!.Value;
        var to = model.Period.To!.Value.AddDays(-1);
        var week = int.Parse(model.Week[6..], NumberStyles.None, CultureInfo.InvariantCulture);
        return model.Language.Pick(
            $"{model.Week[..4]} 年第 {Figures.Count(week)} 周（{from.Month} 月 {from.Day} 日—{to.Month} 月 {to.Day} 日）",
            string.Create(CultureInfo.InvariantCulture, $"Week {week} of {model.Week[..4]} ({from:d MMM} – {to:d MMM yyyy})"));
    }
}
