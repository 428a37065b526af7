using System.Diagnostics;

namespace QualityInsight.Jobs.Bench;

/// <summary>
/// How long the disk takes to make 4 kB durable while people work: a page written and synced every 100 ms in the folder of the store.
/// Every durable action waits for at least one of these; where this line is slow, the disk was, not the desk.
/// </summary>
internal static class DiskProbe
{
    public const string Kind = "disk";
    private const int Page = 4096, Pages = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Probes until it is stopped.</summary>
    public static async Task RunAsync(string folder, Measure measure, CancellationToken stop)
    {
        var page = new byte[Page];
        using var file = File.OpenHandle(Path.Combine(folder, "disk-probe"), FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
        for (var n = 0; !stop.IsCancellationRequested; n = (n + 1) % Pages)
        {
            RandomAccess.Write(file, page, (long)n * Page);
            var from = Stopwatch.GetTimestamp();
            RandomAccess.FlushToDisk(file);
            measure.Add(Kind, from, right: true);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
