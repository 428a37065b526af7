using Microsoft.Data.Sqlite;
using Npgsql;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>A backup's stores belong together, and come back as they were, on either engine.</summary>
[Collection("command line")]
public sealed class BackupTests
{
    [Fact]
    public Task Both_stores_and_the_evidence_come_back_as_they_were_on_SQLite() => ThereAndBack(postgres: null);

    [PostgresFact]
    public async Task Both_stores_and_the_evidence_come_back_as_they_were_on_PostgreSQL()
    {
        using var server = new PostgresServer();
        Environment.SetEnvironmentVariable("QI__Operations", server.ConnectionString);
        try
        {
            await ThereAndBack(server.ConnectionString);
        }
        finally
        {
            Environment.SetEnvironmentVariable("QI__Operations", null);
            NpgsqlConnection.ClearAllPools();
        }
    }

    [Fact]
    public async Task Stores_that_do_not_belong_together_are_neither_backed_up_nor_restored()
    {
        using var feed = new ReviewFeed();
        using var folder = new TempFolder();
        await Load(feed, 1);
        (await CommandLine.Qi("backup", "--out", folder.Path, "--data", feed.Data)).Ended(0);
        var backup = Directory.GetDirectories(folder.Path).Single();
        File.Delete(Path.Combine(backup, "operations.db"));
        using (var empty = new SqliteConnection($"Data Source={Path.Combine(backup, "operations.db")};Pooling=False"))
        {
            empty.Open();
            using var command = empty.CreateCommand();
            command.CommandText = "CREATE TABLE case_event (position INTEGER)";
            command.ExecuteNonQuery();
        }
        Assert.Contains("do not belong together", (await CommandLine.Qi("restore", backup, "--data", feed.Data)).Ended(1).Err);
        foreach (var file in Directory.GetFiles(feed.Data, "operations.db*"))
            File.Delete(file);
        (await CommandLine.Qi("notify", "--data", feed.Data)).Ended(0); // makes an empty store
        using var second = new TempFolder();
        Assert.Contains("do not belong together", (await CommandLine.Qi("backup", "--out", second.Path, "--data", feed.Data)).Ended(1).Err);
        Assert.Empty(Directory.GetDirectories(second.Path));
    }

    private static async Task ThereAndBack(string? postgres)
    {
        using var feed = new ReviewFeed();
        using var folder = new TempFolder();
        await Load(feed, 1);
        var evidence = Path.Combine(feed.Data, "evidence", "ab", "abcd");
        Directory.CreateDirectory(Path.GetDirectoryName(evidence)!);
        File.WriteAllText(evidence, "a picture");
        var before = Events(feed, postgres);
        Assert.True(before > 0);
        (await CommandLine.Qi("backup", "--out", folder.Path, "--data", feed.Data)).Ended(0);

        await Load(feed, 2);
        File.Delete(evidence);
        Assert.True(Events(feed, postgres) > before);
        (await CommandLine.Qi("restore", Directory.GetDirectories(folder.Path).Single(), "--data", feed.Data)).Ended(0);

        Assert.Equal(before, Events(feed, postgres));
        Assert.Equal("a picture", File.ReadAllText(evidence));
        Assert.Contains("0 events mirrored", (await CommandLine.Qi("route", "--data", feed.Data)).Ended(0).Out);
        (await CommandLine.Qi("publish", "--data", feed.Data)).Ended(0);
        Assert.Equal(before, await CommandLine.Number(feed.Data, "SELECT count(*) AS n FROM case_event"));
        // And it goes on from there, once each.
        await Load(feed, 2);
        Assert.Contains("0 cases opened", (await CommandLine.Qi("route", "--data", feed.Data)).Ended(0).Out);
        (await CommandLine.Qi("publish", "--data", feed.Data)).Ended(0);
        Assert.Equal(Events(feed, postgres), await CommandLine.Number(feed.Data, "SELECT count(*) AS n FROM case_event"));
    }

    private static async Task Load(ReviewFeed feed, int round)
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"b{round}-{i},1,2024-05-06 10:00:{i:00},1,第{i}条\n")));
        (await feed.Ingest(feed.Write($"backup-{round}.csv", ReviewFeed.Header + rows))).Ended(0);
        (await CommandLine.Qi("route", "--data", feed.Data)).Ended(0);
    }

    private static long Events(ReviewFeed feed, string? postgres)
    {
        using System.Data.Common.DbConnection connection = postgres is null
            ? new SqliteConnection($"Data Source={Path.Combine(feed.Data, "operations.db")};Pooling=False") : new NpgsqlConnection(postgres);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM case_event";
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
