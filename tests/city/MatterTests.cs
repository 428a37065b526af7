using QualityInsight.Testing;

namespace QualityInsight.City.Tests;

[Collection("city")]
public sealed class MatterTests(CityFixture city)
{
    [Fact]
    public void Late_matters_agree_with_the_raw_files_of_the_counties()
    {
        var late = city.Rows("city-c", "ticket").Where(r => r["STATUS"] == "2" && r["EXE_ID"].Length == 19 && r["FINISH_TIME"].CompareTo(r["APPLY_TIME"]) >= 0)
            .GroupBy(r => r["EXE_ID"]).Select(g => g.Last())
            .Where(r => Time(r["FINISH_TIME"]) > Time(r["PROMISE_TIME"]).AddMinutes(int.Parse(r["HANGUP_MIN"])))
            .CountBy(r => r["ORG_CODE"]).ToDictionary();
        foreach (var org in city.Truth.Orgs.Where(o => o.Name.StartsWith("石埠市", StringComparison.Ordinal) || o.Name.StartsWith("青岑县", StringComparison.Ordinal)))
            Assert.Equal(org.LateMatters, late.GetValueOrDefault(org.Code));
        Assert.True(late.Values.Sum() > 0);
    }

    [Fact]
    public void Ignoring_the_stops_of_the_clock_gives_another_count() =>
        Assert.True(city.Truth.Totals.LateMattersIgnoringSuspensions > city.Truth.Totals.LateMatters);

    [Fact]
    public void Promised_ends_are_working_days_at_closing_time()
    {
        foreach (var due in city.Rows("city-a", "ticket").Select(r => r["promiseDate"]).Where(d => d.Length > 0).Distinct())
        {
            var at = DateTime.Parse(due);
            Assert.True(WorkingDays.IsWorking(DateOnly.FromDateTime(at)) && at.TimeOfDay == new TimeSpan(17, 30, 0), due);
        }
    }

    [Fact]
    public void Ten_working_days_across_the_spring_festival_skip_the_holiday_and_count_the_make_up_days() =>
        // 2026-02-10 … 02-13 are 4; 02-14 (Saturday) is worked; 02-15 … 02-23 are off; 02-24 … 02-27 and 02-28 (Saturday) are 5 more.
        Assert.Equal(new DateOnly(2026, 2, 28), WorkingDays.Add(new DateOnly(2026, 2, 9), 10));

    [RealDataFact("holiday_cn/2024.json", "holiday_cn/2025.json", "holiday_cn/2026.json")]
    public void The_calendar_has_the_known_number_of_working_days()
    {
        int Count(int year) => Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Count(n => WorkingDays.IsWorking(new DateOnly(year, 1, 1).AddDays(n)));
        Assert.Equal([251, 248, 248], [Count(2024), Count(2025), Count(2026)]);
        foreach (var year in new[] { 2024, 2025, 2026 })
        {
            using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(RealData.PathOf($"holiday_cn/{year}.json")));
            foreach (var day in json.RootElement.GetProperty("days").EnumerateArray())
                Assert.Equal(!day.GetProperty("isOffDay").GetBoolean(), WorkingDays.IsWorking(DateOnly.Parse(day.GetProperty("date").GetString()!)));
        }
    }

    [Fact]
    public void The_city_has_forty_departments_twelve_halls_and_about_four_hundred_items()
    {
        var world = World.Build(1);
        Assert.Equal(40, world.Orgs.Count);
        Assert.Equal(12, world.Halls.Count);
        Assert.InRange(world.Items.Count, 380, 450);
        Assert.Equal(world.Items.Count, world.Items.Select(i => i.Code).Distinct().Count());
        Assert.All(world.Items, i => Assert.True(i.Promise <= i.Statutory, i.Name));
        Assert.All(world.Areas, a => Assert.StartsWith("99", a.Code));
        Assert.All(world.Halls.SelectMany(h => h.Groups), g => Assert.NotEmpty(g.Items));
    }

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyyMMddHHmmss", null);
}
