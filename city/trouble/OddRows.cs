using System.Globalization;

namespace QualityInsight.City;

/// <summary>Planted: odd rows that are loaded all the same, each with what must be done to it.</summary>
internal static class OddRows
{
    /// <summary>Start and end times a system made up because nobody pressed the key.</summary>
    public static void Placeholders(Life life, Dice dice)
    {
        var ids = new List<string>();
        foreach (var visit in life.Visits.Where(v => v.Hall.Feed == 'C' && v.Served))
            if (visit.HasPlaceholderTimes = dice.Chance(0.012))
                ids.Add(Id(visit));
        life.Plant("placeholder-times", [], "city-c", "visit", "BEGIN_TIME 2019-01-01 09:00 and OPER_TIME 09:10 stand for times nobody took.",
            "Loaded with both times empty (placeholder_time); never a handling time of ten minutes.", ids, ("count", ids.Count));
    }

    /// <summary>An indicator of another star level beside the right ones.</summary>
    public static void TagsOfOtherLevels(Life life, FeedTable table, Dice dice)
    {
        var ids = new List<string>();
        var (level, tags, id) = (table.Index("satisfaction"), table.Index("evalDetail"), table.Index("assessId"));
        for (var period = 0; period < table.Periods; period++)
            foreach (var row in table.Fresh(period))
                if (row.Cells[level] == "5" && row.Cells[tags].Length > 0 && dice.Chance(0.006))
                {
                    row.Cells[tags] += ",213";
                    ids.Add(row.Cells[id]);
                }
        life.Plant("tag-of-other-level", [], "city-a", "review", "Five-star reviews with indicator 213, which belongs to two stars.",
            "Loaded; the indicator is dropped and counted (tag_level_mismatch).", ids, ("count", ids.Count));
    }

    /// <summary>The keypad's key 4: the person rated nothing.</summary>
    public static void KeypadNoRating(Life life, FeedTable table, Emission emission, Dice dice)
    {
        var ids = new List<string>();
        foreach (var review in life.Reviews.Where(r => r.Feed == 'C' && r.Device is not null && dice.Chance(0.025)))
        {
            var cells = new FeedC(1).Review(review);
            cells[0] = string.Create(CultureInfo.InvariantCulture, $"EV8{ids.Count:00000000}");
            (cells[table.Index("EVALUATE")], cells[table.Index("EVA_TAGS")], cells[table.Index("EVA_TEXT")]) = ("4", "", "");
            table.Add(emission.PeriodOf(review.At), review.At, FeedRowKind.Skipped, cells);
            ids.Add(cells[0]);
        }
        life.Plant("keypad-no-rating", [], "city-c", "review", "Keypad code 4 (不评价) is no review.", "Skipped: neither loaded nor refused, and reported.", ids, ("count", ids.Count));
    }

    /// <summary>A bulk of default-free reviews whose file runs 1 = best against its vendor's word.</summary>
    public static void Reversed(Troublemaker t, FeedTable table, Emission emission)
    {
        var halls = t.World.Halls.Where(h => h.Feed == 'A').ToList();
        var counts = new int[6];
        var wanted = t.Scaled(160, 60);
        for (var n = 1; n <= wanted; n++)
        {
            var code = t.Dice.Unit() switch { < 0.88 => 1, < 0.96 => 2, < 0.98 => 3, < 0.99 => 4, _ => 5 };
            counts[code]++;
            var hall = t.Dice.Pick(halls);
            var at = WorkingDays.Add(t.LastDay.AddDays(-t.Dice.Int(8, Math.Min(80, (t.LastDay.DayNumber - t.FirstDay.DayNumber) + 8))), 0)
                .ToDateTime(new TimeOnly(t.Dice.Int(9, 12), t.Dice.Int(0, 60), t.Dice.Int(0, 60)));
            var phone = t.Dice.Chance(0.5) ? Person.Of(t.Dice, t.Texts.Words).Phone : "";
            table.Add(emission.Periods - 1, at, FeedRowKind.Final, string.Create(CultureInfo.InvariantCulture, $"ZD{n:000000}"), $"ZZJ-{hall.Code}-01", hall.Code,
                hall.RunBy.Code, Cells.National(at), Cells.Number(code), phone);
        }
        t.Life.Plant("reversed-direction", ["R19"], "city-d", "batch", "The vendor declared 5 = best; the file has 1 = best.",
            "Loaded as declared, more than half are bad and R19 (and the load itself) warns; with profile city-d-reviews the same file is nearly all good.", [],
            ("rows", counts.Sum()), ("bad_as_declared", counts[1] + counts[2]), ("bad_in_truth", counts[4] + counts[5]));
    }

    public static string Id(Visit v) => $"{v.Hall.Code}/{Cells.Day(v.Taken)}/{v.Number}/{v.Seq}";
}
