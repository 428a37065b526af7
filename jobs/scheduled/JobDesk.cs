using QualityInsight.Web.Jobs;
using Quartz;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>The schedule as the page of jobs sees and changes it. Of several servers any may be asked: the store is one.</summary>
public sealed class JobDesk(SchedulerService service, Schedules schedules, TimeProvider time) : IJobDesk
{
    /// <inheritdoc />
    public bool HasSchedule => true;

    /// <inheritdoc />
    public bool IsRunning => service.Running is { Status: SchedulerStatus.Running };

    /// <inheritdoc />
    public TimeZoneInfo Zone => schedules.Zone;

    /// <inheritdoc />
    public bool IsStory => Math.Abs((time.GetUtcNow() - TimeProvider.System.GetUtcNow()).TotalSeconds) > 5;

    private IEnumerable<Schedule> InOrder => schedules.Steps.OrderBy(s => StepNames.All.Index().FirstOrDefault(n => n.Item == s.Step).Index);

    /// <inheritdoc />
    public async Task<IReadOnlyList<JobStep>> StepsAsync(CancellationToken cancel)
    {
        var steps = new List<JobStep>();
        // The scheduler goes by the machine's clock; a demo's story stands elsewhere, and the page shows the story's.
        var story = time.GetUtcNow() - TimeProvider.System.GetUtcNow();
        foreach (var schedule in InOrder)
        {
            var key = new TriggerKey(schedule.Step);
            var trigger = service.Running is { } scheduler ? await scheduler.GetTrigger(key, cancel) : null;
            var paused = trigger is not null && await service.Running!.GetTriggerState(key, cancel) == TriggerState.Paused;
            var pause = paused ? await service.Running!.GetTriggerPause(key, cancel) : null;
            steps.Add(new(schedule.Step, schedule.DoesZh ?? schedule.Does, schedule.Does, schedule.Cron, schedule.WorkingDaysOnly, schedule.MakeUpMissed,
                paused ? null : (trigger?.NextFireTimeUtc + story)?.UtcDateTime, paused, pause?.RequestedBy, (pause?.PausedAtUtc + story)?.UtcDateTime));
        }
        return steps;
    }

    /// <inheritdoc />
    public Task<bool> RunNowAsync(string step, string userId, CancellationToken cancel) =>
        With(step, s => s.TriggerJob(new JobKey(step), new JobDataMap { [StepJob.AskedBy] = userId }, cancel).AsTask());

    /// <inheritdoc />
    public Task<bool> PauseAsync(string step, string userId, CancellationToken cancel) =>
        With(step, s => s.PauseTriggerWith(new TriggerKey(step), new PauseDetails { RequestedBy = userId }, cancel).AsTask());

    /// <inheritdoc />
    public Task<bool> ResumeAsync(string step, CancellationToken cancel) => With(step, s => s.ResumeTrigger(new TriggerKey(step), cancel).AsTask());

    private async Task<bool> With(string step, Func<IScheduler, Task> act)
    {
        if (service.Running is not { } scheduler || schedules.Steps.All(s => s.Step != step))
            return false;
        await act(scheduler);
        return true;
    }
}
