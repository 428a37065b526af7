using QualityInsight.Ingest;
using QualityInsight.Testing;

namespace QualityInsight.Analytics.Tests;

/// <summary>
/// Mistakes seen in real hall systems, from the raw feed to the figure: the rows pass through the program's own loading. Each test's rows
/// would give the named wrong answer if we made that mistake.
/// </summary>
[Collection(DuckDbCollection.Name)]
public class FeedPitfallTests(DuckDbFixture duck)
{
    private const string Header = "厅,号码,状态,取号,预约,叫号,开始,完成,员工\n";

    private const string Profile = """
        profile: pitfalls
        title: queue numbers of a hall
        source: q
        outputs:
          - entity: visit
            fields:
              hall_code: 厅
              visit_date: {date_of: taken_at}
              number: 号码
              outcome: {column: 状态, map: {"0": WAITING, "1": SERVED, "2": NO_SHOW}}
              taken_at: 取号
              appointment_at: 预约
              called_at: 叫号
              started_at: 开始
              finished_at: 完成
              staff_code: 员工
            empty_when:
              - reason: placeholder_time
                fields: [started_at, finished_at]
                column: {开始: "2019-01-01 09:00:00", 完成: "2019-01-01 09:10:00"}
            refuse_when:
              - {reason: test_account, column: {员工: [测试用户, 超级管理员]}}
            checks:
              called_before_taken: {do: quarantine, tolerance_s: 2}
              finished_before_started: quarantine
        """;

    private IngestReport Load(params string[] rows)
    {
        using var folder = new TempFolder();
        duck.Load(Facts.Insert("hall_hours", Enumerable.Range(1, 7).SelectMany(day => new[] { ("09:00:00", "12:00:00"), ("13:30:00", "17:00:00") }
            .Select(open => new Dictionary<string, object?> { ["weekday"] = day, ["opens"] = open.Item1, ["closes"] = open.Item2 }))));
        using (var session = duck.Warehouse.OpenSession())
            session.Execute("DELETE FROM quarantine; DELETE FROM nulled_value");
        var path = folder.File("feed.csv");
        File.WriteAllText(path, Header + string.Concat(rows.Select(r => "H1," + r + "\n")));
        return new IngestRunner(duck.Warehouse, new PersonHasher(new byte[32]), TimeProvider.System).Load(ProfileCatalog.Parse("pitfalls", Profile), path);
    }

    private (double? Value, long N) Figure(string metric)
    {
        var row = duck.Engine.Run(new(metric)).Single;
        return (row.Value, row.N);
    }

    private const string Plain = "A1,1,2024-05-06 09:00:00,,2024-05-06 09:10:00,2024-05-06 09:10:00,2024-05-06 09:20:00,S1";

    [Fact]
    public void Wait_runs_from_take_to_call() // wrong: 1200 (take to finish), 600 only by chance of 1
    {
        Load("A1,1,2024-05-06 09:00:00,,2024-05-06 09:05:00,2024-05-06 09:06:00,2024-05-06 09:20:00,S1");
        Assert.Equal((300.0, 1L), Figure("wait_mean"));
    }

    [Fact]
    public void Lunch_is_the_overlap_and_not_a_flat_two_hours() // wrong: -600 (6600 less a flat 7200), or 6600 with lunch left in
    {
        Load("A1,1,2024-05-06 11:50:00,,2024-05-06 13:40:00,,,S1");
        Assert.Equal((1200.0, 1L), Figure("wait_mean"));
    }

    [Fact]
    public void A_number_taken_before_opening_waits_from_opening() // wrong: 4200 (from 08:00)
    {
        Load("A1,1,2024-05-06 08:00:00,,2024-05-06 09:10:00,,,S1");
        Assert.Equal((600.0, 1L), Figure("wait_mean"));
    }

    [Fact]
    public void An_early_arrival_waits_from_the_appointed_time() // wrong: 4500 (from taking the number)
    {
        Load("A1,1,2024-05-06 09:30:00,2024-05-06 10:40:00,2024-05-06 10:45:00,,,S1");
        Assert.Equal((300.0, 1L), Figure("wait_mean"));
    }

    [Fact]
    public void A_placeholder_is_no_ten_minutes() // wrong: 600 over 2 (a fabricated ten minutes beside a true one)
    {
        Load("A1,1,2024-05-06 09:00:00,,2024-05-06 09:10:00,2024-05-06 09:10:00,2024-05-06 09:30:00,S1",
            "A2,1,2024-05-06 09:00:00,,2024-05-06 09:10:00,2019-01-01 09:00:00,2019-01-01 09:10:00,S1");
        Assert.Equal((1200.0, 1L), Figure("handle_mean"));
    }

    [Fact]
    public void Test_accounts_are_refused_where_the_profile_names_them_and_nowhere_hidden() // wrong: 2 (the test account counted), or 0 (staff 12 dropped by a hard-coded list)
    {
        var report = Load("A1,1,2024-05-06 09:00:00,,2024-05-06 09:10:00,,,12", "A2,1,2024-05-06 09:00:00,,2024-05-06 09:10:00,,,测试用户");
        Assert.Equal("test_account", Assert.Single(report.Headline.Reasons).Reason);
        Assert.Equal(1, Figure("visits").N);
    }

    [Fact]
    public void A_call_before_the_number_was_taken_is_refused_not_a_negative_wait() // wrong: 0 (600 and −600), n = 2
    {
        var report = Load(Plain, "A2,1,2024-05-06 10:00:00,,2024-05-06 09:50:00,,,S1");
        Assert.Equal("called_before_taken", Assert.Single(report.Headline.Reasons).Reason);
        Assert.Equal((600.0, 1L), Figure("wait_mean"));
    }

    [Fact]
    public void A_finish_before_the_start_is_refused_not_a_negative_handling() // wrong: 0 (600 and −600), n = 2
    {
        Load(Plain, "A2,1,2024-05-06 10:00:00,,2024-05-06 10:10:00,2024-05-06 10:20:00,2024-05-06 10:10:00,S1");
        Assert.Equal((600.0, 1L), Figure("handle_mean"));
    }

    [Fact]
    public void A_number_ended_on_the_next_day_has_no_known_handling_time() // wrong: 29100 (600 and 57600), n = 2
    {
        Load(Plain, "A2,1,2024-05-06 16:40:00,,2024-05-06 16:50:00,2024-05-06 17:00:00,2024-05-07 09:00:00,S1");
        Assert.Equal((600.0, 1L), Figure("handle_mean"));
        Assert.Equal(2, Figure("wait_mean").N);
    }

    [Fact]
    public void A_number_called_again_is_one_number_and_waits_until_its_first_call() // wrong: 1200 (mean of 600 and 1800), n = 2
    {
        Load(Plain, "A1,1,2024-05-06 09:00:00,,2024-05-06 09:30:00,,,S1");
        Assert.Equal((600.0, 1L), Figure("wait_mean"));
    }

    [Fact]
    public void Numbers_begin_anew_every_day() // wrong: 1 (the second day's A1 taken for a resend)
    {
        Load(Plain, Plain.Replace("05-06", "05-07", StringComparison.Ordinal));
        Assert.Equal(2, Figure("visits").N);
    }

    [Fact]
    public void A_second_of_drift_between_two_clocks_refuses_nothing() // wrong: 0 numbers (refused), or a wait of −1
    {
        Load("A1,1,2024-05-06 09:00:01,,2024-05-06 09:00:00,,,S1");
        Assert.Equal(1, Figure("visits").N);
        Assert.Equal(0.0, Figure("wait_mean").Value ?? 0);
    }
}
