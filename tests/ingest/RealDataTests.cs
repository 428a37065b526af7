using System.Text;
using QualityInsight.Testing;

namespace QualityInsight.Ingest.Tests;

/// <summary>The public data sets, loaded by the program's profiles; figures counted independently from the files.</summary>
public sealed class RealDataTests
{
    private const string Served = "FROM visit WHERE outcome = 'SERVED'";

    [RealDataFact("callcenter_feb1999/feb1999.csv")]
    public void Call_centre_figures_are_those_of_the_file()
    {
        using var house = new House();
        var report = house.Load("callcenter-anonbank", RealData.PathOf("callcenter_feb1999/feb1999.csv"));

        Assert.Equal((33344, 33344, 0, 0), report.Headline.Counts());
        Assert.Equal(27162, house.Count($"SELECT count(*) {Served}"));
        Assert.Equal(5904, house.Count("SELECT count(*) FROM visit WHERE outcome = 'NO_SHOW'"));
        Assert.Equal(278, house.Count("SELECT count(*) FROM visit WHERE outcome = 'VOID'"));
        Assert.Equal(40.774317, house.Number($"SELECT avg(wait_s) {Served}"), 6);
        Assert.Equal(6, house.Number($"SELECT median(wait_s) {Served}"));
        Assert.Equal(131, house.Number($"SELECT quantile_cont(wait_s, 0.9) {Served}"));
        Assert.Equal(176.352993, house.Number($"SELECT avg(handle_s) {Served}"), 6);
        Assert.Equal(0.1786, house.Number("SELECT count(*) FILTER (outcome = 'NO_SHOW') / count(*) FILTER (outcome <> 'VOID') FROM visit"), 4);
        Assert.Equal(14096, house.Count($"SELECT count(*) {Served} AND wait_s > 0"));
        Assert.Equal(52, house.Number($"SELECT median(wait_s) {Served} AND wait_s > 0"));
        Assert.Equal(21, report.Headline.Nulled.Single(n => n.Reason == "number_rounded").Count);
        Assert.Equal(25, report.Headline.Nulled.Single(n => n.Reason == "negative_vru_time").Count);
    }

    [RealDataFact("callcenter_feb1999/feb1999.csv")]
    public void Calls_across_midnight_end_on_the_next_day()
    {
        using var house = new House();
        house.Load("callcenter-anonbank", RealData.PathOf("callcenter_feb1999/feb1999.csv"));

        Assert.Equal("1999-02-15 | 1999-02-15 23:59:54 | 1999-02-16 00:00:27 | 1999-02-16 00:00:26 | 1999-02-16 00:01:33",
            house.Text("SELECT concat_ws(' | ', visit_date, taken_at, called_at, started_at, finished_at) FROM visit WHERE number = 'AA0102-31056'"));
        Assert.Equal(0, house.Count("SELECT count(*) FROM visit WHERE abs(epoch(finished_at - started_at) - handle_s) > 1"));
        Assert.Equal(20, house.Count("SELECT count(*) FROM visit WHERE greatest(called_at, started_at, finished_at)::DATE > visit_date"));
    }

    [RealDataFact("baltimore311/dev.csv")]
    public void Baltimore_has_784_closed_after_due()
    {
        using var house = new House();
        var report = house.Load("baltimore-311", RealData.PathOf("baltimore311/dev.csv"));

        Assert.Equal((4985, 4985, 0, 0), report.Headline.Counts());
        Assert.Empty(report.Headline.Nulled);
        Assert.Equal(4773, house.Count("SELECT count(*) FROM ticket WHERE closed_at IS NOT NULL AND due_at IS NOT NULL"));
        Assert.Equal(784, house.Count("SELECT count(*) FROM ticket WHERE closed_at > due_at"));
        Assert.Equal("CLOSED 4774, DUPLICATE 104, OPEN 98, TRANSFERRED 9",
            house.Text("SELECT string_agg(status || ' ' || n, ', ' ORDER BY n DESC) FROM (SELECT status, count(*) AS n FROM ticket GROUP BY 1)"));
        Assert.Equal(new DateTime(2018, 4, 12, 12, 45, 47), house.Ask("SELECT closed_at FROM ticket WHERE ticket_no = '18-00269879'", r => r.Timestamp(0)));
    }

    [RealDataFact("eventlogs/dev_wabo.csv")]
    public void Wabo_log_gives_tickets_and_steps()
    {
        using var house = new House();
        var report = house.Load("wabo-receipt", RealData.PathOf("eventlogs/dev_wabo.csv"));

        Assert.Equal((731, 731, 0, 0), report.Batches[0].Counts());
        Assert.Equal(3622, report.Batches[0].Folded);
        Assert.Equal("ticket_step", report.Headline.Entity);
        Assert.Equal((4353, 4353, 0, 0), report.Headline.Counts());
        Assert.Equal(685, house.Count("SELECT count(*) FROM ticket WHERE closed_at IS NOT NULL AND due_at IS NOT NULL"));
        Assert.Equal(192, house.Count("SELECT count(*) FROM ticket WHERE closed_at > due_at"));
        // 12:39:24.059+01:00 in winter, +02:00 in summer: both are the municipality's own clock.
        Assert.Equal(new DateTime(2011, 10, 11, 13, 42, 22, 688), house.Ask("SELECT applied_at FROM ticket WHERE ticket_no = 'case-10011'", r => r.Timestamp(0)));
        Assert.Equal(new DateTime(2011, 12, 6, 13, 41, 31, 788), house.Ask("SELECT due_at FROM ticket WHERE ticket_no = 'case-10011'", r => r.Timestamp(0)));
    }

    [RealDataFact("teddyC/dev_replies.csv")]
    public void Reply_times_are_those_of_the_file()
    {
        using var house = new House();
        var report = house.Load("teddy-replies", RealData.PathOf("teddyC/dev_replies.csv"));

        Assert.Equal((1419, 1419, 0, 0), report.Headline.Counts());
        Assert.Equal(11.63, house.Number("SELECT median(epoch(replied_at - applied_at)) / 86400 FROM ticket"), 2);
        Assert.Equal(44.23, house.Number("SELECT quantile_cont(epoch(replied_at - applied_at), 0.9) / 86400 FROM ticket"), 2);
        Assert.Equal(0, house.Count("SELECT count(*) FROM ticket WHERE regexp_matches(text_masked, '1[3-9]\\d{9}')"));
    }

    [RealDataFact("teddyC/dev_raw_train.csv")]
    public void Labelled_messages_keep_their_labels()
    {
        using var house = new House();
        Assert.Equal((1927, 1927, 0, 0), house.Load("teddy-labelled", RealData.PathOf("teddyC/dev_raw_train.csv")).Headline.Counts());
        Assert.Equal(427, house.Count("SELECT count(*) FROM ticket WHERE category = '劳动和社会保障'"));
        Assert.Equal(7, house.Count("SELECT count(DISTINCT category) FROM ticket"));
    }

    [RealDataFact("gov_items/guangan_items.csv")]
    public void Service_items_and_their_departments()
    {
        using var house = new House();
        var report = house.Load("guangan-items", RealData.PathOf("gov_items/guangan_items.csv"));
        Assert.Equal((1135, 1135, 0, 0), report.Headline.Counts());
        Assert.Equal((39, 39, 0, 0), report.Batches[1].Counts());
        Assert.Equal(34, house.Count("SELECT count(DISTINCT name) FROM org"));
        Assert.Equal(536, house.Count("SELECT count(*) FROM service_item WHERE item_type = '01'"));
    }

    [RealDataFact("admin_divisions/streets.csv")]
    public void Areas_of_four_levels()
    {
        using var house = new House();
        foreach (var (name, rows) in new[] { ("provinces", 31L), ("cities", 342), ("areas", 2978), ("streets", 41352) })
            Assert.Equal((rows, rows, 0, 0), house.Load($"admin-{name}", RealData.PathOf($"admin_divisions/{name}.csv")).Headline.Counts());
        Assert.Equal(0, house.Count("SELECT count(*) FROM area c WHERE c.parent_code IS NOT NULL AND NOT EXISTS (SELECT 1 FROM area p WHERE p.code = c.parent_code)"));
    }

    [RealDataFact("baltimore311/dev.csv", "eventlogs/dev_wabo.csv", "callcenter_feb1999/feb1999.csv")]
    public void Rows_sent_again_in_another_file_change_nothing()
    {
        using var house = new House();
        foreach (var (profile, file) in new[] { ("baltimore-311", "baltimore311/dev.csv"), ("wabo-receipt", "eventlogs/dev_wabo.csv"), ("callcenter-anonbank", "callcenter_feb1999/feb1999.csv") })
        {
            var path = RealData.PathOf(file);
            var first = house.Load(profile, path);
            var whole = house.Load(profile, path);
            Assert.All(whole.Batches, b => Assert.Equal((b.RowsIn, 0, b.RowsIn, 0), b.Counts()));
            Assert.Equal(first.Headline.RowsIn, whole.Headline.RowsIn);

            var lines = File.ReadAllLines(path);
            var some = house.Load(profile, house.Write("some.csv", string.Join("\n", lines.Take(1).Concat(lines.Skip(200).Take(500))), Encoding.UTF8));
            Assert.Equal((500, 0, 500, 0), some.Headline.Counts());
        }
    }
}
