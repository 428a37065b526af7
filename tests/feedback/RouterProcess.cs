namespace QualityInsight.Feedback.Tests;

/// <summary>A router in a process of its own, to be killed: <c>dotnet QualityInsight.Feedback.Tests.dll OPERATIONS.db N</c>.</summary>
public static class RouterProcess
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["act", var store, var now, var run, var folder])
            return await ActingProcess.RunAsync(store, now, int.Parse(run), folder);
        var clock = new Clock();
        clock.Set("2026-11-16 10:00");
        using var room = await StoreWorld.OpenAsync(args[0], clock);
        var reviews = Enumerable.Range(0, int.Parse(args[1])).Select(i => Make.Review($"R-{i}")).ToArray();
        await room.Router.RunAsync(new ListSource(reviews), new() { BatchSize = 20 }, new Said());
        return 0;
    }

    /// <summary>One line a batch that is in the store.</summary>
    private sealed class Said : IProgress<int>
    {
        public void Report(int value) => Console.WriteLine(value);
    }
}
