using QualityInsight.Testing;
using Xunit.Abstractions;

namespace QualityInsight.Ingest.Tests;

public sealed class BenchTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("visits")]
    [InlineData("reviews")]
    public void The_benchmark_loads_every_row_of_both_shapes(string shape)
    {
        // QI_BENCH_ROWS makes this the real measurement; by default it only shows that the benchmark runs.
        var rows = int.TryParse(Environment.GetEnvironmentVariable("QI_BENCH_ROWS"), out var n) ? n : 5000;
        using var folder = new TempFolder();
        var result = IngestBench.Run(folder.Path, shape, rows, TimeProvider.System, rounds: rows > 5000 ? 3 : 1);
        output.WriteLine(FormattableString.Invariant($"{shape} {rows}: read_csv {result.PeerSeconds:0.00} s, ingest {result.OwnSeconds:0.00} s, ratio {result.Ratio:0.00}"));
        Assert.Equal(rows, result.Rows);
        Assert.True(result.Ratio > 0);
    }
}
