using System.Text.Json;
using QualityInsight.Testing;

namespace QualityInsight.Feedback.Tests;

public sealed class CalendarTests
{
    private static readonly WorkingCalendar Calendar = Make.Calendar();

    [Theory]
    [InlineData(2018, 250)]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Working_days_of_a_year_are_those_the_notices_give(int year, int expected)
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => new DateOnly(year, 1, 1).AddDays(i));
        Assert.Equal(expected, days.Count(Calendar.IsWorking));
    }

    [RealDataFact("holiday_cn/2018.json", "holiday_cn/2026.json")]
    public void Every_shipped_day_is_the_published_one()
    {
        var published = new Dictionary<string, (string, bool)>();
        for (var year = 2018; year <= 2026; year++)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(RealData.PathOf($"holiday_cn/{year}.json")));
            foreach (var day in json.RootElement.GetProperty("days").EnumerateArray())
                published[day.GetProperty("date").GetString()!] = (day.GetProperty("name").GetString()!, day.GetProperty("isOffDay").GetBoolean());
        }
        Assert.Equal(
            published.OrderBy(d => d.Key).Select(d => (d.Key, d.Value.Item1, d.Value.Item2)),
            CalendarData.Shipped.Days.Select(d => (d.Date.ToString("yyyy-MM-dd"), d.Name, d.IsOff)));
    }

    [Fact]
    public void Every_year_names_the_notice_it_is_from() =>
        Assert.All(CalendarData.Shipped.Years, y => Assert.All(y.Papers, p => Assert.Contains("gov.cn/", p)));

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Statutory_days_are_off_in_years_that_were_announced(int year) =>
        Assert.All(StatutoryHolidays.Of(year), d => Assert.False(Calendar.IsWorking(d.Key), $"{d.Key} {d.Value}"));

    [Theory]
    [InlineData(2020, "2020-01-25", "2020-04-04", "2020-06-25", "2020-10-01")] // leap fourth month; 中秋 falls on 国庆
    [InlineData(2023, "2023-01-22", "2023-04-05", "2023-06-22", "2023-09-29")] // leap second month
    [InlineData(2027, "2027-02-06", "2027-04-05", "2027-06-09", "2027-09-15")]
    public void Statutory_days_follow_the_lunar_calendar(int year, string newYear, string qingming, string dragonBoat, string midAutumn)
    {
        var days = StatutoryHolidays.Of(year);
        Assert.Equal("春节", days[DateOnly.Parse(newYear)]);
        Assert.Equal("清明节", days[DateOnly.Parse(qingming)]);
        Assert.Equal("端午节", days[DateOnly.Parse(dragonBoat)]);
        Assert.True(days.ContainsKey(DateOnly.Parse(midAutumn)));
    }

    [Fact]
    public void A_regional_day_holds_in_its_region_only()
    {
        var data = CalendarData.Shipped.With(CalendarData.Parse(
            """{"region":"45","years":[],"days":[{"date":"2026-04-20","name":"三月三","off":true}]}"""));
        var day = new DateOnly(2026, 4, 20);
        Assert.False(new WorkingCalendar(data, Make.Hours, "450100").IsWorking(day));
        Assert.True(new WorkingCalendar(data, Make.Hours, "440100").IsWorking(day));
        Assert.True(new WorkingCalendar(data, Make.Hours).IsWorking(day));
    }

    [Theory]
    [InlineData("""{"region":"CN","years":[],"days":[{"date":"2026-4-20","name":"x","off":true}]}""", "2026-4-20")]
    [InlineData("""{"region":"CN","years":[],"days":[{"date":"2026-04-20","name":"x","off":true},{"date":"2026-04-20","name":"y","off":false}]}""", "twice")]
    [InlineData("""{"region":"CN","years":[],"dayz":[]}""", "dayz")]
    [InlineData("not json", "line 1")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("""{"region":"CN","years":null,"days":[]}""", "needs region, years and days")]
    [InlineData("""{"year":2027,"papers":[],"days":[]}""", "2027 names no paper")]
    [InlineData("""{"year":2027,"papers":["https://www.gov.cn/x"],"days":[{"name":"元旦","date":"2027-01-01"}]}""", "isOffDay")]
    public void A_calendar_file_that_is_wrong_says_where(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => CalendarData.Parse(json)).Message);

    [Fact]
    public void A_year_of_the_open_collection_is_read_as_it_is_published()
    {
        var data = CalendarData.Parse("""
            {"$schema":"https://example/schema.json","$id":"https://example/2027.json","year":2027,"papers":["https://www.gov.cn/2027"],
             "days":[{"name":"元旦","date":"2027-01-01","isOffDay":true},{"name":"元旦","date":"2027-01-03","isOffDay":false}]}
            """);
        Assert.Equal((2027, "https://www.gov.cn/2027"), (data.Years[0].Year, data.Years[0].Papers[0]));
        Assert.Equal([new SpecialDay(new(2027, 1, 1), "元旦", true, "CN"), new SpecialDay(new(2027, 1, 3), "元旦", false, "CN")], data.Days);
    }

    [Theory]
    [InlineData("2026-09-30 09:00", "2026-09-30 11:00", 0, "02:00")]
    [InlineData("2026-09-30 11:00", "2026-09-30 14:30", 0, "02:00")] // lunch is not open
    [InlineData("2026-09-29 14:30", "2026-09-30 17:30", 1, "03:00")]
    [InlineData("2026-09-30 17:30", "2026-10-10 17:30", 3, "00:00")] // 8th, 9th and the make-up 10th are worked
    public void Time_left_is_told_in_working_days_and_open_hours(string now, string due, int days, string hours)
    {
        var left = Calendar.Remaining(Make.At(now), Make.At(due));
        Assert.Equal(new RemainingTime(false, days, TimeSpan.Parse(hours)), left);
    }
}
