namespace QualityInsight.City;

/// <summary>Planted: devices that rate when the hall is dark, too fast, or too many at once.</summary>
internal static class NightOffice
{
    public static void Plant(Troublemaker t)
    {
        AtNight(t);
        Burst(t);
        TooFast(t);
        StraightLine(t);
    }

    private static void AtNight(Troublemaker t)
    {
        var hall = t.World.Hall("H11");
        var counter = hall.Groups[0].Counters[1];
        var org = hall.RunBy;
        var made = new List<Review>();
        var days = t.LastDay.DayNumber - t.FirstDay.DayNumber + 1;
        while (made.Count < t.Scaled(420, 40))
        {
            var day = t.FirstDay.AddDays(t.Dice.Int(0, Math.Max(1, days - 1)));
            var at = day.ToDateTime(new TimeOnly(21, 30)).AddSeconds(t.Dice.Int(0, 9000));
            for (var n = t.Dice.Int(4, 10); n > 0; n--, at = at.AddSeconds(t.Dice.Int(9, 80)))
                made.Add(t.RateCounter(hall, counter, org, 5, at, Channel.Terminal));
        }
        t.Life.Plant("night-office", ["R08"], "city-c", "review", $"Keypad {counter.Device} of H11 sends five stars between 21:30 and 00:15, when the hall is closed.",
            "R08 flags every one of them.", made.Select(r => r.No), ("count", made.Count));
        var spill = t.Life.Reviews.Where(r => r.Device is not null && r.Visit is not null && !r.Hall!.IsOpen(r.At)).ToList();
        t.Life.Plant("honest-after-closing", [], "city", "review", "Honest reviews on hall devices while the last people are served into lunch or after closing.",
            "R08 may flag them too; a grace of some minutes keeps most out.", spill.Select(r => r.No), ("count", spill.Count));
    }

    private static void Burst(Troublemaker t)
    {
        var hall = t.World.Hall("H06");
        var counter = hall.Groups[0].Counters[0];
        var day = WorkingDays.Add(t.LastDay.AddDays(-5), 0);
        var at = day.ToDateTime(new TimeOnly(10, 12, 0));
        var made = new List<Review>();
        for (var n = 0; n < 22; n++, at = at.AddSeconds(t.Dice.Int(12, 29)))
            made.Add(t.RateCounter(hall, counter, hall.RunBy, 5, at, Channel.Pad));
        t.Life.Plant("device-burst", ["R05"], "city-b", "review", $"Tablet {counter.Device} sends 22 reviews within ten minutes.",
            "R05 flags the burst.", made.Select(r => r.No), ("count", made.Count));
    }

    private static void TooFast(Troublemaker t)
    {
        var made = t.Some(t.Scaled(60, 10), m => m.Feed == 'B' && m.Visit is { Matters.Count: 1 } && m.Item.Immediate)
            .Select(m => t.Rate(m, 5, m.Visit!.Finished!.Value.AddSeconds(t.Dice.Int(0, 4)), Channel.Pad, device: m.Counter!.Device)).ToList();
        t.Life.Plant("too-fast", ["R04"], "city-b", "review", "Reviews less than 5 s after the counter finished.",
            "R04 flags them.", made.Select(r => r.No), ("count", made.Count));
    }

    private static void StraightLine(Troublemaker t)
    {
        var counter = t.World.Hall("H03").Groups[1].Counters[0];
        var made = t.Life.Reviews.Where(r => r.Visit?.Counter == counter).ToList();
        t.Life.Plant("straight-line", ["R10"], "city-a", "counter", "Every review of this counter is five stars without a tag or a word.",
            "R10 flags the counter where it has at least 200 reviews.", [$"H03/{counter.Code}"], ("reviews", made.Count));
    }
}
