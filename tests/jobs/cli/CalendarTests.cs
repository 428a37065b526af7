namespace QualityInsight.Jobs.Tests;

/// <summary><c>qi calendar add</c>; the days are counted by hand from the State Council's notice for 2026.</summary>
[Collection("command line")]
public sealed class CalendarTests
{
    [Theory]
    // 1–7 October off; Thu 8, Fri 9 and the make-up Saturday 10 are the three.
    [InlineData("2026-09-30T16:00", "3", "2026-10-10T17:30:00")]
    // The make-up Sunday 20 September is the first, Monday 21 the second.
    [InlineData("2026-09-18T10:00", "2", "2026-09-21T17:30:00")]
    // 15–23 February off; the make-up Saturday 28 is the fourth after Tue 24.
    [InlineData("2026-02-13T09:00", "1", "2026-02-14T17:30:00")]
    [InlineData("2026-02-14T09:00", "5", "2026-02-28T17:30:00")]
    // 1–5 May off; Wed 6, Thu 7, Fri 8, make-up Saturday 9, Monday 11.
    [InlineData("2026-04-30T09:00", "5", "2026-05-11T17:30:00")]
    // An ordinary weekend.
    [InlineData("2026-11-13T09:00", "1", "2026-11-16T17:30:00")]
    public async Task Working_days_count_make_up_days_and_skip_holidays(string from, string days, string due)
    {
        var added = (await CommandLine.Qi("calendar", "add", "--from", from, "--working-days", days, "--json")).Ended(0).Json;
        Assert.Equal(due, (string?)added["due"]);
        Assert.False((bool)added["provisional"]!);
    }

    [Fact]
    public async Task A_deadline_in_a_year_not_announced_is_provisional_and_says_so()
    {
        var added = (await CommandLine.Qi("calendar", "add", "--from", "2026-12-31T10:00", "--working-days", "3", "--json", "--explain", "--lang", "en")).Ended(0).Json;
        Assert.Equal("2027-01-06T17:30:00", (string?)added["due"]);
        Assert.True((bool)added["provisional"]!);
        Assert.Contains(added["explain"]!.AsArray(), l => ((string)l!["text"]!).Contains("2027 are not loaded"));
    }

    [Fact]
    public async Task The_story_names_every_day_once_and_counts_the_make_up_Saturday()
    {
        var told = (await CommandLine.Qi("calendar", "add", "--from", "2026-09-30T16:00", "--working-days", "3", "--explain")).Ended(0).Out;
        for (var day = new DateOnly(2026, 9, 30); day < new DateOnly(2026, 10, 10); day = day.AddDays(1))
            Assert.Single(told.Split('\n'), l => l.TrimStart().StartsWith(day.ToString("yyyy-MM-dd"), StringComparison.Ordinal));
        Assert.Contains("2026-10-10 星期六 国庆节调休上班，第 3 个工作日", told);
    }

    [Theory]
    [InlineData("--from", "2026-09-30T16:00")]
    [InlineData("--from", "30.9.2026", "--working-days", "3")]
    [InlineData("--from", "2026-09-30T16:00", "--working-days", "3", "--hours", "4")]
    [InlineData("--from", "2026-09-30T16:00", "--working-days", "-3")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments) =>
        Assert.NotEmpty((await CommandLine.Qi(["calendar", "add", .. arguments])).Ended(2).Err);
}
