using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Tests;

/// <summary>Each rule finds the pattern it looks for, only that, and finds it once.</summary>
[Collection(WarehouseCollection.Name)]
public class PlantedPatternTests(WarehouseFixture duck)
{
    private static readonly TimeProvider Clock = new FixedTime(new(2026, 12, 31, 4, 0, 0, TimeSpan.Zero));
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static Dictionary<string, object?> Row(params (string, object?)[] cells) => cells.ToDictionary(c => c.Item1, c => c.Item2);

    private static string Reviews(int n, Func<int, Dictionary<string, object?>> row, string prefix) =>
        Facts.Insert("review", Enumerable.Range(0, n).Select(i =>
        {
            var r = row(i);
            r.TryAdd("review_no", $"{prefix}{i}");
            return (IReadOnlyDictionary<string, object?>)r;
        }));

    /// <summary>Runs all rules twice; returns what one rule flagged.</summary>
    private List<string> Flagged(string rule, string inserts)
    {
        duck.Load(inserts);
        var first = IntegrityRunner.Run(duck.Warehouse, Clock, Shanghai, only: [rule]);
        Assert.All(IntegrityRunner.Run(duck.Warehouse, Clock, Shanghai, only: [rule]), o => Assert.Equal(0, o.Added));
        using var session = duck.Warehouse.OpenSession();
        var found = session.Query("SELECT subject || ':' || subject_no, evidence FROM integrity_flag WHERE rule = $rule ORDER BY 1",
            r => (No: r.Text(0), Evidence: r.Text(1)), new SqlArguments { ["rule"] = rule });
        Assert.Equal(found.Count, first.Single(o => o.Rule == rule).Added);
        Assert.All(found, f => Assert.Matches("[一-鿿]", f.Evidence));
        return [.. found.Select(f => f.No)];
    }

    private static DateTime At(int day, int hour, double second = 0) => new DateTime(2026, 11, day, hour, 0, 0).AddSeconds(second);

    [Fact]
    public void R01_finds_coded_and_suspected_default_reviews()
    {
        var plant = Reviews(1, _ => Row(("is_default", true)), "coded")
            + Reviews(20, i => Row(("reviewed_at", At(2, 3)), ("text_masked", i == 0 ? "谢谢" : null)), "mass")
            + Reviews(3, i => Row(("reviewed_at", At(2, 9, i))), "honest");
        var found = Flagged("R01", plant);
        Assert.Contains("review:coded0", found);
        Assert.Equal(20, found.Count);
        Assert.DoesNotContain("review:mass0", found);
    }

    [Fact]
    public void R02_finds_twenty_reviews_of_one_second_but_no_midnight_of_a_feed_that_knows_days_only()
    {
        var found = Flagged("R02", Reviews(20, _ => Row(("reviewed_at", At(2, 3))), "same")
            + Reviews(19, _ => Row(("reviewed_at", At(2, 4))), "few") + Reviews(30, _ => Row(("reviewed_at", At(3, 0))), "day"));
        Assert.Equal(20, found.Count);
        Assert.All(found, f => Assert.StartsWith("review:same", f));
    }

    [Fact]
    public void R03_finds_a_constant_of_300_seconds_after_acceptance()
    {
        var found = Flagged("R03", Reviews(40, i => Row(("org_code", "O1"), ("accepted_at", At(2, 9, i * 70)),
                ("reviewed_at", At(2, 9, i * 70 + (i < 25 ? 300 : 400 + 13 * i)))), "fixed")
            + Reviews(40, i => Row(("org_code", "O2"), ("accepted_at", At(2, 9, i * 70)), ("reviewed_at", At(2, 9, i * 70 + 200 + 17 * i))), "varied"));
        Assert.Equal(26, found.Count);
        Assert.Contains("org:O1", found);
        Assert.DoesNotContain(found, f => f.Contains("varied"));
    }

    [Fact]
    public void R04_finds_a_review_before_the_window_finished_also_by_way_of_the_queue_number()
    {
        var found = Flagged("R04", Reviews(1, _ => Row(("served_at", At(2, 10, 100)), ("reviewed_at", At(2, 10, 102))), "quick")
            + Reviews(1, _ => Row(("served_at", At(2, 10, 100)), ("reviewed_at", At(2, 10, 130))), "calm")
            + Reviews(1, _ => Row(("ticket_source", "t"), ("ticket_no", "1"), ("reviewed_at", At(16, 10))), "early")
            + Facts.Insert("visit", [Row(("number", "A1"), ("finished_at", At(16, 10, 60)))])
            + Facts.Insert("visit_ticket", [Row(("number", "A1"), ("ticket_no", "1"))]));
        Assert.Equal(["review:early0", "review:quick0"], found);
    }

    [Fact]
    public void R05_finds_sixteen_reviews_on_a_device_within_ten_minutes()
    {
        var found = Flagged("R05", Reviews(16, i => Row(("device_code", "D1"), ("reviewed_at", At(2, 10, i * 35))), "burst")
            + Reviews(16, i => Row(("device_code", "D2"), ("reviewed_at", At(2, 10, i * 60))), "steady")
            + Reviews(1, _ => Row(("device_code", "D1"), ("reviewed_at", At(2, 15))), "later"));
        Assert.Equal(16, found.Count);
        Assert.All(found, f => Assert.StartsWith("review:burst", f));
    }

    [Fact]
    public void R06_finds_one_person_with_six_matters_on_a_day()
    {
        Dictionary<string, object?> By(string person, int i, int matter) =>
            Row(("person_hash", person), ("ticket_source", "t"), ("ticket_no", $"{matter}"), ("reviewed_at", At(2, 9, i * 600)));
        Assert.Equal(6, Flagged("R06", Reviews(6, i => By("p1", i, i), "many") + Reviews(6, i => By("p2", i, i % 3), "again")).Count);
    }

    [Fact]
    public void R07_finds_a_telephone_with_four_names() =>
        Assert.Equal(4, Flagged("R07", Reviews(4, i => Row(("phone_hash", "x"), ("name_hash", $"n{i}"), ("reviewed_at", At(2 + i, 9))), "shared")
            + Reviews(4, i => Row(("phone_hash", "y"), ("name_hash", $"n{i % 2}"), ("reviewed_at", At(2 + i, 9))), "family")).Count);

    [Fact]
    public void R08_finds_night_lunch_and_holiday_but_not_a_make_up_saturday()
    {
        // Friday 2026-11-20, Saturday 21 (make-up day: people were served), Sunday 22 (closed), Monday 23 (holiday: nobody was served).
        var hours = Facts.Insert("hall_hours", new[] { 1, 5 }.SelectMany(d => new[]
        {
            Row(("weekday", d), ("opens", "09:00:00"), ("closes", "12:00:00")),
            Row(("weekday", d), ("opens", "13:30:00"), ("closes", "17:00:00")),
        }));
        var visits = Facts.Insert("visit", [Row(("visit_date", "2026-11-20")), Row(("visit_date", "2026-11-21"))]);
        Dictionary<string, object?> On(DateTime at) => Row(("hall_code", "H1"), ("reviewed_at", at));
        var found = Flagged("R08", hours + visits
            + Reviews(1, _ => On(At(20, 10)), "open") + Reviews(1, _ => On(At(20, 17, 900)), "grace") + Reviews(1, _ => On(At(20, 23)), "night")
            + Reviews(1, _ => On(At(20, 13)), "lunch") + Reviews(1, _ => On(At(21, 10)), "makeup") + Reviews(1, _ => On(At(21, 22)), "makeupnight")
            + Reviews(1, _ => On(At(22, 10)), "sunday") + Reviews(1, _ => On(At(23, 10)), "holiday")
            + Reviews(1, _ => Row(("hall_code", "H1"), ("channel", "MOBILE"), ("reviewed_at", At(20, 23))), "phone"));
        Assert.Equal(["review:holiday0", "review:lunch0", "review:makeupnight0", "review:night0", "review:sunday0"], found);
    }

    [Fact]
    public void R09_finds_more_reviews_than_tickets_and_bad_reviews_without_a_case()
    {
        var found = Flagged("R09", Reviews(3, i => Row(("org_code", "O1"), ("level", i == 0 ? 1 : 5), ("reviewed_at", At(2 + i, 9))), "r")
            + Facts.Insert("ticket", [Row(("org_code", "O1"), ("closed_at", At(2, 9))), Row(("org_code", "O1"), ("closed_at", At(3, 9)))])
            + Facts.Insert("case_event", [Row(("case_no", "C"), ("event_type", "CaseOpened"), ("review_no", "other"))]));
        Assert.Equal(["org:O1", "org:O1@2026-11"], found);
    }

    [Fact]
    public void R10_finds_two_hundred_untouched_five_stars_at_a_window()
    {
        string Window(string code, int n, int odd) => Reviews(n, i => Row(("hall_code", "H1"), ("counter_code", code),
            ("level", i < odd ? 4 : 5), ("reviewed_at", At(1, 9, i * 700))), code);
        Assert.Equal(["counter:H1/W1"], Flagged("R10", Window("W1", 200, 0) + Window("W2", 199, 0) + Window("W3", 220, 1)));
    }

    [Fact]
    public void R11_finds_praise_in_stars_over_a_complaint_in_words_and_ticks_of_the_other_end()
    {
        var found = Flagged("R11", Reviews(2, i => Row(("level", 5), ("reviewed_at", At(2 + i, 9))), "good") + Reviews(2, i => Row(("level", 1), ("reviewed_at", At(2 + i, 9))), "bad")
            + Facts.Insert("text_label", [Row(("subject_no", "good0"), ("label", "P01"), ("probability", 0.95)), Row(("subject_no", "good1"), ("label", "P01"), ("probability", 0.5))])
            + "INSERT INTO tag VALUES ('evalDetail', 2, '510', 5, '一窗受理一次办结', true, true, []);\n"
            + Facts.Insert("review_tag", [Row(("review_no", "bad0"), ("code", "510")), Row(("review_no", "good1"), ("code", "510"))]));
        Assert.Equal(["review:bad0", "review:good0"], found);
    }

    [Fact]
    public void R12_finds_five_identical_texts_in_a_unit_but_not_short_thanks() =>
        Assert.Equal(5, Flagged("R12", Reviews(5, i => Row(("org_code", "O1"), ("text_masked", "工作人员热情周到服务好"), ("reviewed_at", At(2 + i, 9))), "copy")
            + Reviews(9, i => Row(("org_code", "O1"), ("text_masked", "谢谢"), ("reviewed_at", At(2 + i, 9))), "thanks")
            + Reviews(4, i => Row(("org_code", "O2"), ("text_masked", "工作人员热情周到服务好"), ("reviewed_at", At(2 + i, 9))), "other")).Count);

    [Fact]
    public void R13_finds_window_99_and_hall_B() => Assert.Equal(["review:hall0", "review:window0"],
        Flagged("R13", Facts.Insert("hall", [Row(("code", "H1"))]) + Facts.Insert("counter", [Row(("code", "01"))])
            + Reviews(1, _ => Row(("hall_code", "H1"), ("counter_code", "01")), "real") + Reviews(1, _ => Row(("hall_code", "H1"), ("counter_code", "99")), "window")
            + Reviews(1, _ => Row(("hall_code", "B"), ("counter_code", "99")), "hall")));

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
