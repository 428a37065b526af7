namespace QualityInsight.Reports.Charts;

/// <summary>Which org keeps its promises: the on-time rate (按时办结率) of each, lowest first.</summary>
public static class HandlingRatesChart
{
    /// <summary>Builds the chart. Null where no org has a rate.</summary>
    /// <param name="orgs">One row an org.</param>
    /// <param name="overall">The rate of all together, drawn as a line; null for none.</param>
    /// <param name="minimumN">Fewer records than this are shown but not compared.</param>
    /// <param name="language">The reader's language.</param>
    public static ChartOption? Build(IReadOnlyList<RateRow> orgs, double? overall, int minimumN, ReportLanguage language) => RatesChart.Build(
        new("handling-rates", language.Pick("哪些部门没有按承诺办结？", "Which departments miss their promised time?"),
            language.Pick("按时办结率", "closed on time"), language.Pick("按时率", "on time"), language.Pick("部门", "departments"), "department"),
        orgs, overall, minimumN, language);
}
