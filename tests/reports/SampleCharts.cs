using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Tests;

/// <summary>One chart of every kind over fixed figures, for approved options and for drawing.</summary>
internal static class SampleCharts
{
    public static IReadOnlyList<ChartOption> All(ReportLanguage language) =>
    [
        WaitsByHallChart.Build(
            [
                new("市政务服务中心", 1122, 2460, 4213), new("城北分中心", 644, 1500, 2210), new("高新区政务服务大厅（科技创新园办事处）", 402, 990, 1840),
                new("滨江区分中心", 388.4, 1210, 950), new("柳河镇便民服务中心", 95, 310, 12), new("关门的大厅", null, null, 0),
            ], 900, 30, language)!,
        WaitHeatmapChart.Build(
            [.. from day in Enumerable.Range(1, 5) from hour in Enumerable.Range(9, 8) where hour != 12
                select new HourWait(day, hour, 120 + (day * 37 * hour % 900), day == 5 && hour == 16 ? 4 : 40 + day)], 10, language)!,
        WeeklyTrendChart.Build(language.Pick("等候时间变了吗？", "Has the wait changed?"), language.Pick("分钟", "min"),
            [.. Enumerable.Range(35, 12).Select(w => new TrendWeek($"W{w}", 8 + (w % 5 * 0.6) + (w == 46 ? 5 : 0), 5.1, 12.3, w == 46, 9 + (w % 3 * 0.5)))], 8.9, 1, language)!,
        HandlingRatesChart.Build(
            [
                new("市公安局", 0.962, 0.951, 0.970, 1500), new("市人社局", 0.912, 0.894, 0.927, 1100), new("市场监管局", 0.981, 0.970, 0.988, 900),
                new("不动产登记中心", 0.993, 0.984, 0.997, 720), new("市档案馆", 0.8, 0.49, 0.943, 10), new("市气象局", null, null, null, 0),
            ], 0.953, 30, language)!,
        LevelsByChannelChart.Build(
            [
                new(language.Pick("大厅平板", "hall pad"), [4100, 320, 210, 31, 22]), new(language.Pick("移动端", "mobile"), [1500, 210, 80, 25, 30]),
                new(language.Pick("系统默认", "system default"), [2900, 0, 0, 0, 0]), new(language.Pick("短信", "SMS"), [40, 9, 4, 6, 9]),
            ], 30, language)!,
        LoopFunnelChart.Build(
            [
                new(language.Pick("立案", "opened"), 123), new(language.Pick("已回访", "called back"), 110), new(language.Pick("已核实", "verified"), 96),
                new(language.Pick("已整改或说明", "rectified or explained"), 70), new(language.Pick("已反馈", "fed back"), 52), new(language.Pick("评价人满意", "reviewer satisfied"), 31),
            ], language)!,
        ReviewsTrioChart.Build(new("", 0.9998, 0.9995, 0.9999, 9500), new("", 0.987, 0.984, 0.9895, 6600), new("", 0.979, 0.974, 0.983, 4100), language)!,
        TopProblemsChart.Build(
            [
                new("P01 超时/效率低", 41, 33), new("P09 服务态度", 28, 30), new("P02 材料重复", 17, 12), new("P05 网办/系统故障", 9, null), new("P12 环境设施", 0, 2),
            ], 88, language)!,
    ];
}
