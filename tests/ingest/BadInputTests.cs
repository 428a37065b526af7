using System.Text;

namespace QualityInsight.Ingest.Tests;

/// <summary>Files that are none: each is refused with a message and advice, and nothing is half-loaded.</summary>
public sealed class BadInputTests
{
    private const string Header = "编号,渠道,评价时间,满意度,文字评价,评价内容\n";

    [Fact]
    public void A_missing_file() => Refuses(h => Path.Combine(h.DataFolder, "no.csv"), RefusalKind.Missing, "there is no such file");

    [Fact]
    public void A_folder() => Refuses(h => h.DataFolder, RefusalKind.Folder, "is a folder");

    [Fact]
    public void An_empty_file() => Refuses(h => h.Write("e.csv", ""), RefusalKind.Empty, "is empty");

    [Fact]
    public void A_binary_file() => Refuses(h => h.WriteBytes("b.csv", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7))]), RefusalKind.Binary, "zero bytes");

    [Fact]
    public void A_workbook() => Refuses(h => h.WriteBytes("b.xlsx", [(byte)'P', (byte)'K', 3, 4, 9, 9]), RefusalKind.Binary, "workbook");

    [Fact]
    public void A_header_alone() => Refuses(h => h.Write("h.csv", Header), RefusalKind.HeaderOnly, "header and no rows");

    [Fact]
    public void The_file_of_another_profile_says_what_is_missing_and_what_is_there()
    {
        var message = Refuses(h => h.Write("w.csv", "ServiceRequestNum,SRStatus\n1,New\n"), RefusalKind.WrongProfile, "Missing: 编号, 渠道, 评价时间, 满意度.");
        Assert.Contains("There are: ServiceRequestNum, SRStatus.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_names_a_column_twice() =>
        Refuses(h => h.Write("w.csv", "编号,编号,渠道,评价时间,满意度\n1,2,1,2024-05-06,5\n"), RefusalKind.WrongProfile, "names `编号` twice");

    [Fact]
    public void A_single_line_of_200_MB_is_refused_in_bounded_memory()
    {
        using var house = new House();
        var path = Path.Combine(house.DataFolder, "long.csv");
        using (var file = File.Create(path))
        {
            file.Write(Encoding.UTF8.GetBytes(Header + "r1,1,2024-05-06,5,,\nr2,1,2024-05-06,5,\""));
            var block = Enumerable.Repeat((byte)'x', 1 << 20).ToArray();
            for (var i = 0; i < 200; i++) file.Write(block);
        }

        var before = GC.GetTotalAllocatedBytes();
        var error = Assert.Throws<IngestRefusedException>(() => house.Runner.Load(Feeds.Reviews(), path));
        Assert.Equal(RefusalKind.RowTooLong, error.Kind);
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 60L << 20);
        Assert.Equal(0, house.Count("SELECT (SELECT count(*) FROM review) + (SELECT count(*) FROM batch) + (SELECT count(*) FROM quarantine)"));
    }

    [Theory]
    [InlineData("r2,1,2024-05-0")]
    [InlineData("r2,1,2024-05-06,5,\"还没写")]
    [InlineData("r2")]
    public void A_truncated_last_line_is_quarantined(string last)
    {
        using var house = new House();
        Assert.Equal((2, 1, 0, 1), house.Load(Feeds.Reviews(), Header + "r1,1,2024-05-06,5,,\n" + last).Headline.Counts());
        Assert.Equal(3, house.Count("SELECT line_no FROM quarantine"));
    }

    [Fact]
    public void A_cancelled_load_leaves_nothing()
    {
        using var house = new House();
        using var cancel = new CancellationTokenSource();
        var rows = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"r{i},1,2024-05-06,5,,\n"));
        var progress = new Progress(p => { if (p.Rows > 10_000) cancel.Cancel(); });
        Assert.ThrowsAny<OperationCanceledException>(() => house.Runner.Load(Feeds.Reviews(), house.Write("f.csv", Header + rows), progress, cancel.Token));
        Assert.True(progress.Calls > 2);
        Assert.Equal(0, house.Count("SELECT (SELECT count(*) FROM review) + (SELECT count(*) FROM batch)"));
        Assert.Equal(60_000, house.Runner.Load(Feeds.Reviews(), house.Write("f.csv", Header + rows)).Headline.Loaded);
    }

    private static string Refuses(Func<House, string> file, RefusalKind kind, string words)
    {
        using var house = new House();
        var error = Assert.Throws<IngestRefusedException>(() => house.Runner.Load(Feeds.Reviews(), file(house)));
        Assert.Equal(kind, error.Kind);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Advice);
        Assert.Equal(0, house.Count("SELECT (SELECT count(*) FROM review) + (SELECT count(*) FROM batch) + (SELECT count(*) FROM quarantine)"));
        return error.Message;
    }

    private sealed class Progress(Action<IngestProgress> tell) : IProgress<IngestProgress>
    {
        internal int Calls { get; private set; }

        public void Report(IngestProgress value)
        {
            Calls++;
            Assert.InRange(value.BytesRead, 0, value.BytesTotal);
            tell(value);
        }
    }
}
