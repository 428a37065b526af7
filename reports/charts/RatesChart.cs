namespace QualityInsight.Reports.Charts;

/// <summary>What a chart of proportions asks, and in which words.</summary>
/// <param name="Kind">The chart's stable id.</param>
/// <param name="Question">Its title.</param>
/// <param name="Figure">The proportion's name as it stands under the axis.</param>
/// <param name="Head">The same, short, over the column.</param>
/// <param name="Things">What the rows are, for example 部门, departments.</param>
/// <param name="Thing">One of them, for English.</param>
/// <param name="HighIsBad">True where a high value is the bad one, such as a rate of no-shows.</param>
public sealed record RateQuestion(string Kind, string Question, string Figure, string Head, string Things, string Thing, bool HighIsBad = false);

/// <summary>Who stands apart: a proportion a row as a dot, its 95 % interval a bar, n beside, worst first, the whole as a line.</summary>
public static class RatesChart
{
    /// <summary>Builds the chart, worst first; rows below <paramref name="minimumN"/> last, hollow. Null where no row has a value.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="given">One row a thing.</param>
    /// <param name="overall">The proportion of all together, drawn as a line; null for none.</param>
    /// <param name="minimumN">Fewer records than this are shown but not compared.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="mostRows">At most this many rows are drawn; what was left out is said under the axis.</param>
    public static ChartOption? Build(RateQuestion question, IReadOnlyList<RateRow> given, double? overall, int minimumN, ReportLanguage language, int mostRows = 12)
    {
        var worse = question.HighIsBad ? -1 : 1;
        var all = given.Where(o => o.Rate is not null)
            .OrderBy(o => o.N < minimumN).ThenBy(o => o.Rate * worse).ThenBy(o => o.Name, StringComparer.Ordinal).ToArray();
        if (all.Length == 0) return null;
        // Where not all can be drawn, those that cannot be compared go first.
        var drawable = all.Length > mostRows && all[0].N >= minimumN ? [.. all.Where(o => o.N >= minimumN)] : all;
        var rows = drawable.Take(mostRows).ToArray();
        bool Apart(RateRow o) => o.N >= minimumN && overall is { } mean && (question.HighIsBad ? o.Low > mean : o.High < mean);
        var apart = rows.Count(Apart);
        var mark = question.HighIsBad ? "▲" : "▼";
        var side = question.HighIsBad ? language.Pick("高于", "above") : language.Pick("低于", "below");

        var (series, min, max, step) = RateDots.Of(rows, minimumN, overall,
            overall is null ? null : language.Pick($"合计 {Figures.Percent(overall)}", $"all {Figures.Percent(overall)}"),
            i => Apart(rows[i]) ? ChartLook.ActNow : ChartLook.Accent);
        var scale = language.Pick($"{question.Figure}（%）：点＝本期，条＝95% 区间", $"{question.Figure} (%): dot = period, bar = 95% interval")
            + (apart > 0 ? language.Pick($"；{mark} 红色＝区间整个{side}合计", $"; {mark} red = whole interval {side} all") : "")
            + (rows.Any(o => o.N < minimumN) ? language.Pick($"；空心＝n < {minimumN}", $"; hollow = n < {minimumN}") : "")
            + (all.Length > rows.Length ? language.Pick($"；另有 {all.Length - rows.Length} 个{question.Things}未画", $"; {all.Length - rows.Length} more not drawn") : "");
        var (json, height) = new RowChart([.. rows.Select(o => o.Name)])
            .Column(question.Head, [.. rows.Select(o => (Apart(o) ? mark + " " : "") + Figures.Percent(o.Rate))])
            .Column(language.Pick("95% 区间", "95% int."), [.. rows.Select(RateDots.Interval)], ChartLook.InkSoft)
            .Column("n", [.. rows.Select(o => Figures.Count(o.N))], ChartLook.InkSoft)
            .Build(scale, min, max, "{value}", series, step: step);
        return new ChartOption(question.Kind, question.Question, Answer(question, rows, apart, side, minimumN, language), json, ChartLook.FullWidth, height);
    }

    private static string Answer(RateQuestion question, RateRow[] rows, int apart, string side, int minimumN, ReportLanguage language)
    {
        var worst = rows[0];
        if (worst.N < minimumN) return language.Pick($"没有{question.Things}达到 n ≥ {minimumN}，不作比较。", $"No {question.Thing} reaches n ≥ {minimumN}; nothing is compared.");
        if (apart == 0)
            return language.Pick($"各{question.Things}之间的差别没有超出偶然波动。", $"No {question.Thing} differs from the whole by more than chance.");
        var (most, mostEnglish) = question.HighIsBad ? ("最高", "highest") : ("最低", "lowest");
        return language.Pick(
            $"{apart} 个{question.Things}明显{side}合计；{most}的是{worst.Name} {Figures.Percent(worst.Rate)}（n={Figures.Count(worst.N)}）。",
            $"{apart} {(apart == 1 ? question.Thing + " is" : question.Things + " are")} clearly {side} the whole; {mostEnglish}: {worst.Name} {Figures.Percent(worst.Rate)} (n={Figures.Count(worst.N)}).");
    }
}
