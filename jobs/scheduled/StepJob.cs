using System.Globalization;
using Microsoft.Extensions.Logging;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Cli;
using Quartz;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>
/// Runs the step its job is named after and keeps the run in the operations store: claimed, alive, ended. One firing of
/// a step at a time; steps take turns at the warehouse.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class StepJob(IEnumerable<IStep> steps, JobRuns runs, Turn turn, TimeProvider time, ILogger<StepJob> log) : IJob
{
    /// <summary>The key under which a firing says which account asked for it.</summary>
    public const string AskedBy = "asked_by";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        var askedBy = context.MergedJobDataMap.TryGetValue(AskedBy, out var by) ? by as string : null;
        var firing = askedBy is null ? Firing(context).UtcDateTime : (DateTime?)null;
        if (await runs.StartAsync(name, firing, context.Scheduler.SchedulerInstanceId, askedBy, cancellationToken) is not { } id)
        {
            Again(log, name);
            return;
        }
        var report = new StepReport(time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ended = new CancellationTokenSource();
        var beating = KeepAlive(id, report, stop, ended.Token);
        var (outcome, detail) = await Run(name, report, stop.Token);
        await ended.CancelAsync();
        await beating;
        await runs.EndAsync(id, outcome, detail, report.Take(), CancellationToken.None);
        // A run that the server's end stopped is handed back to the scheduler, which runs it at the next start.
        if (outcome == JobOutcome.Cancelled)
            cancellationToken.ThrowIfCancellationRequested();
    }

    // The scheduler runs a firing whose server died by a trigger of its own, which says which firing it was.
    private static DateTimeOffset Firing(IJobExecutionContext context) =>
        context.Recovering && context.MergedJobDataMap.TryGetValue(SchedulerConstants.FailedJobOriginalTriggerScheduledFireTime, out var original)
            && DateTimeOffset.TryParse(original?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : context.ScheduledFireTimeUtc ?? context.FireTimeUtc;

    private async Task<(string Outcome, string Detail)> Run(string name, StepReport report, CancellationToken stop)
    {
        try
        {
            var step = steps.FirstOrDefault(s => s.Name == name)
                ?? throw new InvalidOperationException($"The schedule names a step \"{name}\" that this program does not have.");
            var started = time.GetTimestamp();
            string did;
            if (step.NeedsWarehouse)
            {
                report.At(null, "waits for its turn at the warehouse");
                await using var held = await turn.Take(stop);
                report.At(null, "");
                did = await step.Run(report, stop);
            }
            else
                did = await step.Run(report, stop);
            Done(log, name, did, time.GetElapsedTime(started).TotalSeconds);
            return (JobOutcome.Done, did);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (JobOutcome.Cancelled, "stopped; nothing half-done was kept");
        }
        catch (Exception refusal) when (Refusals.Tell(refusal) is { } message)
        {
            Refused(log, name, message);
            return (JobOutcome.Refused, message);
        }
        catch (Exception fault)
        {
            Failed(log, fault, name);
            report.Say(fault.StackTrace ?? "");
            return (JobOutcome.Failed, $"{fault.GetType().Name}: {fault.Message}");
        }
    }

    private async Task KeepAlive(long id, StepReport report, CancellationTokenSource stop, CancellationToken ended)
    {
        try
        {
            using var timer = new PeriodicTimer(Beat);
            while (await timer.WaitForNextTickAsync(ended))
                if (await runs.BeatAsync(id, report.Share, report.Doing, report.Take(), ended))
                    await stop.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
        catch (Exception e) when (e is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException or TimeoutException)
        {
            // The step goes on; only its signs of life stop until its end is written.
            NoSign(log, e, id);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Step}: {Did} ({Seconds:F1} s)")]
    private static partial void Done(ILogger log, string step, string did, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Step} was refused: {Why}")]
    private static partial void Refused(ILogger log, string step, string why);

    [LoggerMessage(LogLevel.Error, "{Step} failed")]
    private static partial void Failed(ILogger log, Exception fault, string step);

    [LoggerMessage(LogLevel.Information, "{Step}: this firing has been run already")]
    private static partial void Again(ILogger log, string step);

    [LoggerMessage(LogLevel.Warning, "Run {Run} cannot give signs of life")]
    private static partial void NoSign(ILogger log, Exception fault, long run);
}
