namespace QualityInsight.Jobs.Tests;

/// <summary>What reads the serving file, and what it refuses.</summary>
[Collection("command line")]
public sealed class ReadingTests(SmallDemo demo)
{
    [Theory]
    [InlineData("CREATE TABLE mine (i INTEGER)")]
    [InlineData("DELETE FROM review")]
    [InlineData("UPDATE review SET level = 5")]
    [InlineData("INSERT INTO tag SELECT * FROM tag")]
    [InlineData("COPY review TO 'out.csv'")]
    [InlineData("ATTACH 'x.duckdb'")]
    [InlineData("SELECT 1; DROP TABLE review")]
    [InlineData("SET memory_limit = '90GB'")]
    [InlineData("SELECT * FROM read_text('/etc/hostname')")]
    public async Task Sql_that_writes_or_reaches_out_is_refused(string sql)
    {
        var refused = await demo.Qi("sql", sql);
        Assert.Equal(1, refused.Exit);
        Assert.Empty(refused.Out);
        Assert.StartsWith("qi: ", refused.Err);
        Assert.True(await CommandLine.Number(demo.Data, "SELECT count(*) FROM review") > 0);
        Assert.False(File.Exists("out.csv"));
    }

    [Fact]
    public async Task An_unknown_metric_is_refused_with_the_nearest_names()
    {
        var refused = (await demo.Qi("metric", "on_time_ratex")).Ended(1);
        Assert.Contains("\"on_time_ratex\"", refused.Err);
        Assert.Contains("Nearest: on_time_rate", refused.Err);
    }

    [Fact]
    public async Task Nothing_published_is_said_and_not_made_up()
    {
        using var folder = new Testing.TempFolder();
        Assert.Contains("publish", (await CommandLine.Qi("metric", "on_time_rate", "--data", folder.Path)).Ended(1).Err);
        Assert.Contains("publish", (await CommandLine.Qi("sql", "SELECT 1", "--data", folder.Path)).Ended(1).Err);
        Assert.Contains("route", (await CommandLine.Qi("cases", "list", "--data", folder.File("data"))).Ended(1).Err);
    }

    [Theory]
    [InlineData("metric", "on_time_rate", "--period", "2026-13")]
    [InlineData("metric", "on_time_rate", "--period", "2026-W46", "--from", "2026-11-01")]
    [InlineData("metric", "on_time_rate", "--where", "hall")]
    [InlineData("metric")]
    [InlineData("sql", "SELECT 1", "--rows", "0")]
    [InlineData("cases", "list", "--page", "0")]
    [InlineData("report", "weekly", "--week", "2026-W60")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments) => (await demo.Qi(arguments)).Ended(2);

    [Fact]
    public async Task A_case_of_the_list_can_be_shown_with_its_history()
    {
        var first = (await demo.Qi("cases", "list", "--view", "All", "--json")).Ended(0).Json["rows"]!.AsArray()[0]!;
        var shown = (await demo.Qi("cases", "show", (string)first["case_no"]!, "--json")).Ended(0).Json;
        Assert.Equal("CaseOpened", (string?)shown["events"]![0]!["type"]);
        Assert.Contains("there is no case", (await demo.Qi("cases", "show", "HC-1")).Ended(1).Err);
    }
}
