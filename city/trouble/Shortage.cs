namespace QualityInsight.City;

/// <summary>Planted: a hall whose counters are half staffed in some weeks, and a counter that takes two and a half times as long.</summary>
internal static class Shortage
{
    public const string HallCode = "H09";
    public const string SlowHall = "H05";
    public const string SlowCounter = "02";
    public const double Slowness = 2.5;

    /// <summary>The last three weeks, and three weeks five months earlier.</summary>
    public static bool IsShort(DateOnly day, DateOnly lastDay) => ((lastDay.DayNumber - day.DayNumber) / 7) is <= 2 or (>= 20 and <= 22);

    public static double Staffing(Hall hall, DateOnly day, CityOptions options) =>
        hall.Code == HallCode && IsShort(day, options.LastDay) ? 0.5 : 1;

    public static void Slow(World world) =>
        world.Hall(SlowHall).Groups.SelectMany(g => g.Counters).First(c => c.Code == SlowCounter).Slowness = Slowness;

    public static void Record(Life life, CityOptions options)
    {
        var days = Enumerable.Range(0, 7 * options.Weeks).Select(n => options.FirstDay.AddDays(n)).Where(d => IsShort(d, options.LastDay)).ToHashSet();
        var waits = life.Visits.Where(v => v.Hall.Code == HallCode && v.Served).ToLookup(v => days.Contains(DateOnly.FromDateTime(v.Taken)), v => v.WaitSeconds!.Value);
        life.Plant("staff-shortage", [], "city-c", "hall", "H09 works with half of its counters in these days.",
            "Its waits in those weeks stand out from its own other weeks and from other halls.",
            days.Order().Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("wait_mean_short", Mean(waits[true])), ("wait_mean_else", Mean(waits[false])),
            ("served_short", waits[true].Count()), ("served_else", waits[false].Count()));
        var handle = life.Visits.Where(v => v.Hall.Code == SlowHall && v.Served && v.Group.Letter == 'A')
            .ToLookup(v => v.Counter!.Code == SlowCounter, v => (v.Finished!.Value - v.Started!.Value).TotalSeconds);
        life.Plant("slow-counter", [], "city-b", "counter", "Counter 02 of H05 takes 2.5 times as long as the others of its queue.",
            "Its mean handling time stands out among the counters of H05.", [$"{SlowHall}/{SlowCounter}"],
            ("factor", Slowness), ("handle_mean_slow", Mean(handle[true])), ("handle_mean_others", Mean(handle[false])),
            ("served_slow", handle[true].Count()));
    }

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(0).Average();
}
