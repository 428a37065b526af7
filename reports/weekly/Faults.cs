using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly;

/// <summary>Why a report must not go out. Pure.</summary>
internal static class Faults
{
    public static IReadOnlyList<string> Of(Period period, string metricSnapshot, string factSnapshot, IReadOnlyList<FeedStatus> feeds,
        IReadOnlyList<Reconciliation> checks, long records, ReportLanguage language)
    {
        var faults = new List<string>();
        if (metricSnapshot != factSnapshot)
            faults.Add(language.Pick($"指标取自快照 {metricSnapshot}，其余取自 {factSnapshot}：请重新生成。", $"Metrics come from snapshot {metricSnapshot}, the rest from {factSnapshot}: make the report again."));
        if (records == 0)
            faults.Add(language.Pick($"{period} 没有任何办件、排队号或评价：数据未到，或周次写错。", $"{period} holds no matter, queue number or review: the data has not come, or the week is wrong."));
        foreach (var feed in feeds.Where(f => f.State is FeedState.Late or FeedState.Missing))
            faults.Add(Stale(feed, period, language));
        foreach (var feed in feeds.Where(f => f.BrokenBatches > 0))
            faults.Add(language.Pick(
                $"数据源 {feed.Feed}（{feed.Entity}）有 {Figures.Count(feed.BrokenBatches)} 个批次的行数不平：收到 ≠ 入库＋重复＋隔离。",
                $"Feed {feed.Feed} ({feed.Entity}) has {Figures.Count(feed.BrokenBatches)} loads whose rows do not add up: in ≠ loaded + duplicate + refused."));
        foreach (var check in checks.Where(c => c.MustHold && !c.Holds))
            faults.Add(language.Pick(
                $"勾稽不平：{check.Name}，{Figures.Count(check.Left)} ≠ {Figures.Count(check.Right)}。",
                $"Identity broken: {check.Name}, {Figures.Count(check.Left)} ≠ {Figures.Count(check.Right)}."));
        return faults;
    }

    private static string Stale(FeedStatus feed, Period period, ReportLanguage language)
    {
        var newest = feed.LastEvent?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? Figures.None;
        var last = period.To?.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return feed.State == FeedState.Missing
            ? language.Pick($"数据源 {feed.Feed}（{feed.Entity}）本周一条也没有，最新一条是 {newest}。", $"Feed {feed.Feed} ({feed.Entity}) has nothing for the week; its newest record is of {newest}.")
            : language.Pick($"数据源 {feed.Feed}（{feed.Entity}）只到 {newest}，本周到 {last} 才完。", $"Feed {feed.Feed} ({feed.Entity}) stops at {newest}; the week ends on {last}.");
    }
}
