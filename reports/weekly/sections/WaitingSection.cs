using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>Waiting (等候): by hall, by hour and weekday, over half a year, and at the slowest counters.</summary>
internal static class WaitingSection
{
    public static ReportSection Build(Ask ask, WeeklyOptions options)
    {
        var language = ask.Language;
        var blocks = new List<ReportBlock>();
        var target = ask.Catalogue["wait_median"].Target ?? options.WaitTargetSeconds;

        var halls = ask.Join("hall", "wait_median", "wait_p90", "wait_mean", "wait_over_15_share", "wait_over_30_share", "no_show_rate");
        if (WaitsByHallChart.Build([.. halls.Select(h => new HallWait(ask.NameOf(h.At), h.Rows[0]?.Value, h.Rows[1]?.Value, h.Rows[0]?.N ?? 0))], target, options.MinimumN, language) is { } byHall)
            blocks.Add(new ChartBlock(byHall));
        else
            blocks.Add(new ParagraphBlock(language.Pick("本周没有排队叫号记录。", "No queue numbers were recorded this week.")));

        var cells = ask.By("wait_median", "weekday", "hour").Where(r => r.Code("weekday") is not null && r.Code("hour") is not null)
            .Select(r => new HourWait(Int(r.Code("weekday")!), Int(r.Code("hour")!), r.Value, r.N)).ToArray();
        if (WaitHeatmapChart.Build(cells, options.MinimumCellN, language) is { } heat)
            blocks.Add(new ChartBlock(heat, Data: new(heat.Question,
                [new(language.Pick("星期", "Weekday"), false), new(language.Pick("时段", "Hour")), new(language.Pick("中位等候（分）", "Median wait (min)")), new("n")],
                [.. cells.OrderBy(c => c.Weekday).ThenBy(c => c.Hour).Select(c => (IReadOnlyList<Cell>)
                [
                    new Cell(c.Weekday.ToString(CultureInfo.InvariantCulture)), new Cell(c.Hour.ToString(CultureInfo.InvariantCulture)),
                    new Cell(Figures.Minutes(c.MedianSeconds), Value: c.MedianSeconds, Scale: 1 / 60.0), new Cell(Figures.Count(c.N)),
                ])])));

        if (Trend.Individuals(ask, "wait_p90", language.Pick("P90 等候变长了吗？", "Is the P90 wait getting longer?"), 1 / 60.0, language.Pick("分钟", "min")) is { } trend)
            blocks.Add(trend);

        if (halls.Count > 0) blocks.Add(HallTable(ask, halls, options.MinimumN));
        if (SlowCounters(ask, options.MinimumN) is { } counters) blocks.Add(counters);
        blocks.Add(new ParagraphBlock(language.Pick(
            "等候＝取号（预约晚于取号的从预约时刻起）到叫号，扣除大厅午休等关门时间；只计已办理的号，过号、取错、作废不计；一号多事只计一次。",
            "Wait = taking a number (or the appointment, if later) to the call, less the time the hall was closed; served numbers only, no-shows and void numbers out; a number with several matters counts once."), IsSmall: true));
        return new("waiting", language.Pick("二、等候", "2  Waiting"), blocks);
    }

    internal static TableBlock HallTable(Ask ask, IReadOnlyList<Joined> halls, int minimumN)
    {
        var language = ask.Language;
        string[] metrics = ["wait_median", "wait_p90", "wait_mean", "wait_over_15_share", "wait_over_30_share", "no_show_rate"];
        var rows = halls.OrderByDescending(h => h.Rows[0]?.Value).ThenBy(h => h.At.Code, StringComparer.Ordinal).Select(h =>
        {
            var few = (h.Rows[0]?.N ?? 0) < minimumN;
            return (IReadOnlyList<Cell>)
            [
                new Cell(ask.NameOf(h.At)),
                new Cell(Figures.Count(h.Rows[0]?.N ?? 0), Tone.Faint),
                .. metrics.Select((m, i) => ask.Cell(m, h.At, h.Rows[i], few ? Tone.Faint : Tone.Plain)),
                new Cell(Figures.Count(h.Rows[5]?.N ?? 0), Tone.Faint),
            ];
        });
        return new(language.Pick("各大厅等候", "Waiting by hall"),
            [
                new(language.Pick("大厅", "Hall"), false), new("n"), new(language.Pick("中位（分）", "Median (min)")), new(language.Pick("P90（分）", "P90 (min)")),
                new(language.Pick("平均（分）", "Mean (min)")), new(language.Pick("超 15 分 %", "> 15 min %")), new(language.Pick("超 30 分 %", "> 30 min %")),
                new(language.Pick("过号率 %", "No-show %")), new(language.Pick("取号 n", "Taken n")),
            ],
            [.. rows],
            language.Pick($"n＝已办理且等候可知的号；n < {minimumN} 的行为灰字，不作比较。", $"n = served numbers with a known wait; rows with n < {minimumN} are grey and not compared."));
    }

    private static TableBlock? SlowCounters(Ask ask, int minimumN)
    {
        if (!ask.Catalogue["handle_mean"].Dimensions.Contains("counter")) return null;
        var language = ask.Language;
        var all = ask.By("handle_mean", "hall", "counter").Where(r => r.Code("counter") is not null).ToArray();
        var worst = all.Where(r => r.N >= minimumN && r.Value is not null).OrderByDescending(r => r.Value).ThenBy(r => r.Code("counter"), StringComparer.Ordinal).Take(5).ToArray();
        if (worst.Length == 0) return null;
        return new(language.Pick("办理最慢的五个窗口", "The five slowest counters"),
            [new(language.Pick("窗口", "Counter"), false), new(language.Pick("平均办理（分）", "Mean handling (min)")), new("n")],
            [.. worst.Select(r => (IReadOnlyList<Cell>)[new Cell($"{ask.NameOf(r.Dimensions[0])} {ask.NameOf(r.Dimensions[1])}"), ask.Cell("handle_mean", r.Dimensions[1], r), new Cell(Figures.Count(r.N), Tone.Faint)])],
            language.Pick($"只比较 n ≥ {minimumN} 的窗口；{all.Length - all.Count(r => r.N >= minimumN)} 个窗口因记录少未列入。", $"Counters with n ≥ {minimumN} only; {all.Length - all.Count(r => r.N >= minimumN)} with fewer records are left out."));
    }

    private static int Int(string code) => int.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture);
}
