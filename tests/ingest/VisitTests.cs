namespace QualityInsight.Ingest.Tests;

/// <summary>Queue numbers: the wait runs from take (or appointment) to call, never to the end of handling.</summary>
public sealed class VisitTests
{
    private const string Header = "号码,状态,取号,预约,叫号,开始,完成\n";

    [Theory]
    [InlineData("A1,1,2024-05-06 09:00:00,,2024-05-06 09:10:00,2024-05-06 09:11:00,2024-05-06 09:30:00", 600.0, 1140.0)]
    [InlineData("A1,1,2024-05-06 09:00:00,2024-05-06 09:05:00,2024-05-06 09:10:00,,2024-05-06 09:30:00", 300.0, 1200.0)]
    [InlineData("A1,1,2024-05-06 09:00:00,2024-05-06 09:30:00,2024-05-06 09:10:00,,2024-05-06 09:30:00", 0.0, 1200.0)]
    [InlineData("A1,2,2024-05-06 09:00:00,,2024-05-06 09:10:30,,", 630.0, null)]
    [InlineData("A1,0,2024-05-06 09:00:00,,,,", null, null)]
    public void Wait_and_handling_in_seconds(string row, double? wait, double? handle)
    {
        using var house = new House();
        house.Load(Feeds.Visits(), Header + row + "\n");
        Assert.Equal(wait, house.Ask("SELECT wait_s FROM visit", r => r.DoubleOrNull(0)));
        Assert.Equal(handle, house.Ask("SELECT handle_s FROM visit", r => r.DoubleOrNull(0)));
    }

    [Theory]
    [InlineData("A1,1,2024-05-06 09:00:00,,2024-05-06 08:59:00,,", "called_before_taken")]
    [InlineData("A1,1,2024-05-06 09:00:00,,2024-05-06 09:10:00,2024-05-06 09:09:00,", "started_before_called")]
    [InlineData("A1,1,2024-05-06 09:00:00,,2024-05-06 09:10:00,2024-05-06 09:11:00,2024-05-06 09:10:30", "finished_before_started")]
    public void An_impossible_order_is_refused_or_emptied_as_the_profile_says(string row, string reason)
    {
        using var house = new House();
        Assert.Equal(reason, house.Load(Feeds.Visits(), Header + row + "\n").Headline.Reasons.Single().Reason);
        using var lenient = new House();
        var report = lenient.Load(Feeds.Visits($"    checks: {{{reason}: empty}}"), Header + row + "\n");
        Assert.Equal((1, 1, 0, 0), report.Headline.Counts());
        Assert.Equal((reason, 1), (report.Headline.Nulled.Single().Reason, report.Headline.Nulled.Single().Count));
    }

    [Fact]
    public void Placeholder_times_become_empty_and_make_no_handling_time()
    {
        using var house = new House();
        var profile = Feeds.Visits("""
                empty_when:
                  - reason: placeholder_time
                    fields: [started_at, finished_at]
                    column: {开始: "2019-01-01 09:00:00", 完成: "2019-01-01 09:10:00"}
            """);
        var report = house.Load(profile, Header + "A1,1,2024-05-06 09:00:00,,2024-05-06 09:10:00,2019-01-01 09:00:00,2019-01-01 09:10:00\n");
        Assert.Equal((1, 1, 0, 0), report.Headline.Counts());
        Assert.Null(house.Ask("SELECT handle_s FROM visit", r => r.DoubleOrNull(0)));
        Assert.Equal(["finished_at 1", "started_at 1"], house.Texts("SELECT column_name || ' ' || n FROM nulled_value ORDER BY 1"));
    }

    [Fact]
    public void Lunch_is_the_overlap_with_closed_periods_and_make_up_days_keep_friday_hours()
    {
        using var house = new House();
        var hours = ProfileCatalog.Parse("hours", "profile: hours\ntitle: t\nsource: s\noutputs:\n  - entity: hall_hours\n    fields: {hall_code: h, weekday: d, opens: o, closes: c}\n");
        const string Open = "h,d,o,c\nH1,1,9:00,12:00\nH1,1,13:30,17:00\nH1,5,9:00,12:00\nH1,5,13:00,17:00\n";
        // Monday 6 May 2024, a wait over lunch (1.5 h closed), one before opening, one in the open; Saturday 11 May was a make-up day.
        const string Rows = Header
            + "A1,1,2024-05-06 11:50:00,,2024-05-06 13:40:00,,\nA2,1,2024-05-06 08:30:00,,2024-05-06 09:10:00,,\nA3,1,2024-05-06 10:00:00,,2024-05-06 10:10:00,,\nA4,1,2024-05-11 11:50:00,,2024-05-11 13:10:00,,\n";
        house.Load(hours, Open, "hours.csv");
        house.Load(Feeds.Visits(), Rows, "visits.csv");
        string[] expected = ["A1 6600.0 5400.0", "A2 2400.0 1800.0", "A3 600.0 0.0", "A4 4800.0 3600.0"];
        Assert.Equal(expected, house.Texts("SELECT concat_ws(' ', number, wait_s, closed_s) FROM visit ORDER BY 1"));

        using var later = new House();
        later.Load(Feeds.Visits(), Rows, "visits.csv");
        Assert.Equal(0, later.Number("SELECT sum(closed_s) FROM visit"));
        later.Load(hours, Open, "hours.csv");
        Assert.Equal(expected, later.Texts("SELECT concat_ws(' ', number, wait_s, closed_s) FROM visit ORDER BY 1"));
    }

    [Fact]
    public void A_number_with_three_items_is_one_visit()
    {
        using var house = new House();
        var profile = ProfileCatalog.Parse("joined", """
            profile: joined
            title: 排队与事项
            source: q
            outputs:
              - entity: visit
                distinct_on: [hall_code, visit_date, number]
                fields: {hall_code: {const: H1}, number: 号码, visit_date: 日期, outcome: {const: SERVED}}
              - entity: visit_ticket
                skip_when: [{column: {办件号: {empty: true}}}]
                fields: {hall_code: {const: H1}, number: 号码, visit_date: 日期, ticket_no: 办件号}
            """);
        var report = house.Load(profile, "号码,日期,办件号\nA1,2024-05-06,T1\nA1,2024-05-06,T2\nA1,2024-05-06,T3\nA1,2024-05-07,\n");
        Assert.Equal((2, 2, 0, 0), report.Batches[0].Counts());
        Assert.Equal(2, report.Batches[0].Folded);
        Assert.Equal((3, 3, 0, 0), report.Batches[1].Counts());
        Assert.Equal(["q T1", "q T2", "q T3"], house.Texts("SELECT ticket_source || ' ' || ticket_no FROM visit_ticket ORDER BY 1"));
    }

    [Fact]
    public void Test_accounts_and_virtual_windows_are_handled_as_the_profile_says()
    {
        using var house = new House();
        var profile = Feeds.Visits("""
                refuse_when:
                  - {reason: test_account, column: {经办人: [测试用户, "12"]}}
                set_when:
                  - {set: {outcome: VOID}, column: {窗口: "99"}}
            """, "      counter_code: 窗口\n      staff_code: 经办人");
        var report = house.Load(profile, "号码,状态,取号,窗口,经办人\nA1,1,2024-05-06 09:00:00,1,测试用户\nA2,1,2024-05-06 09:00:00,99,007\nA3,1,2024-05-06 09:00:00,2,007\n");
        Assert.Equal("test_account", report.Headline.Reasons.Single().Reason);
        Assert.Equal(["A2 VOID", "A3 SERVED"], house.Texts("SELECT number || ' ' || outcome FROM visit ORDER BY 1"));
    }
}
