namespace QualityInsight.City;

/// <summary>Planted: one person many reviews, shared phones, copied words, pressure, stars against words.</summary>
internal static class Reviewers
{
    public static void Plant(Troublemaker t)
    {
        OnePersonMany(t);
        SharedPhone(t);
        CopiedText(t);
        Flipped(t);
        StarsAgainstWords(t);
        BeforeAcceptance(t);
    }

    private static void OnePersonMany(Troublemaker t)
    {
        var made = new List<Review>();
        var people = 0;
        foreach (var day in t.Unrated(m => m.Feed == 'A' && m.Way != Way.Counter).GroupBy(m => m.Closed!.Value.Date).Where(g => g.Count() >= 7).OrderByDescending(g => g.Key).Take(6))
        {
            people++;
            var person = Person.Of(t.Dice, t.Texts.Words);
            foreach (var matter in day.Take(12))
                made.Add(t.Rate(matter, 5, day.Key.AddHours(20).AddMinutes(made.Count), Channel.Mobile, person: person, named: true));
        }
        t.Life.Plant("one-person-many", ["R06"], "city-a", "review", "One phone rates seven to twelve different matters on one day.",
            "R06 flags them (more than 5 a day).", made.Select(r => r.No), ("people", people));
    }

    private static void SharedPhone(Troublemaker t)
    {
        var made = new List<Review>();
        var shared = t.Some(18, m => m.Feed == 'B' && m.Way != Way.Counter);
        for (var n = 0; n < shared.Count; n++)
        {
            var phone = $"1390000{n / 6:0000}";
            var person = Person.Of(t.Dice, t.Texts.Words) with { Phone = phone };
            made.Add(t.Rate(shared[n], 5, shared[n].Closed!.Value.AddHours(5), Channel.Mobile, person: person, named: true));
        }
        t.Life.Plant("shared-phone", ["R07"], "city-b", "review", "One phone under six different names.", "R07 flags the phones.", made.Select(r => r.No),
            ("phones", (shared.Count + 5) / 6));
    }

    private static void CopiedText(Troublemaker t)
    {
        var org = t.World.Orgs.First(o => o.AreaCode == "990122" && o.Keys.Contains("RS"));
        var text = new CityText("服务热情周到，办事效率高，业务精通，值得点赞！", [], "POSITIVE", "抄写", false, false, false, false, []);
        var made = t.Some(t.Scaled(90, 12), m => m.Item.Org == org)
            .Select(m => t.Rate(m, 5, m.Closed!.Value.AddMinutes(t.Dice.Int(5, 600)), Channel.Mobile, text)).ToList();
        t.Life.Plant("copied-text", ["R12"], "city-c", "review", $"The same sentence under many reviews of {org.Name}.", "R12 flags them.",
            made.Select(r => r.No), ("count", made.Count));
    }

    private static void Flipped(Troublemaker t)
    {
        var made = new List<Review>();
        foreach (var bad in t.Life.Reviews.Where(r => r.Feed == 'B' && r.IsBad && r.Matter is not null).Take(t.Scaled(36, 6)).ToList())
            if (!t.Life.Reviews.Exists(r => r.Seq == 2 && r.Matter == bad.Matter))
                made.Add(t.Again(bad, 5, bad.At.AddMinutes(t.Dice.Int(8, 55)), null));
        t.Life.Plant("flipped-reviews", ["R17"], "city-b", "review", "A bad review is followed within the hour by five stars for the same matter: the handler had rung up.",
            "R17 flags them once the handler's contact is known; the first, bad review still counts and opens a case.", made.Select(r => r.No), ("count", made.Count));
    }

    private static void StarsAgainstWords(Troublemaker t)
    {
        var hidden = t.Some(t.Scaled(90, 12), m => m.Way != Way.Counter || m.Hall is not null).Select(m =>
        {
            var problem = t.Dice.Pick(TextMaker.ProblemCodes.SkipLast(1).ToList());
            return t.Rate(m, 5, m.Closed!.Value.AddMinutes(t.Dice.Int(5, 900)), Channel.Mobile, t.Texts.Complaint(t.Dice, [problem], m.Item.Name, m.Hall?.Name ?? ""), named: true);
        }).ToList();
        t.Life.Plant("hidden-bad", ["R11"], "city", "review", "Five stars over words of complaint.", "R11: hidden bad reviews, for a person to look at.",
            hidden.Select(r => r.No), ("count", hidden.Count));
        var mistaken = t.Some(t.Scaled(50, 8), _ => true).Select(m =>
            t.Rate(m, 1, m.Closed!.Value.AddMinutes(t.Dice.Int(5, 900)), Channel.Mobile, t.Texts.Praise(t.Dice, m.Item.Name, m.Hall?.Name ?? ""), named: true)).ToList();
        t.Life.Plant("mistaken-bad", ["R11"], "city", "review", "One star over words of praise (误评).", "R11: mistaken reviews; they open cases that should end as 误评.",
            mistaken.Select(r => r.No), ("count", mistaken.Count));
    }

    private static void BeforeAcceptance(Troublemaker t)
    {
        var made = t.Some(t.Scaled(45, 8), m => m.Feed == 'B' && m.Way != Way.Counter && m.Accepted is { } a && a > m.Applied.AddHours(3))
            .Select(m => t.Rate(m, 5, m.Applied.AddMinutes(t.Dice.Int(2, 100)), Channel.Mobile)).ToList();
        t.Life.Plant("before-acceptance", ["R20"], "city-b", "review", "Reviews dated before the matter was accepted.", "Loaded; R20 flags them.",
            made.Select(r => r.No), ("count", made.Count));
    }
}
