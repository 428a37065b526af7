using Microsoft.Data.Sqlite;

namespace QualityInsight.Jobs.Tests;

/// <summary>Bad reviews → cases → the warehouse's mirror, each exactly once, whenever the process is killed.</summary>
[Collection("command line")]
public sealed class RoutingTests(SmallDemo demo)
{
    private const int Reviews = 700, Rounds = 7;

    [Fact]
    public async Task Killed_at_any_moment_every_bad_review_has_one_case_and_the_mirror_every_event_once()
    {
        using var feed = new ReviewFeed();
        var killed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            (await feed.Ingest(feed.Write($"round-{round}.csv", Feed(round)))).Ended(0);
            using var router = new QiProcess("route", "--data", feed.Data);
            // Odd rounds die while cases are opened, even ones at or after the last, around the mirroring.
            var goal = round * Bad() + (round % 2 == 1 ? 60 + (round * 20) : Bad());
            await Until(() => Cases(feed.Data) >= goal || router.HasEnded);
            if (round % 2 == 0)
                await Task.Delay(round * 25);
            if (router.Kill())
                killed++;
        }
        Assert.True(killed >= 5, $"only {killed} of {Rounds} were killed while they worked");
        Assert.InRange(Cases(feed.Data), 0, Rounds * Bad());
        (await CommandLine.Qi("route", "--data", feed.Data)).Ended(0);
        Assert.Contains("0 events mirrored", (await CommandLine.Qi("route", "--data", feed.Data)).Ended(0).Out);
        (await CommandLine.Qi("publish", "--data", feed.Data)).Ended(0);
        await Compare(feed.Data, Rounds * Bad());
    }

    [Fact]
    public async Task The_demos_bad_reviews_have_one_case_each_and_those_of_a_doubtful_direction_none()
    {
        await demo.Made();
        Assert.True(await CommandLine.Number(demo.Data, "SELECT count(*) FROM integrity_flag WHERE rule = 'R19'") > 0);
        await Compare(demo.Data, null);
    }

    private static async Task Compare(string data, int? expected)
    {
        var bad = await Column(data, """
            SELECT source || '/' || review_no AS x FROM review WHERE level <= 2 AND NOT is_default
            AND CAST(batch_id AS VARCHAR) NOT IN (SELECT subject_no FROM integrity_flag WHERE rule = 'R19' AND subject = 'batch') ORDER BY x
            """);
        var cases = Ask(data, "SELECT review_source || '/' || review_no FROM \"case\" WHERE review_source NOT LIKE 'order/%'");
        Assert.Equal(bad, cases.Order(StringComparer.Ordinal));
        Assert.True(bad.Count > 0);
        if (expected is { } n)
            Assert.Equal(n, bad.Count);
        Assert.Equal(cases.Order(), Ask(data, "SELECT c.review_source || '/' || c.review_no FROM case_event e JOIN \"case\" c USING (case_no) WHERE e.event_type = 'CaseOpened' AND c.review_source NOT LIKE 'order/%'").Order());
        var events = Ask(data, "SELECT position || ' ' || case_no || ' ' || seq || ' ' || event_type FROM case_event ORDER BY position");
        Assert.Equal(Enumerable.Range(1, events.Count).Select(p => $"{p}"), events.Select(e => e.Split(' ')[0]));
        Assert.Equal(events, await Column(data, "SELECT position || ' ' || case_no || ' ' || seq || ' ' || event_type AS x FROM case_event ORDER BY position"));
    }

    private static async Task<List<string>> Column(string data, string sql) =>
        [.. (await CommandLine.Qi("sql", sql, "--format", "json", "--rows", "100000", "--data", data)).Ended(0).Json.AsArray().Select(r => (string)r!["x"]!)];

    /// <summary>Levels 1 to 5 in turn; every tenth is a default of the system, among them bad ones.</summary>
    private static string Feed(int round) => ReviewFeed.Header + string.Concat(Enumerable.Range(0, Reviews).Select(i =>
        $"r{round}-{i},{(IsDefault(i) ? 7 : 1)},2024-05-06 10:{i / 60 % 60:00}:{i % 60:00},{(i % 5) + 1},第{i}条\n"));

    private static bool IsDefault(int i) => i % 10 == 1;

    private static int Bad() => Enumerable.Range(0, Reviews).Count(i => i % 5 < 2 && !IsDefault(i));

    private static int Cases(string data)
    {
        try { return int.Parse(Ask(data, "SELECT count(*) FROM \"case\"")[0]); }
        catch (SqliteException) { return 0; /* not made yet, or being written */ }
    }

    private static List<string> Ask(string data, string sql)
    {
        using var read = new SqliteConnection($"Data Source={Path.Combine(data, "operations.db")};Mode=ReadOnly;Pooling=False");
        read.Open();
        using var command = read.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static async Task Until(Func<bool> done)
    {
        for (var i = 0; i < 6000 && !done(); i++)
            await Task.Delay(5);
        Assert.True(done());
    }
}
