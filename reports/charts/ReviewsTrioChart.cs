namespace QualityInsight.Reports.Charts;

/// <summary>
/// What the good-review rate (好评率) is worth: the same rate over all reviews, over those a person made, and over
/// those without a suspicion flag, one under another.
/// </summary>
public static class ReviewsTrioChart
{
    /// <summary>Builds the chart in the order all, active, active and unflagged. Null where no rate exists.</summary>
    /// <param name="all">Over every valid review, default ones included.</param>
    /// <param name="active">Over reviews made by a person.</param>
    /// <param name="unflagged">Over those without an integrity flag; null where flags were not computed.</param>
    /// <param name="language">The reader's language. Names of the rows given are replaced by the standard ones.</param>
    public static ChartOption? Build(RateRow all, RateRow active, RateRow? unflagged, ReportLanguage language)
    {
        RateRow?[] given =
        [
            all with { Name = language.Pick("全部评价", "all reviews") },
            active with { Name = language.Pick("主动评价", "made by a person") },
            unflagged is null ? null : unflagged with { Name = language.Pick("主动且无疑点", "by a person, unflagged") },
        ];
        var rows = given.OfType<RateRow>().ToArray();
        if (rows.All(r => r.Rate is null)) return null;
        var (series, min, max, step) = RateDots.Of(rows, 0, null, null, i => i == rows.Length - 1 ? ChartLook.Accent : ChartLook.InkSoft);
        var (json, height) = new RowChart([.. rows.Select(r => r.Name)])
            .Column(language.Pick("好评率", "good"), [.. rows.Select(r => Figures.Percent(r.Rate))])
            .Column(language.Pick("95% 区间", "95% int."), [.. rows.Select(RateDots.Interval)], ChartLook.InkSoft)
            .Column("n", [.. rows.Select(r => Figures.Count(r.N))], ChartLook.InkSoft)
            .Build(language.Pick("好评率（%）：点＝本期，条＝95% 区间；横轴不从 0 起", "good reviews (%): dot = period, bar = 95% interval; axis does not start at 0"),
                min, max, "{value}", series, step: step);
        var last = rows[^1];
        var difference = (all.Rate - last.Rate) * 100;
        return new ChartOption("reviews-trio", language.Pick("好评率有多少水分？", "How much of the good-review rate is real?"),
            language.Pick(
                $"全部 {Figures.Percent(all.Rate)}，{last.Name} {Figures.Percent(last.Rate)}，相差 {Figures.Number(difference, 2)} 个百分点。",
                $"All {Figures.Percent(all.Rate)}; {last.Name} {Figures.Percent(last.Rate)}: {Figures.Number(difference, 2)} points apart."),
            json, ChartLook.FullWidth, height);
    }
}
