namespace QualityInsight.Ingest.Tests;

/// <summary>Rows that come again: duplicates, contradictions, versions, dimensions that change.</summary>
public sealed class ResendTests
{
    private const string Header = "编号,渠道,评价时间,满意度,文字评价,评价内容\n";
    private const string Tickets = "办件编号,状态,申请时间,办结时间\n";

    [Fact]
    public void The_same_file_again_is_all_duplicates_and_says_so()
    {
        using var house = new House();
        const string Csv = Header + "r1,1,2024-05-06,5,,\nr2,9,2024-05-06,5,,\n";
        Assert.Equal((2, 1, 0, 1), house.Load(Feeds.Reviews(), Csv).Headline.Counts());
        var again = house.Load(Feeds.Reviews(), Csv);
        Assert.Equal((2, 0, 2, 0), again.Headline.Counts());
        Assert.Equal("same file as batch 1", again.Headline.Note);
        Assert.Equal(1, house.Count("SELECT count(*) FROM review"));
        Assert.Equal(2, house.Count("SELECT count(*) FROM batch WHERE rows_in = loaded + duplicate + quarantined"));
    }

    [Fact]
    public void A_mended_profile_judges_the_same_file_anew()
    {
        using var house = new House();
        const string Csv = "编号,渠道,评价时间,满意度\nr1,1,2024-05-06,5\nr2,1,2024-05-06,5\nr3,8,2024-05-06,5\n";
        Assert.Equal((3, 2, 0, 1), house.Load(Feeds.Reviews(), Csv).Headline.Counts());
        var text = $"profile: test-reviews\ntitle: t\nsource: test\noutputs:\n  - entity: review\n    satisfaction: five_is_best\n    fields:\n{Feeds.ReviewFields.Replace("\"7\": SYSTEM_DEFAULT", "\"7\": SYSTEM_DEFAULT, \"8\": SMS", StringComparison.Ordinal)}\n";
        Assert.Equal((3, 1, 2, 0), house.Load(ProfileCatalog.Parse("test-reviews", text), Csv).Headline.Counts());
    }

    [Fact]
    public void A_review_never_changes_a_contradicting_one_is_quarantined()
    {
        using var house = new House();
        Assert.Equal((4, 2, 1, 1), house.Load(Feeds.Reviews(), Header + "r1,1,2024-05-06,5,,\nr1,1,2024-05-06,5,,\nr1,1,2024-05-06,1,,\nr2,1,2024-05-06,4,,\n", "a.csv").Headline.Counts());
        var later = house.Load(Feeds.Reviews(), Header + "r2,1,2024-05-06,1,,\nr1,1,2024-05-06,5,,\nr3,1,2024-05-06,5,,\n", "b.csv");
        Assert.Equal((3, 1, 1, 1), later.Headline.Counts());
        Assert.Equal("conflicting_resend", later.Headline.Reasons.Single().Reason);
        Assert.Equal(["r1 5", "r2 4", "r3 5"], house.Texts("SELECT review_no || ' ' || level FROM review ORDER BY 1"));
    }

    [Fact]
    public void The_same_number_of_another_source_is_another_review()
    {
        using var house = new House();
        house.Load(Feeds.Reviews(), Header + "r1,1,2024-05-06,5,,\n", "a.csv");
        var other = ProfileCatalog.Parse("other", $"profile: other\ntitle: t\nsource: other\noutputs:\n  - entity: review\n    satisfaction: five_is_best\n    fields:\n{Feeds.ReviewFields}\n");
        Assert.Equal((1, 1, 0, 0), house.Load(other, Header + "r1,1,2024-05-06,1,,\n", "b.csv").Headline.Counts());
    }

    [Fact]
    public void A_newer_version_of_a_ticket_replaces_the_older_which_is_kept()
    {
        using var house = new House();
        Assert.Equal((2, 2, 0, 0), house.Load(Feeds.Tickets(), Tickets + "T1,1,2024-05-06,\nT2,1,2024-05-06,\n", "a.csv").Headline.Counts());
        Assert.Equal((2, 1, 1, 0), house.Load(Feeds.Tickets(), Tickets + "T1,3,2024-05-06,2024-05-08\nT2,1,2024-05-06,\n", "b.csv").Headline.Counts());
        Assert.Equal(["T1 2 CLOSED", "T2 1 OPEN"], house.Texts("SELECT concat_ws(' ', ticket_no, version, status) FROM ticket ORDER BY 1"));
        Assert.Equal(["T1 1 OPEN 2"], house.Texts("SELECT concat_ws(' ', ticket_no, version, status, replaced_by_batch) FROM ticket_history"));
        // The older row in yet another file is nothing new.
        Assert.Equal((1, 0, 1, 0), house.Load(Feeds.Tickets(), Tickets + "T1,1,2024-05-06,\n", "c.csv").Headline.Counts());
        Assert.Equal(2, house.Count("SELECT version FROM ticket WHERE ticket_no = 'T1'"));
    }

    [Fact]
    public void Several_versions_in_one_file_end_in_the_last()
    {
        using var house = new House();
        Assert.Equal((4, 3, 1, 0), house.Load(Feeds.Tickets(), Tickets + "T1,1,2024-05-06,\nT1,1,2024-05-06,\nT1,3,2024-05-06,2024-05-07\nT1,3,2024-05-06,2024-05-08\n").Headline.Counts());
        Assert.Equal("3 2024-05-08", house.Text("SELECT version || ' ' || closed_at::DATE FROM ticket"));
        Assert.Equal(["1", "2"], house.Texts("SELECT version::TEXT FROM ticket_history ORDER BY 1"));
    }

    [Fact]
    public void A_numbered_version_that_comes_late_goes_to_the_history()
    {
        using var house = new House();
        var profile = Feeds.Tickets(fields: "      version: 版本");
        const string Versions = "办件编号,状态,申请时间,办结时间,版本\n";
        house.Load(profile, Versions + "T1,3,2024-05-06,2024-05-08,5\n", "a.csv");
        Assert.Equal((1, 1, 0, 0), house.Load(profile, Versions + "T1,1,2024-05-06,,4\n", "b.csv").Headline.Counts());
        Assert.Equal((1, 0, 0, 1), house.Load(profile, Versions + "T1,1,2024-05-06,,5\n", "c.csv").Headline.Counts());
        Assert.Equal((1, 1, 0, 0), house.Load(profile, Versions + "T1,3,2024-05-06,2024-05-09,6\n", "d.csv").Headline.Counts());
        Assert.Equal("6 CLOSED", house.Text("SELECT version || ' ' || status FROM ticket"));
        Assert.Equal(["4", "5"], house.Texts("SELECT version::TEXT FROM ticket_history ORDER BY 1"));
    }

    [Fact]
    public void Suspensions_add_up_on_their_tickets_in_either_order()
    {
        using var house = new House();
        var stops = ProfileCatalog.Parse("stops", "profile: stops\ntitle: t\nsource: test\noutputs:\n  - entity: ticket_suspension\n    fields: {ticket_no: t, seq: n, started_at: a, ended_at: b}\n");
        house.Load(Feeds.Tickets(), Tickets + "T1,1,2024-05-06,\n", "a.csv");
        house.Load(stops, "t,n,a,b\nT1,1,2024-05-06,2024-05-07\nT2,1,2024-05-06,2024-05-08\nT1,2,2024-05-09,\n", "s.csv");
        house.Load(Feeds.Tickets(), Tickets + "T2,1,2024-05-06,\n", "b.csv");
        Assert.Equal(["T1 86400.0", "T2 172800.0"], house.Texts("SELECT ticket_no || ' ' || suspended_s FROM ticket ORDER BY 1"));
        Assert.Equal((1, 0, 1, 0), house.Load(Feeds.Tickets(), Tickets + "T1,1,2024-05-06,\n\n", "c.csv").Headline.Counts());
    }

    [Fact]
    public void A_dimension_that_changes_gets_a_new_validity()
    {
        using var house = new House();
        var orgs = ProfileCatalog.Parse("orgs", "profile: orgs\ntitle: t\nsource: s\noutputs:\n  - entity: org\n    fields: {code: c, name: n}\n");
        Assert.Equal((2, 2, 0, 0), house.Load(orgs, "c,n\n1,甲局\n2,乙局\n", "a.csv").Headline.Counts());
        Assert.Equal((2, 1, 1, 0), house.Load(orgs, "c,n\n1,甲局\n2,乙管理局\n", "b.csv").Headline.Counts());
        Assert.Equal((2, 0, 2, 0), house.Load(orgs, "c,n\n2,乙管理局\n1,甲局\n", "c.csv").Headline.Counts());
        Assert.Equal(["1 甲局 1900-01-01", "2 乙局 1900-01-01 2026-11-22", "2 乙管理局 2026-11-22"],
            house.Texts("SELECT concat_ws(' ', code, name, valid_from, valid_to) FROM org ORDER BY 1"));
    }

    [Fact]
    public void New_opening_hours_end_all_periods_of_the_day_before_them()
    {
        using var house = new House();
        var hours = ProfileCatalog.Parse("hours", "profile: hours\ntitle: t\nsource: s\noutputs:\n  - entity: hall_hours\n    fields: {hall_code: h, weekday: d, opens: o, closes: c, valid_from: f}\n");
        const string First = "h,d,o,c,f\nH1,1,9:00,12:00,2024-01-01\nH1,1,13:30,17:00,2024-01-01\nH1,2,9:00,17:00,2024-01-01\n";
        house.Load(hours, First, "a.csv");
        Assert.Equal((4, 1, 3, 0), house.Load(hours, First + "H1,1,8:30,18:00,2025-03-01\n", "b.csv").Headline.Counts());
        Assert.Equal(["1 08:30:00 2025-03-01", "1 09:00:00 2024-01-01 2025-03-01", "1 13:30:00 2024-01-01 2025-03-01", "2 09:00:00 2024-01-01"],
            house.Texts("SELECT concat_ws(' ', weekday, opens, valid_from, valid_to) FROM hall_hours ORDER BY 1"));
    }

    [Fact]
    public void Contradicting_rows_of_one_thing_are_quarantined()
    {
        using var house = new House();
        var orgs = ProfileCatalog.Parse("orgs", "profile: orgs\ntitle: t\nsource: s\noutputs:\n  - entity: org\n    distinct_on: [code]\n    fields: {code: c, name: n}\n");
        var report = house.Load(orgs, "c,n\n1,甲局\n1,甲局\n1,丙局\n");
        Assert.Equal((2, 1, 0, 1), report.Headline.Counts());
        Assert.Equal(1, report.Headline.Folded);
        Assert.Equal("conflicting_group", report.Headline.Reasons.Single().Reason);
    }

    [Fact]
    public void Mended_rows_are_loaded_by_retry_and_linked_to_their_batch()
    {
        using var house = new House();
        house.Load(Feeds.Reviews(), Header + "r1,1,2024-05-06,5,,\nr2,9,2024-05-06,5,,\n", "a.csv");
        using (var session = house.Warehouse.OpenSession())
        {
            var text = new StringWriter();
            Assert.Equal(1, QuarantineExport.Write(session, 1, text));
            var lines = text.ToString().Split('\n');
            Assert.Equal("line,column,value,reason,detail,row", lines[0]);
            Assert.StartsWith("3,渠道,9,unmapped_code,", lines[1], StringComparison.Ordinal);
            Assert.EndsWith("\"r2,9,2024-05-06,5,,\"", lines[1], StringComparison.Ordinal);
        }

        var report = house.Runner.Retry(1, Feeds.Reviews(), house.Write("mended.csv", Header + "r2,1,2024-05-06,5,,\n"));
        Assert.Equal((1, 1, 0, 0), report.Headline.Counts());
        Assert.Equal("retry of batch 1", house.Text("SELECT note FROM batch WHERE batch_id = 2"));
        Assert.Equal(RefusalKind.NothingToRetry, Assert.Throws<IngestRefusedException>(() => house.Runner.Retry(2, Feeds.Reviews(), house.Write("x.csv", Header))).Kind);
        Assert.Equal(RefusalKind.NothingToRetry, Assert.Throws<IngestRefusedException>(() => house.Runner.Retry(9, Feeds.Reviews(), house.Write("x.csv", Header))).Kind);
    }
}
