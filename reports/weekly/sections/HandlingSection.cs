using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>Handling (办理): who keeps the promised time, over half a year, and where matters are late.</summary>
internal static class HandlingSection
{
    public static ReportSection Build(Ask ask, IReportFacts facts, string? org, WeeklyOptions options)
    {
        var language = ask.Language;
        var blocks = new List<ReportBlock>();
        var orgs = ask.Join("org", "on_time_rate", "late_count", "early_rate", "immediate_rate");
        var overall = ask.One("on_time_rate");
        var rows = orgs.Select(o => new RateRow(ask.NameOf(o.At), o.Rows[0]?.Value, o.Rows[0]?.Low, o.Rows[0]?.High, o.Rows[0]?.N ?? 0)).ToArray();
        if (HandlingRatesChart.Build(rows, overall.Value, options.MinimumN, language) is { } chart)
            blocks.Add(new ChartBlock(chart));
        else
            blocks.Add(new ParagraphBlock(language.Pick("本周没有带承诺时限的办结件。", "No matter with a promised time was closed this week.")));
        if (Trend.Share(ask, "on_time_rate", language.Pick("按时办结率变了吗？", "Has the on-time rate changed?")) is { } trend)
            blocks.Add(trend);
        if (LateTable(ask, orgs) is { } late) blocks.Add(late);
        blocks.Add(Overdue(facts.LateTickets(ask.Week, org, options.OverdueListed + 1), options, language));
        blocks.Add(new ParagraphBlock(language.Pick(
            $"按时办结率＝办结时刻不晚于承诺时限（含特别程序停时）÷ 有承诺时限的办结件；n < {options.MinimumN} 的部门不作比较，不排名次。",
            $"On time = closed no later than promised (stops of the clock added) ÷ closed matters with a promise; departments with n < {options.MinimumN} are not compared or ranked."), IsSmall: true));
        return new("handling", language.Pick("三、办理", "3  Handling"), blocks);
    }

    private static ReportBlock Overdue(IReadOnlyList<LateTicket> late, WeeklyOptions options, ReportLanguage language)
    {
        if (late.Count == 0)
            return new ParagraphBlock(language.Pick("截至本周末没有超过承诺时限仍未办结的件。", "No matter was open past its promised end at the end of the week."));
        return new TableBlock(language.Pick("超过承诺时限未办结的件", "Matters open past their promised end"),
            [
                new(language.Pick("办件编号", "Matter"), false), new(language.Pick("事项", "Item"), false), new(language.Pick("部门", "Department"), false),
                new(language.Pick("承诺办结", "Promised")), new(language.Pick("超期（自然日）", "Calendar days over")),
            ],
            [.. late.Take(options.OverdueListed).Select(t => (IReadOnlyList<Cell>)
            [
                new Cell(t.TicketNo), new Cell(t.Item), new Cell(t.Org), new Cell(t.DueAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), new Cell("▲ " + Figures.Count(t.DaysOver), Tone.Act),
            ])],
            language.Pick("承诺办结时刻已加特别程序停时。", "Promised ends include stops of the clock.") + (late.Count > options.OverdueListed
                ? language.Pick($"只列超期最久的 {options.OverdueListed} 件。", $" The {options.OverdueListed} longest overdue.") : ""));
    }

    private static TableBlock? LateTable(Ask ask, IReadOnlyList<Joined> orgs)
    {
        var language = ask.Language;
        var late = orgs.Where(o => o.Rows[1]?.Value > 0).OrderByDescending(o => o.Rows[1]!.Value).ThenBy(o => o.At.Code, StringComparer.Ordinal).ToArray();
        if (late.Length == 0) return null;
        const int most = 10;
        return new(language.Pick("超期办结件最多的部门", "Departments with most late matters"),
            [
                new(language.Pick("部门", "Department"), false), new(language.Pick("超期（件）", "Late")), new(language.Pick("按时率 %", "On time %")),
                new(language.Pick("95% 区间", "95% interval")), new(language.Pick("提前率 %", "Early %")), new(language.Pick("即办率 %", "At once %")), new("n"),
            ],
            [.. late.Take(most).Select(o => (IReadOnlyList<Cell>)
            [
                new Cell(ask.NameOf(o.At)), ask.Cell("late_count", o.At, o.Rows[1]), ask.Cell("on_time_rate", o.At, o.Rows[0]),
                new Cell(Figures.Interval(o.Rows[0]?.Value, o.Rows[0]?.Low, o.Rows[0]?.High), Tone.Faint),
                ask.Cell("early_rate", o.At, o.Rows[2]), ask.Cell("immediate_rate", o.At, o.Rows[3]), new Cell(Figures.Count(o.Rows[0]?.N), Tone.Faint),
            ])],
            late.Length > most ? language.Pick($"另有 {late.Length - most} 个部门有超期件，未列出。", $"{late.Length - most} more departments have late matters.") : null);
    }
}
