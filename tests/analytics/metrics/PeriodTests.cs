namespace QualityInsight.Analytics.Tests;

public class PeriodTests
{
    [Theory]
    [InlineData("2026-W01", "2025-12-29/2026-01-05")]
    [InlineData("2026-W53", "2026-12-28/2027-01-04")]
    [InlineData("2026-11", "2026-11-01/2026-12-01")]
    [InlineData("2026-Q4", "2026-10-01/2027-01-01")]
    [InlineData("2026", "2026-01-01/2027-01-01")]
    [InlineData("2026-02-28", "2026-02-28/2026-03-01")]
    public void A_period_is_read_as_people_write_it(string text, string days) => Assert.Equal(days, Period.Parse(text).ToString());

    [Theory]
    [InlineData("2025-W53"), InlineData("2026-13"), InlineData("2026-Q5"), InlineData("26-11"), InlineData("2026-1"), InlineData("")]
    public void What_is_no_period_is_refused(string text) => Assert.Throws<FormatException>(() => Period.Parse(text));

    [Theory]
    [InlineData("2026-W47", "previous", "2026-11-09/2026-11-16")]
    [InlineData("2026-W47", "last-year", "2025-11-17/2025-11-24")]
    [InlineData("2026-W53", "last-year", "2025-12-22/2025-12-29")]
    [InlineData("2026-11", "last-year", "2025-11-01/2025-12-01")]
    [InlineData("2024-02-29", "last-year", "2023-02-28/2023-03-01")]
    [InlineData("2026", "base:2020", "2020-01-01/2021-01-01")]
    [InlineData("2026-W47", "base:2020", "2020-11-16/2020-11-23")]
    [InlineData("2026-11", "previous", "2026-10-02/2026-11-01")]
    public void A_comparison_means_these_days(string period, string kind, string days) =>
        Assert.Equal(days, Comparison.Of(kind, Period.Parse(period)).ToString());

    [Fact]
    public void Week_names_follow_the_thursday() => Assert.Equal("2026-W53", Period.WeekName(new(2027, 1, 3)));
}
