using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Quartz;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Runs the step its job is named after. One firing of a step at a time; steps take turns at the warehouse.</summary>
[DisallowConcurrentExecution]
public sealed partial class StepJob(IEnumerable<IStep> steps, Turn turn, ILogger<StepJob> log) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        var step = steps.FirstOrDefault(s => s.Name == name)
            ?? throw new JobExecutionException($"The schedule names a step \"{name}\" that this program does not have.");
        using (await turn.Take(cancellationToken))
        {
            var watch = Stopwatch.StartNew();
            var did = await step.Run(cancellationToken);
            Done(log, name, did, watch.Elapsed.TotalSeconds);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Step}: {Did} ({Seconds:F1} s)")]
    private static partial void Done(ILogger log, string step, string did, double seconds);
}

/// <summary>Lets one step at a time write to the warehouse.</summary>
public sealed class Turn : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for the turn; dispose what is returned to pass it on.</summary>
    public async Task<IDisposable> Take(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        return new Held(_one);
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private sealed class Held(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
