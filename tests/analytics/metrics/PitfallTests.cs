namespace QualityInsight.Analytics.Tests;

/// <summary>
/// Mistakes seen in the code of a real hall system. Each test's facts would give the named wrong answer if we made that mistake.
/// </summary>
[Collection(DuckDbCollection.Name)]
public class PitfallTests(DuckDbFixture duck)
{
    private static Dictionary<string, object?> Row(params (string, object?)[] cells) => cells.ToDictionary(c => c.Item1, c => c.Item2);

    private MetricRow One(string metric, params string[] facts)
    {
        duck.Load(string.Concat(facts));
        return duck.Engine.Run(new(metric)).Single;
    }

    [Fact]
    public void Wait_ends_at_the_call_not_at_the_finish() // wrong: 1500 (take to finish)
        => Assert.Equal(300, One("wait_mean", Facts.Insert("visit", [Row(("taken_at", "2026-11-16 09:00:00"), ("called_at", "2026-11-16 09:05:00"),
            ("finished_at", "2026-11-16 09:25:00"), ("wait_s", 300), ("handle_s", 1200))])).Value);

    [Fact]
    public void Passed_numbers_are_not_in_the_denominator() // wrong: 200 (600 over three numbers)
        => Assert.Equal(300, One("wait_mean", Facts.Insert("visit", [Row(("wait_s", 200)), Row(("wait_s", 400)), Row(("outcome", "NO_SHOW"))])).Value);

    [Fact]
    public void A_number_with_three_matters_counts_once() // wrong: 475 (100 once, 600 three times) and 4 numbers
    {
        var facts = Facts.Insert("visit", [Row(("number", "A1"), ("wait_s", 100)), Row(("number", "A2"), ("wait_s", 600))])
            + Facts.Insert("visit_ticket", [Row(("number", "A1"), ("ticket_no", "1")), Row(("number", "A2"), ("ticket_no", "2")),
                Row(("number", "A2"), ("ticket_no", "3")), Row(("number", "A2"), ("ticket_no", "4"))]);
        Assert.Equal((350.0, 2L), (One("wait_mean", facts).Value, duck.Engine.Run(new("visits")).Single.N));
    }

    [Fact]
    public void Lunch_is_taken_off_by_what_the_hall_was_closed_not_by_a_flat_two_hours() // wrong: -1800 (90 minutes less a flat 2 hours)
        => Assert.Equal(0, One("wait_mean", Facts.Insert("visit", [Row(("wait_s", 5400), ("closed_s", 5400))])).Value);

    [Fact]
    public void Seconds_are_not_rounded_up_to_minutes() // wrong: 120 (61 s and 30 s as 2 and 1 minutes, in seconds 90)
        => Assert.Equal(45.5, One("wait_mean", Facts.Insert("visit", [Row(("wait_s", 61)), Row(("wait_s", 30))])).Value);

    [Fact]
    public void Missing_times_are_not_a_made_up_ten_minutes() // wrong: 420 (240 and a fabricated 600)
    {
        var row = One("handle_mean", Facts.Insert("visit", [Row(("handle_s", 240)), Row(("handle_s", null))]));
        Assert.Equal((240.0, 1L), (row.Value, row.N));
    }

    [Fact]
    public void Good_and_bad_have_the_same_base() // wrong: good 2/4 of all rows, bad 1/1 of those with a ticket
    {
        var facts = Facts.Insert("review", [Row(("level", 1), ("ticket_no", "1"), ("ticket_source", "t")), Row(("level", 5)), Row(("level", 4))]);
        var good = One("good_rate", facts);
        var bad = duck.Engine.Run(new("bad_review_rate")).Single;
        Assert.Equal(good.Denominator, bad.Denominator);
        Assert.Equal(1, good.Value!.Value + bad.Value!.Value, 12);
    }

    [Fact]
    public void The_same_number_on_another_day_or_hall_is_another_number() // wrong: 1
        => Assert.Equal(3, One("visits", Facts.Insert("visit", [Row(("number", "A1")), Row(("number", "A1"), ("visit_date", "2026-11-17")),
            Row(("number", "A1"), ("hall_code", "H2"))])).N);

    [Fact]
    public void A_forwarded_number_is_one_number_and_one_wait() // wrong: 2 numbers, mean wait 500
    {
        var facts = Facts.Insert("visit", [Row(("number", "A1"), ("wait_s", 100), ("is_forwarded", true)), Row(("number", "A1"), ("seq", 2), ("wait_s", 900), ("is_forwarded", true))]);
        Assert.Equal((100.0, 1L), (One("wait_mean", facts).Value, duck.Engine.Run(new("visits")).Single.N));
    }

    [Fact]
    public void An_item_with_two_versions_does_not_double_its_tickets() // wrong: 2 (joined to both versions)
    {
        duck.Load(Facts.Insert("service_item", [Row(("code", "I"), ("theme", "old"), ("valid_to", "2026-01-01")), Row(("code", "I"), ("version", 2), ("theme", "new"), ("valid_from", "2026-01-01"))])
            + Facts.Insert("ticket", [Row(("item_code", "I"), ("applied_at", "2026-11-02 09:00:00"))]));
        var rows = duck.Engine.Run(new("tickets") { By = ["theme"] }).Rows;
        Assert.Equal((1L, "new"), (Assert.Single(rows).N, rows[0].Code("theme")));
    }

    [Fact]
    public void Nothing_of_nothing_is_no_value_not_zero_and_not_a_hundred() // wrong: 0 % or 100 %
    {
        var row = One("rectified_on_time_rate");
        Assert.Null(row.Value);
        Assert.Null(row.Low);
        Assert.Equal("—", MetricFormat.Text(row.Value, "percent2", System.Globalization.CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void The_mean_of_units_is_not_the_mean_of_their_means() // wrong: 550 (mean of 100 and 1000)
    {
        var row = One("wait_mean", Facts.Insert("visit", Enumerable.Range(1, 9).Select(i => Row(("number", $"{i}"), ("wait_s", 100)))
            .Append(Row(("number", "x"), ("hall_code", "H2"), ("wait_s", 1000)))));
        Assert.Equal(190, row.Value);
    }
}
