namespace QualityInsight.Reports.Charts;

/// <summary>Which org keeps its promises: the on-time rate (按时办结率) a dot, its 95 % interval a bar, n beside, ordered.</summary>
public static class HandlingRatesChart
{
    /// <summary>Builds the chart, lowest rate first; orgs below <paramref name="minimumN"/> last, hollow. Null where no org has a rate.</summary>
    /// <param name="orgs">One row an org.</param>
    /// <param name="overall">The rate of all together, drawn as a line; null for none.</param>
    /// <param name="minimumN">Fewer records than this are shown but not compared.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="mostRows">At most this many rows are drawn; what was left out is said under the axis.</param>
    public static ChartOption? Build(IReadOnlyList<RateRow> orgs, double? overall, int minimumN, ReportLanguage language, int mostRows = 12)
    {
        var all = orgs.Where(o => o.Rate is not null)
            .OrderBy(o => o.N < minimumN).ThenBy(o => o.Rate).ThenBy(o => o.Name, StringComparer.Ordinal).ToArray();
        if (all.Length == 0) return null;
        var rows = all.Take(mostRows).ToArray();
        var apart = rows.Count(o => o.N >= minimumN && overall is { } mean && o.High < mean);
        bool Below(RateRow o) => o.N >= minimumN && overall is { } mean && o.High < mean;

        var (series, min, max, step) = RateDots.Of(rows, minimumN, overall,
            overall is null ? null : language.Pick($"合计 {Figures.Percent(overall)}", $"all {Figures.Percent(overall)}"),
            i => Below(rows[i]) ? ChartLook.ActNow : ChartLook.Accent);
        var scale = language.Pick("按时办结率（%）：点＝本期，条＝95% 区间", "closed on time (%): dot = period, bar = 95% interval")
            + (apart > 0 ? language.Pick("；▼ 红色＝区间整个低于合计", "; ▼ red = whole interval below all") : "")
            + (rows.Any(o => o.N < minimumN) ? language.Pick($"；空心＝n < {minimumN}", $"; hollow = n < {minimumN}") : "")
            + (all.Length > rows.Length ? language.Pick($"；另有 {all.Length - rows.Length} 个部门未画", $"; {all.Length - rows.Length} more not drawn") : "");
        var (json, height) = new RowChart([.. rows.Select(o => o.Name)])
            .Column(language.Pick("按时率", "on time"), [.. rows.Select(o => (Below(o) ? "▼ " : "") + Figures.Percent(o.Rate))])
            .Column(language.Pick("95% 区间", "95% int."), [.. rows.Select(RateDots.Interval)], ChartLook.InkSoft)
            .Column("n", [.. rows.Select(o => Figures.Count(o.N))], ChartLook.InkSoft)
            .Build(scale, min, max, "{value}", series, step: step);
        return new ChartOption("handling-rates", language.Pick("哪些部门没有按承诺办结？", "Which departments miss their promised time?"),
            Answer(rows, apart, minimumN, language), json, ChartLook.FullWidth, height);
    }

    private static string Answer(RateRow[] rows, int apart, int minimumN, ReportLanguage language)
    {
        var worst = rows[0];
        if (worst.N < minimumN) return language.Pick($"没有部门达到 n ≥ {minimumN}，不作比较。", $"No department reaches n ≥ {minimumN}; nothing is compared.");
        if (apart == 0)
            return language.Pick("各部门之间的差别没有超出偶然波动。", "No department differs from the whole by more than chance.");
        return language.Pick(
            $"{apart} 个部门明显低于合计；最低的是{worst.Name} {Figures.Percent(worst.Rate)}（n={Figures.Count(worst.N)}）。",
            $"{apart} {(apart == 1 ? "department is" : "departments are")} clearly below the whole; lowest: {worst.Name} {Figures.Percent(worst.Rate)} (n={Figures.Count(worst.N)}).");
    }
}
