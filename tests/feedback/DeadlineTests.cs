namespace QualityInsight.Feedback.Tests;

public sealed class DeadlineTests
{
    private static readonly WorkingCalendar Calendar = Make.Calendar();

    [Theory]
    [InlineData("2026-11-16 10:00", 1, "2026-11-17 17:30")]
    [InlineData("2026-11-16 17:30", 1, "2026-11-17 17:30")] // at closing time still counts as that day
    [InlineData("2026-11-16 17:31", 1, "2026-11-18 17:30")] // after it, as the next
    [InlineData("2026-11-16 08:00", 1, "2026-11-17 17:30")] // before opening counts as that day
    [InlineData("2026-11-16 12:30", 1, "2026-11-17 17:30")] // lunch too
    [InlineData("2026-11-20 10:00", 1, "2026-11-23 17:30")] // Friday to Monday
    [InlineData("2026-11-21 10:00", 1, "2026-11-24 17:30")] // Saturday counts as received on Monday
    [InlineData("2026-11-16 10:00", 0, "2026-11-16 17:30")] // the same working day
    [InlineData("2026-11-21 10:00", 0, "2026-11-23 17:30")]
    [InlineData("2026-09-30 16:00", 3, "2026-10-10 17:30")] // over 国庆, ending on the make-up Saturday
    [InlineData("2026-02-13 16:00", 2, "2026-02-24 17:30")] // Saturday 14 is worked, then 春节 to the 23rd
    [InlineData("2025-09-27 10:00", 1, "2025-09-29 17:30")] // Saturday: received on the make-up Sunday 28, so Monday is the first counted
    public void Working_days_skip_holidays_and_count_make_up_days(string start, int days, string expected) =>
        Assert.Equal(Make.At(expected), Compute(start, days, TimeUnit.WorkingDay).DueAt);

    [Theory]
    [InlineData("2026-11-16 10:00", 7, "2026-11-23 17:30")]
    [InlineData("2026-11-14 10:00", 7, "2026-11-23 17:30")] // ends on Saturday 21, so on Monday 23
    [InlineData("2026-09-25 10:00", 7, "2026-10-08 17:30")] // ends within 国庆
    [InlineData("2026-11-16 20:00", 0, "2026-11-16 23:59:59")]
    public void Natural_days_end_at_closing_time_of_a_working_day(string start, int days, string expected) =>
        Assert.Equal(Make.At(expected), Compute(start, days, TimeUnit.NaturalDay).DueAt);

    [Fact]
    public void Natural_days_that_do_not_roll_over_end_with_the_day()
    {
        var deadline = Deadline.Compute(new(Make.At("2026-11-14 10:00"), 7, TimeUnit.NaturalDay) { RollsOver = false }, Calendar);
        Assert.Equal(Make.At("2026-11-21 23:59:59"), deadline.DueAt);
    }

    [Fact]
    public void Hours_run_through_nights_and_holidays() =>
        Assert.Equal(Make.At("2026-10-02 16:00"), Compute("2026-09-30 16:00", 48, TimeUnit.Hour).DueAt);

    [Theory]
    [InlineData("2026-11-16 10:00", 3, "2026-11-16 14:30")]
    [InlineData("2026-11-16 17:00", 1, "2026-11-17 09:30")]
    [InlineData("2026-11-20 17:00", 7, "2026-11-23 17:00")]
    public void Working_hours_run_while_the_office_is_open(string start, int hours, string expected) =>
        Assert.Equal(Make.At(expected), Compute(start, hours, TimeUnit.WorkingHour).DueAt);

    [Theory]
    [InlineData("2026-11-17 10:00", "2026-11-19 10:00", "2026-11-25 17:30")] // closing time of the 17th and 18th passed in the stop
    [InlineData("2026-11-17 10:00", "2026-11-17 15:00", "2026-11-23 17:30")] // running again before closing: the day counts
    [InlineData("2026-11-20 18:00", "2026-11-23 08:00", "2026-11-23 17:30")] // a stop over the weekend costs nothing
    public void A_stopped_clock_does_not_count_the_days_it_stood_still(string from, string until, string expected)
    {
        var request = new DeadlineRequest(Make.At("2026-11-16 10:00"), 5, TimeUnit.WorkingDay) { Stops = [new(Make.At(from), Make.At(until))] };
        Assert.Equal(Make.At(expected), Deadline.Compute(request, Calendar).DueAt);
    }

    [Fact]
    public void A_stopped_clock_moves_hours_by_its_length()
    {
        var request = new DeadlineRequest(Make.At("2026-11-16 10:00"), 48, TimeUnit.Hour)
        {
            Stops = [new(Make.At("2026-11-17 10:00"), Make.At("2026-11-17 15:00"))],
        };
        Assert.Equal(Make.At("2026-11-18 15:00"), Deadline.Compute(request, Calendar).DueAt);
    }

    [Fact]
    public void A_year_not_announced_makes_a_deadline_provisional_and_never_plain_monday_to_friday()
    {
        var deadline = Compute("2026-12-30 10:00", 3, TimeUnit.WorkingDay);
        Assert.True(deadline.IsProvisional);
        // 31 December, then 元旦 off by law although it is a Friday, the weekend, 4 and 5 January.
        Assert.Equal(Make.At("2027-01-05 17:30"), deadline.DueAt);
        Assert.Contains(deadline.Explain(), l => l.Zh.Contains("2027 年节假日安排未载入"));
        Assert.False(Compute("2026-12-25 10:00", 3, TimeUnit.WorkingDay).IsProvisional);
        Assert.True(Compute("2017-06-01 10:00", 3, TimeUnit.WorkingDay).IsProvisional);
    }

    [Fact]
    public void The_story_tells_every_day_and_why_it_counts_or_not()
    {
        var lines = Compute("2026-09-30 16:00", 3, TimeUnit.WorkingDay).Explain();
        Assert.Equal("2026-09-30 星期三 16:00 收到，为起算日，当日不计入", lines[0].Zh);
        Assert.Equal("2026-10-01 星期四 国庆节放假，不计", lines[1].Zh);
        Assert.Equal("2026-10-08 星期四 工作日，第 1 个工作日", lines[8].Zh);
        Assert.Equal("2026-10-10 星期六 国庆节调休上班，第 3 个工作日", lines[10].Zh);
        Assert.Equal("2026-10-10 Sat: make-up working day (国庆节), working day 3", lines[10].En);
        Assert.Equal("到期：2026-10-10 星期六 17:30", lines[^1].Zh);
        Assert.Equal([1, 2, 3], lines.Where(l => l.Count is not null).Select(l => l.Count!.Value));
    }

    [Fact]
    public void The_story_says_when_something_came_too_late_for_its_day()
    {
        Assert.Contains("已过下班时间 17:30，顺延至 2026-11-23 星期一 为起算日", Compute("2026-11-20 18:00", 1, TimeUnit.WorkingDay).Explain()[0].Zh);
        Assert.Contains("public holiday (国庆节); counts as received on 2026-10-08", Compute("2026-10-03 10:00", 1, TimeUnit.WorkingDay).Explain()[0].En);
    }

    [Theory]
    [InlineData(TimeUnit.WorkingDay)]
    [InlineData(TimeUnit.NaturalDay)]
    [InlineData(TimeUnit.Hour)]
    [InlineData(TimeUnit.WorkingHour)]
    public void Every_story_ends_with_the_deadline_in_both_languages(TimeUnit unit)
    {
        var deadline = Deadline.Compute(
            new(Make.At("2026-11-16 10:00"), 9, unit) { Stops = [new(Make.At("2026-11-17 10:00"), Make.At("2026-11-19 10:00"))] }, Calendar);
        var end = deadline.DueAt.ToString("HH:mm");
        Assert.EndsWith(end, deadline.Explain()[^1].Zh);
        Assert.EndsWith(end, deadline.Explain()[^1].En);
    }

    private static Deadline Compute(string start, int amount, TimeUnit unit) => Deadline.Compute(new(Make.At(start), amount, unit), Calendar);
}
