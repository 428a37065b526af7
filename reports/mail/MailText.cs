using System.Text;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Mail;

/// <summary>The summary in plain text, complete without pictures. Pure.</summary>
internal static class MailText
{
    /// <summary>The figures a letter shows; the report has them all.</summary>
    internal static readonly string[] Chosen =
    [
        "tickets", "visits", "reviews", "wait_median", "wait_p90", "no_show_rate", "on_time_rate", "late_count",
        "bad_review_rate", "active_good_rate", "cases_opened", "cases_overdue", "rectified_on_time_rate",
    ];

    public static IReadOnlyList<ReportFigure> FiguresOf(ReportModel model) =>
        [.. Chosen.SelectMany(id => model.Figures.Where(f => f.Metric == id))];

    public static string Write(ReportModel model)
    {
        var language = model.Language;
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append("\r\n");
        void Heading(string heading)
        {
            Line();
            Line(heading);
            Line(new string('-', heading.Sum(c => c < 0x2E80 ? 1 : 2)));
        }

        Line(model.Title);
        Line($"{WeeklyReport.WeekInWords(model)}  {model.Scope}");
        Heading(language.Pick("要点", "In short"));
        foreach (var point in model.Sections[0].Blocks.OfType<PointsBlock>().SelectMany(b => b.Points))
            Line($"{(point.Tone == Tone.Act ? "!" : "-")} {point.Text}");
        Heading(language.Pick("主要数字", "Main figures"));
        foreach (var figure in FiguresOf(model))
            Line(FigureLine(figure, language));
        foreach (var section in model.Sections.Where(s => s.Blocks.OfType<ChartBlock>().Any()))
        {
            Heading(section.Title);
            foreach (var chart in section.Blocks.OfType<ChartBlock>().Select(b => b.Chart))
                Line($"- {chart.Question} {chart.Answer}");
        }
        Line();
        Line(language.Pick("完整报告见所附 PDF。口径、勾稽和数据质量在报告末尾。", "The full report is attached as PDF; definitions, reconciliation and data quality are at its end."));
        Line(language.Pick($"数据快照 {model.Snapshot}", $"Snapshot {model.Snapshot}"));
        return text.ToString();
    }

    private static string FigureLine(ReportFigure figure, ReportLanguage language)
    {
        var unit = figure.Text == Figures.None || figure.Unit.Length == 0 ? "" : figure.Unit == "%" ? "%" : " " + figure.Unit;
        var week = figure.Changes.FirstOrDefault(c => c.Kind == Comparison.LastWeek);
        var against = week is null ? "" : language.Pick(
            $"；上周 {week.Then}，变化 {week.Change}{(week.Verdict == ChangeVerdict.Untested ? "" : "，" + week.Words)}",
            $"; last week {week.Then}, change {week.Change}{(week.Verdict == ChangeVerdict.Untested ? "" : ", " + week.Words)}");
        return $"- {figure.Name}: {figure.Text}{unit} (n={Figures.Count(figure.N)}{against})";
    }
}
