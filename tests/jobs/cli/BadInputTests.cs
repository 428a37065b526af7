using System.Text;

namespace QualityInsight.Jobs.Tests;

/// <summary>Files that are none, given to <c>qi ingest</c>: a message, exit code 1, and nothing half-loaded.</summary>
[Collection("command line")]
public sealed class BadInputTests
{
    private const string Good = ReviewFeed.Header + "r1,1,2024-05-06 10:00:00,5,好\nr2,3,2024-05-06 11:00:00,1,等了一上午\n";

    [Theory]
    [InlineData("missing", "there is no such file")]
    [InlineData("folder", "is a folder")]
    [InlineData("empty", "is empty")]
    [InlineData("binary", "zero bytes")]
    [InlineData("other", "Missing: 编号, 渠道, 评价时间, 满意度.")]
    public async Task A_file_that_is_none_is_refused_and_nothing_of_it_is_loaded(string kind, string words)
    {
        using var feed = new ReviewFeed();
        (await feed.Ingest(feed.Write("good.csv", Good))).Ended(0);
        var before = await feed.Held();
        Assert.Equal((1, 2, 0), before);
        var file = feed.At(kind + ".csv");
        switch (kind)
        {
            case "folder": Directory.CreateDirectory(file); break;
            case "empty": File.WriteAllText(file, ""); break;
            case "binary": File.WriteAllBytes(file, [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))]); break;
            case "other": File.WriteAllText(file, "ServiceRequestNum,SRStatus\n1,New\n"); break;
        }
        var refused = (await feed.Ingest(file)).Ended(1);
        Assert.Contains(words, refused.Err);
        Assert.Contains(kind, refused.Err);
        Assert.DoesNotContain("   at ", refused.Err);
        Assert.Empty(refused.Out);
        Assert.Equal(before, await feed.Held());
    }

    [Fact]
    public async Task A_truncated_last_line_is_quarantined_and_the_others_are_loaded()
    {
        using var feed = new ReviewFeed();
        var report = (await feed.Ingest(feed.Write("cut.csv", Good + "r3,1,2024-05-0"), "--json")).Ended(0).Json;
        Assert.Equal((3, 2, 0, 1), ((int)report["rows_in"]!, (int)report["loaded"]!, (int)report["duplicate"]!, (int)report["quarantined"]!));
        Assert.Equal((1, 2, 1), await feed.Held());
        Assert.Equal(4, await CommandLine.Number(feed.Data, "SELECT line_no FROM quarantine"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Good + "r3,1,2024-05-06 12:00:00,5,\"")]
    public async Task A_single_line_of_200_MB_is_refused_in_bounded_time_and_memory(string before)
    {
        using var feed = new ReviewFeed();
        (await feed.Ingest(feed.Write("good.csv", Good))).Ended(0);
        var held = await feed.Held();
        using (var file = File.Create(feed.At("long.csv")))
        {
            file.Write(Encoding.UTF8.GetBytes(before));
            var block = Enumerable.Repeat((byte)'x', 1 << 20).ToArray();
            for (var i = 0; i < 200; i++)
                file.Write(block);
        }
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var allocated = GC.GetTotalAllocatedBytes();
        var refused = (await feed.Ingest(feed.At("long.csv"))).Ended(1);
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, 100L << 20);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
        Assert.Contains("long.csv", refused.Err);
        Assert.InRange(refused.Err.Length, 20, 1000);
        Assert.Equal(held, await feed.Held());
    }

    [Fact]
    public async Task An_unknown_profile_is_refused_and_the_known_ones_are_named()
    {
        using var feed = new ReviewFeed();
        var refused = (await CommandLine.Qi("ingest", feed.Write("good.csv", Good), "--profile", "city-a-reveiws", "--data", feed.Data)).Ended(1);
        Assert.Contains("city-a-reveiws", refused.Err);
        Assert.Contains("city-a-reviews", refused.Err);
        Assert.False(Directory.Exists(feed.Data));
    }

    [Fact]
    public async Task Wrong_usage_is_exit_code_2()
    {
        using var feed = new ReviewFeed();
        Assert.Contains("--profile", (await CommandLine.Qi("ingest", feed.Write("good.csv", Good), "--data", feed.Data)).Ended(2).Err);
        (await CommandLine.Qi("ingest", "--profile", feed.Profile, "--data", feed.Data)).Ended(2);
        (await CommandLine.Qi("ingst")).Ended(2);
    }

    [Fact]
    public async Task Files_before_a_refused_one_are_loaded_and_accounted_for()
    {
        using var feed = new ReviewFeed();
        var outcome = (await feed.Ingest(feed.Write("good.csv", Good), feed.At("missing.csv"))).Ended(1);
        Assert.Contains("2 rows in = 2 loaded", outcome.Out);
        Assert.Contains("missing.csv", outcome.Err);
        Assert.Equal((1, 2, 0), await feed.Held());
    }

    [Fact]
    public async Task The_same_file_again_loads_nothing()
    {
        using var feed = new ReviewFeed();
        var file = feed.Write("good.csv", Good);
        (await feed.Ingest(file)).Ended(0);
        var again = (await feed.Ingest(file, "--json")).Ended(0).Json;
        Assert.Equal((2, 0, 2), ((int)again["rows_in"]!, (int)again["loaded"]!, (int)again["duplicate"]!));
        Assert.Equal(2, (await feed.Held()).Reviews);
    }
}
