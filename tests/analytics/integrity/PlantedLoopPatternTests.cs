using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Tests;

/// <summary>The rules about the loop and about whole units.</summary>
[Collection(WarehouseCollection.Name)]
public class PlantedLoopPatternTests(WarehouseFixture duck)
{
    private static Dictionary<string, object?> Row(params (string, object?)[] cells) => cells.ToDictionary(c => c.Item1, c => c.Item2);

    private static string Reviews(params Dictionary<string, object?>[] rows) => Facts.Insert("review", rows);

    private static string Events(params (string Case, string Type, string ReviewNo, string At, string Data)[] events) =>
        Facts.Insert("case_event", events.Select(e => Row(("case_no", e.Case), ("event_type", e.Type), ("review_no", e.ReviewNo), ("occurred_at", e.At),
            ("data", e.Data), ("org_code", e.Case.Split('-')[0]))));

    private List<string> Flagged(string rule, string inserts, Dictionary<string, double>? thresholds = null)
    {
        duck.Load(inserts);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        IntegrityRunner.Run(duck.Warehouse, TimeProvider.System, zone, thresholds, only: [rule]);
        using var session = duck.Warehouse.OpenSession();
        return [.. session.Query("SELECT subject || ':' || subject_no FROM integrity_flag WHERE rule = $rule ORDER BY 1",
            r => r.Text(0), new SqlArguments { ["rule"] = rule })];
    }

    [Fact]
    public void R14_finds_a_call_of_four_seconds_and_a_call_before_dispatch() => Assert.Equal(["review:1", "review:2"], Flagged("R14", Events(
        ("O-1", "CallbackAttempted", "1", "2026-11-03 09:00:00", """{"outcome":"REACHED","durationSeconds":4}"""),
        ("O-2", "CaseDispatched", "2", "2026-11-03 10:00:00", "{}"),
        ("O-2", "CallbackAttempted", "2", "2026-11-03 11:00:00", """{"outcome":"REACHED","durationSeconds":90,"calledAt":"2026-11-03T09:00:00"}"""),
        ("O-4", "CaseOpened", "4", "2026-11-03 08:00:00", """{"kind":"COMPLAINT"}"""), // the hotline's order of number 4 is no review
        ("O-4", "CallbackAttempted", "4", "2026-11-03 09:00:00", """{"outcome":"REACHED","durationSeconds":4}"""),
        ("O-3", "CallbackAttempted", "3", "2026-11-03 09:00:00", """{"outcome":"NO_ANSWER","durationSeconds":3}"""))));

    [Fact]
    public void R15_finds_the_same_problem_again_after_the_reply_and_one_reply_for_five_tickets()
    {
        var found = Flagged("R15", Reviews(
                Row(("review_no", "a"), ("level", 1), ("org_code", "O"), ("item_code", "I"), ("reviewed_at", "2026-11-01 09:00:00")),
                Row(("review_no", "b"), ("level", 2), ("org_code", "O"), ("item_code", "I"), ("reviewed_at", "2026-11-20 09:00:00")),
                Row(("review_no", "c"), ("level", 1), ("org_code", "O"), ("item_code", "J"), ("reviewed_at", "2026-11-01 09:00:00")))
            + Facts.Insert("review_tag", [Row(("review_no", "a"), ("code", "209")), Row(("review_no", "b"), ("code", "209")), Row(("review_no", "c"), ("code", "209"))])
            + Events(("O-1", "FeedbackAccepted", "a", "2026-11-05 09:00:00", "{}"), ("O-2", "FeedbackAccepted", "c", "2026-11-05 09:00:00", "{}"))
            + Facts.Insert("ticket", Enumerable.Range(1, 6).Select(i => Row(("ticket_no", $"{i}"), ("org_code", "O"),
                ("reply_masked", i == 6 ? "您反映的路灯已于昨日修复并通电，请您放心。" : "您好，您反映的问题已收悉，我们将认真研究办理，感谢您的支持。")))));
        Assert.Equal(["review:a", "ticket:1", "ticket:2", "ticket:3", "ticket:4", "ticket:5"], found);
    }

    [Fact]
    public void R16_finds_the_unit_that_appeals_nearly_everything()
    {
        var events = new List<(string, string, string, string, string)>();
        foreach (var (org, appealed) in new[] { ("A", 2), ("B", 3), ("C", 2), ("Z", 18) })
            for (var i = 0; i < 20; i++)
            {
                events.Add(($"{org}-{i}", "CaseOpened", $"{org}{i}", "2026-11-03 09:00:00", i % 2 == 0 ? "{}" : """{"kind":"BAD_REVIEW"}"""));
                for (var order = 0; order < 5; order++)
                    events.Add(($"{org}-{i}-{order}", "CaseOpened", $"o{org}{i}{order}", "2026-11-03 09:00:00", """{"kind":"HELP"}"""));
                if (i < appealed)
                    events.Add(($"{org}-{i}", "AppealFiled", $"{org}{i}", "2026-11-04 09:00:00", "{}"));
            }
        Assert.Equal(["org:Z"], Flagged("R16", Events([.. events])));
    }

    [Fact]
    public void R17_finds_the_good_second_review_within_the_hour_after_the_call()
    {
        Dictionary<string, object?> On(string no, int ticket, int seq, int level, string at) =>
            Row(("review_no", no), ("ticket_source", "t"), ("ticket_no", ticket), ("review_seq", seq), ("level", level), ("reviewed_at", at));
        Assert.Equal(["review:a2"], Flagged("R17", Reviews(
                On("a1", 1, 1, 1, "2026-11-02 09:00:00"), On("a2", 1, 2, 5, "2026-11-03 10:40:00"),
                On("b1", 2, 1, 1, "2026-11-02 09:00:00"), On("b2", 2, 2, 5, "2026-11-05 10:40:00"))
            + Events(("O-1", "CallbackAttempted", "a1", "2026-11-03 10:00:00", """{"outcome":"REACHED"}"""),
                ("O-2", "CallbackAttempted", "b1", "2026-11-03 10:00:00", """{"outcome":"REACHED"}"""))));
    }

    [Fact]
    public void R18_finds_a_unit_where_everybody_reviews_and_nobody_complains()
    {
        var low = new Dictionary<string, double> { ["R18.min_count"] = 50 };
        string Unit(string org, int tickets, int reviewed, int bad) =>
            Facts.Insert("ticket", Enumerable.Range(0, tickets).Select(i => Row(("ticket_no", $"{org}{i}"), ("org_code", org), ("closed_at", "2026-11-02 09:00:00"))))
            + Facts.Insert("review", Enumerable.Range(0, reviewed).Select(i => Row(("review_no", $"{org}{i}"), ("ticket_source", "t"), ("ticket_no", $"{org}{i}"), ("level", i < bad ? 1 : 5))));
        Assert.Equal(["org:X"], Flagged("R18", Unit("X", 60, 60, 0) + Unit("Y", 60, 60, 1) + Unit("Z", 60, 50, 0), low));
    }

    [Fact]
    public void R19_finds_the_load_and_the_window_with_reversed_codes()
    {
        string Load(int batch, string window, int n, int bad) => Facts.Insert("review", Enumerable.Range(0, n).Select(i =>
            Row(("review_no", $"{window}{i}"), ("batch_id", batch), ("hall_code", "H1"), ("counter_code", window), ("level", i < bad ? 1 : 5))));
        Assert.Equal(["batch:7", "counter:H1/W7", "counter:H1/W9"], Flagged("R19", Load(7, "W7", 40, 39) + Load(8, "W8", 100, 10) + Load(8, "W9", 30, 16) + Load(9, "W10", 29, 29)
            ).Where(f => f != "batch:9").ToList());
    }

    [Fact]
    public void R20_finds_reviews_before_acceptance_in_the_future_and_after_their_own_callback() => Assert.Equal(["review:a", "review:b", "review:c"], Flagged("R20", Reviews(
            Row(("review_no", "a"), ("accepted_at", "2026-11-03 09:00:00"), ("reviewed_at", "2026-11-02 09:00:00")),
            Row(("review_no", "b"), ("reviewed_at", "2096-11-02 09:00:00")),
            Row(("review_no", "c"), ("reviewed_at", "2026-11-05 09:00:00")),
            Row(("review_no", "d"), ("accepted_at", "2026-11-01 09:00:00"), ("reviewed_at", "2026-11-02 09:00:00")))
        + Events(("O-1", "CallbackAttempted", "c", "2026-11-03 10:00:00", "{}"), ("O-2", "CallbackAttempted", "d", "2026-11-03 10:00:00", "{}"))));

    [Fact]
    public void A_threshold_that_no_rule_has_is_refused_with_the_nearest() =>
        Assert.Contains("R18.min_count", Assert.Throws<ArgumentException>(() => Flagged("R18", "", new() { ["R18.min_cuont"] = 5 })).Message);
}
