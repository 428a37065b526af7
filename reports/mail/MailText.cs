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

    public static string Write(ReportModel model, string? link = null)
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
        Line($"{PeriodWords.Of(model)}  {model.Scope}");
        Heading(language.Pick("要点", "In short"));
        foreach (var point in model.Sections[0].Blocks.OfType<PointsBlock>().SelectMany(b => b.Points))
            Line($"{(point.Tone == Tone.Act ? "!" : "-")} {point.Text}");
        Heading(language.Pick("主要数字", "Main figures"));
        foreach (var figure in FiguresOf(model))
            Line(FigureLine(figure, model));
        foreach (var section in model.Sections.Where(s => s.Blocks.OfType<ChartBlock>().Any()))
        {
            Heading(section.Title);
            foreach (var chart in section.Blocks.OfType<ChartBlock>().Select(b => b.Chart))
                Line($"- {chart.Question} {chart.Answer}");
        }
        Line();
        Line(link is null
            ? language.Pick("完整报告见所附 PDF，数字见所附 XLSX。口径和勾稽在报告末尾。", "The full report is attached as PDF, its figures as XLSX; definitions and reconciliation are at its end.")
            : language.Pick($"完整报告（登录后查看）：{link}", $"The full report (after logging in): {link}"));
        Line(language.Pick($"数据快照 {model.Snapshot}", $"Snapshot {model.Snapshot}"));
        return text.ToString();
    }

    private static string FigureLine(ReportFigure figure, ReportModel model)
    {
        var language = model.Language;
        var unit = figure.Text == Figures.None || figure.Unit.Length == 0 ? "" : figure.Unit == "%" ? "%" : " " + figure.Unit;
        var change = figure.Changes.FirstOrDefault();
        var before = change is null ? "" : PeriodWords.Then(change.Kind, model.Kind, language);
        var against = change is null ? "" : language.Pick(
            $"；{before} {change.Then}，变化 {change.Change}{(change.Verdict == ChangeVerdict.Untested ? "" : "，" + change.Words)}",
            $"; {before.ToLowerInvariant()} {change.Then}, change {change.Change}{(change.Verdict == ChangeVerdict.Untested ? "" : ", " + change.Words)}");
        return $"- {figure.Name}: {figure.Text}{unit} (n={Figures.Count(figure.N)}{against})";
    }
}
