using System.Text.RegularExpressions;
using QualityInsight.City;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary><c>qi demo</c> at a small scale: the whole way, and the same again.</summary>
[Collection("command line")]
public sealed partial class DemoTests(SmallDemo demo)
{
    private static readonly string[][] Questions =
    [
        ["wait_median", "--by", "hall"], ["wait_p90", "--by", "week"], ["no_show_rate"], ["on_time_rate", "--by", "org"], ["late_count", "--by", "week"],
        ["bad_review_rate", "--by", "org"], ["active_rate"], ["cases_opened", "--by", "week"], ["reply_rate"], ["flags"],
    ];

    [Fact]
    public async Task The_same_seed_gives_the_same_figures_in_another_folder_and_over_an_earlier_run()
    {
        using var other = new TempFolder();
        var first = await demo.Made();
        // An earlier demo that has since been worked with: it is emptied first.
        File.Copy(Path.Combine(demo.Data, "demo.json"), other.File("demo.json"));
        File.Copy(Path.Combine(demo.Data, "operations.db"), other.File("operations.db"));
        File.Copy(Path.Combine(demo.Data, "warehouse.duckdb"), other.File("warehouse.duckdb"));
        var again = (await CommandLine.Qi(["demo", "--out", other.Path, .. SmallDemo.Size])).Ended(0);
        Assert.Equal(first.Out.Replace(demo.Data, "FOLDER"), again.Out.Replace(other.Path, "FOLDER"));
        foreach (var question in Questions)
        {
            var (one, two) = ((await Ask(demo.Data, question)).Json, (await Ask(other.Path, question)).Json);
            Assert.NotEmpty(one["rows"]!.AsArray());
            one["snapshot"] = two["snapshot"] = null;
            Assert.Equal(one.ToJsonString(), two.ToJsonString());
        }
    }

    [Fact]
    public async Task Every_batch_accounts_for_every_row()
    {
        var batches = (await demo.Qi("sql", "SELECT batch_id, rows_in, loaded, duplicate, quarantined FROM batch", "--format", "json")).Ended(0).Json.AsArray();
        Assert.True(batches.Count >= CityManifest.Read(Path.Combine(demo.Data, "feeds")).Files.Count);
        Assert.All(batches, b => Assert.Equal((long)b!["rows_in"]!, (long)b["loaded"]! + (long)b["duplicate"]! + (long)b["quarantined"]!));
        Assert.Equal(batches.Sum(b => (long)b!["quarantined"]!), await CommandLine.Number(demo.Data, "SELECT count(*) FROM quarantine"));
        Assert.True(batches.Sum(b => (long)b!["quarantined"]!) > 0);
        var feeds = (await demo.Made()).Out.Split('\n').Single(l => l.TrimStart().StartsWith("together", StringComparison.Ordinal));
        Assert.Equal(["rows_in", "loaded", "duplicate", "quarantined"],
            new[] { "rows_in", "loaded", "duplicate", "quarantined" }.Zip(Numbers().Matches(feeds))
                .Where(p => long.Parse(p.Second.Value.Replace(",", "")) == batches.Sum(b => (long)b![p.First]!)).Select(p => p.First));
    }

    [Fact]
    public async Task What_was_planted_to_be_refused_is_what_was_refused()
    {
        var rows = (await demo.Made()).Out.Split('\n').SkipWhile(l => !l.Contains("───")).Skip(1).TakeWhile(l => !l.Contains("together"))
            .Select(l => Numbers().Matches(l).Select(m => m.Value).ToArray()).ToArray();
        Assert.True(rows.Length >= 6);
        Assert.All(rows, r => Assert.Equal(r[^1], r[^2]));
    }

    [Fact]
    public async Task A_folder_that_holds_anything_else_is_refused_and_left_alone()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("precious.txt"), "x");
        Assert.Contains("no demo wrote", (await CommandLine.Qi(["demo", "--out", folder.Path, .. SmallDemo.Size])).Ended(1).Err);
        Assert.Equal([folder.File("precious.txt")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("--scale", "0")]
    [InlineData("--scale", "-1")]
    [InlineData("--scale", "NaN")]
    [InlineData("--weeks", "1")]
    public async Task An_impossible_size_is_wrong_usage(params string[] size)
    {
        using var folder = new TempFolder();
        (await CommandLine.Qi(["demo", "--out", folder.File("x"), .. size])).Ended(2);
        Assert.False(Directory.Exists(folder.File("x")));
    }

    private static async Task<Outcome> Ask(string data, string[] question) =>
        (await CommandLine.Qi(["metric", .. question, "--format", "json", "--data", data])).Ended(0);

    [GeneratedRegex(@"(?<![\w-])\d[\d,]*")]
    private static partial Regex Numbers();
}
