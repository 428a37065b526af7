namespace QualityInsight.City;

/// <summary>Planted: reviews that no citizen wrote.</summary>
internal static class SystemReviews
{
    public static void Plant(Troublemaker t)
    {
        MadeUp(t);
        ByPolicy(t);
        VirtualWindow(t);
        FixedOffset(t);
    }

    /// <summary>The housing fund centre rates its own unrated matters every Friday evening, in one second.</summary>
    private static void MadeUp(Troublemaker t)
    {
        var org = t.World.Orgs.First(o => o.Feed == 'A' && o.Keys.Contains("GJ"));
        var made = new List<Review>();
        var waiting = new List<Matter>();
        var batches = 0;
        foreach (var week in t.Unrated(m => m.Item.Org == org).GroupBy(m => Friday(DateOnly.FromDateTime(m.Closed!.Value))).OrderBy(g => g.Key))
        {
            waiting.AddRange(week);
            if (waiting.Count < 25 || week.Key > t.LastDay)
                continue;
            var at = week.Key.ToDateTime(new TimeOnly(18, 30, 7));
            var coded = ++batches % 5 is not (1 or 3);
            foreach (var matter in waiting.Where(m => m.Closed < at && t.Dice.Chance(0.9)))
                made.Add(t.Rate(matter, 5, at, coded ? Channel.SystemDefault : Channel.Pc));
            waiting.Clear();
        }
        t.Life.Plant("made-up-reviews", ["R01", "R02"], "city-a", "review",
            $"{org.Name} gives itself five stars in batches of one second on Friday evenings: no tag, no text, no device.",
            "Three batches of five are coded as default (R01, certain); the others must be flagged by R02 (same second) and suspected by R01.",
            made.Select(r => r.No), ("batches", batches), ("coded_default", made.Count(r => r.IsDefault)), ("not_coded", made.Count(r => !r.IsDefault)));
    }

    private static DateOnly Friday(DateOnly day) => day.AddDays(((int)DayOfWeek.Friday - (int)day.DayOfWeek + 7) % 7);

    /// <summary>The city platform's rule: nobody rated for five working days, so the system does, coded as such.</summary>
    private static void ByPolicy(Troublemaker t)
    {
        var made = new List<Review>();
        foreach (var matter in t.Unrated(m => m.Feed == 'A' && !m.Item.Org.Keys.Contains("GJ")))
        {
            var at = WorkingDays.Add(DateOnly.FromDateTime(matter.Closed!.Value), 5).AddDays(1).ToDateTime(new TimeOnly(2, 0, 0));
            if (at.Date <= t.LastDay.ToDateTime(TimeOnly.MinValue) && t.Dice.Chance(0.15))
                made.Add(t.Rate(matter, 4, at, Channel.SystemDefault));
        }
        t.Life.Plant("default-by-policy", ["R01"], "city-a", "review", "Unrated matters get 满意 from the system at 02:00 after five working days, coded pf=7.",
            "Loaded with is_default; they count in no active figure.", made.Select(r => r.No), ("count", made.Count));
    }

    /// <summary>Reviews of a counter that does not exist.</summary>
    private static void VirtualWindow(Troublemaker t)
    {
        var made = t.Some(t.Scaled(120, 12), m => m.Feed == 'C' && m.Hall is { Code: "H11" })
            .Select(m => t.Rate(m, 5, m.Closed!.Value.Date.AddDays(2).AddHours(1), Channel.SystemDefault, counter: "99")).ToList();
        t.Life.Plant("virtual-window", ["R01", "R13"], "city-c", "review", "Five stars from the back office (EVALUATETYPE 3) at window 99 of H11, which is no counter.",
            "Loaded with is_default; R13 flags the window.", made.Select(r => r.No), ("count", made.Count));
    }

    /// <summary>Reviews supplied by a job exactly 300 seconds after acceptance.</summary>
    private static void FixedOffset(Troublemaker t)
    {
        var org = t.World.Orgs.First(o => o.AreaCode == "990122" && o.Keys.Contains("SP"));
        var share = t.Life.Reviews.Count(r => r.Org == org) / 3;
        var made = t.Some(Math.Max(20, share), m => m.Item.Org == org && m.Way == Way.Counter)
            .Select(m => t.Rate(m, 5, m.Accepted!.Value.AddSeconds(300), Channel.Mobile)).ToList();
        t.Life.Plant("fixed-offset", ["R03"], "city-c", "review", $"Reviews of {org.Name} that a job dated exactly 300 s after acceptance.",
            "R03: one constant offset in more than 10 % of the department's reviews.", made.Select(r => r.No), ("seconds", 300), ("count", made.Count));
    }
}
