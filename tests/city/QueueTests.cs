namespace QualityInsight.City.Tests;

[Collection("city")]
public sealed class QueueTests(CityFixture city)
{
    private sealed record Number(string Hall, string Key, DateTime Taken, DateTime? Appointment, DateTime? Called, string Status);

    [Fact]
    public void Halls_are_closed_on_holidays_and_open_on_make_up_days()
    {
        var days = Numbers().GroupBy(n => DateOnly.FromDateTime(n.Taken)).ToDictionary(g => g.Key, g => g.Count());
        for (var day = new DateOnly(2026, 10, 1); day <= new DateOnly(2026, 10, 7); day = day.AddDays(1))
            Assert.DoesNotContain(day, days.Keys);
        Assert.True(days[new DateOnly(2026, 9, 20)] > 20); // a Sunday
        Assert.True(days[new DateOnly(2026, 10, 10)] > 20); // a Saturday
        Assert.DoesNotContain(days.Keys, d => d.DayOfWeek == DayOfWeek.Sunday && d != new DateOnly(2026, 9, 20));
    }

    [Fact]
    public void Nobody_takes_a_number_more_than_a_quarter_of_an_hour_before_opening_or_is_called_deep_in_the_lunch_break()
    {
        foreach (var number in Numbers().Where(n => n.Hall == "H02" && WorkingDays.IsWorking(DateOnly.FromDateTime(n.Taken))))
        {
            var taken = number.Taken.TimeOfDay;
            Assert.True(taken >= new TimeSpan(8, 15, 0) && taken <= new TimeSpan(17, 10, 0), number.ToString());
            if (number.Called?.TimeOfDay is { } called)
                Assert.False(called > new TimeSpan(12, 7, 0) && called < new TimeSpan(14, 0, 0), number.ToString());
        }
    }

    [Fact]
    public void Waits_of_a_hall_agree_with_its_own_raw_files()
    {
        foreach (var hall in city.Truth.Halls.Where(h => h.Code is "H01" or "H02" or "H03"))
        {
            var numbers = Numbers().Where(n => n.Hall == hall.Code).ToList();
            var waits = numbers.Where(n => n.Status == "1")
                .Select(n => (n.Called!.Value - (n.Appointment > n.Taken ? n.Appointment.Value : n.Taken)).TotalSeconds).Order().ToList();
            Assert.Equal(hall.Served, waits.Count);
            Assert.Equal(hall.WaitMean, waits.Average(), 6);
            Assert.Equal(hall.WaitMedian, (waits[(waits.Count - 1) / 2] + waits[waits.Count / 2]) / 2, 6);
            Assert.Equal(hall.NoShow, numbers.Count(n => n.Status == "2"));
        }
    }

    [Fact]
    public void Mornings_rush_and_mondays_are_heavier_than_fridays()
    {
        var numbers = Numbers().Where(n => n.Taken >= new DateTime(2026, 10, 12)).ToList();
        Assert.True(numbers.Count(n => n.Taken.Hour is 9 or 10) > 1.5 * numbers.Count(n => n.Taken.Hour is 11 or 12));
        Assert.True(numbers.Count(n => n.Taken.DayOfWeek == DayOfWeek.Monday) > 1.1 * numbers.Count(n => n.Taken.DayOfWeek == DayOfWeek.Friday));
    }

    [Fact]
    public void A_half_staffed_hall_keeps_people_waiting_far_longer()
    {
        var planted = city.Truth.Planted.Single(p => p.Id == "staff-shortage");
        Assert.True(planted.Figures["wait_mean_short"] > 2.5 * planted.Figures["wait_mean_else"]);
        Assert.True(planted.Figures["served_short"] > 20);
    }

    [Fact]
    public void People_leave_the_longer_they_wait()
    {
        var world = World.Build(1);
        var hall = world.Hall("H09");
        var words = new Words();
        double Share(double staffing)
        {
            var all = Enumerable.Range(0, 40).SelectMany(n =>
                new QueueDay(hall, new DateOnly(2026, 11, 9), Dice.Of(n, "test"), words).Run(1, staffing, 1)).ToList();
            return all.Count(v => v.End == VisitEnd.Passed) / (double)all.Count;
        }
        Assert.True(Share(0.5) > 2 * Share(1));
    }

    [Fact]
    public void Counters_serve_one_person_at_a_time_and_first_come_first_called()
    {
        var world = World.Build(1);
        var visits = new QueueDay(world.Hall("H02"), new DateOnly(2026, 11, 9), Dice.Of(3, "test"), new Words()).Run(1.3, 1, 1);
        foreach (var counter in visits.Where(v => v.Served).GroupBy(v => v.Counter))
        {
            var calls = counter.OrderBy(v => v.Called).ToList();
            Assert.All(calls.Zip(calls.Skip(1)), pair => Assert.True(pair.Second.Called >= pair.First.Finished));
        }
        foreach (var group in visits.Where(v => v.Called is not null).GroupBy(v => v.Group))
            Assert.All(group.OrderBy(v => v.Eligible).Zip(group.OrderBy(v => v.Eligible).Skip(1)),
                pair => Assert.True(pair.Second.Called!.Value.AddSeconds(11) >= pair.First.Called));
    }

    private IEnumerable<Number> Numbers() => city.Rows("city-a", "visit")
        .Where(r => r["hallCode"] != "H99" && r["queueStatus"] != "9" && r["queueNo"].Length == 4 && r["takeTime"] != "1970-01-01 08:00:00")
        .Select(r => new Number(r["hallCode"], $"{r["hallCode"]} {r["queueDate"]} {r["queueNo"]} {r["queueSeq"]}", DateTime.Parse(r["takeTime"]), Time(r["appointTime"]), Time(r["callTime"]), r["queueStatus"]))
        .DistinctBy(n => n.Key);

    private static DateTime? Time(string text) => text.Length == 0 ? null : DateTime.Parse(text);
}
