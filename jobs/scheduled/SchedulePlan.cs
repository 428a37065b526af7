using Quartz;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>
/// Brings the stored triggers to what the schedule file says. A trigger whose times did not change is left as it is, with
/// the firing it waits for and its pause: else a restart would forget what was missed while the server was down.
/// </summary>
public static class SchedulePlan
{
    /// <summary>Adds, changes and removes what differs. Two servers may do it at once.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="schedules">What runs when.</param>
    /// <param name="hasWorkdays">The calendar of working days is stored.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public static async Task Apply(IScheduler scheduler, Schedules schedules, bool hasWorkdays, CancellationToken cancellation)
    {
        foreach (var schedule in schedules.Steps)
        {
            var key = new JobKey(schedule.Step);
            await scheduler.AddJob(JobBuilder.Create<StepJob>().WithIdentity(key).WithDescription(schedule.Does).StoreDurably().RequestRecovery().Build(),
                AddJobOptions.Replacing, cancellation);
            await Put(scheduler, schedule, schedules.Zone, hasWorkdays && schedule.WorkingDaysOnly ? WorkdayCalendar.Name : null, cancellation);
        }
        var known = schedules.Steps.Select(s => s.Step).ToHashSet(StringComparer.Ordinal);
        foreach (var job in (await scheduler.QueryJobs(new JobQuery(), cancellation)).Items)
            if (!known.Contains(job.Key.Name))
                await scheduler.DeleteJob(job.Key, cancellation);
    }

    private static async Task Put(IScheduler scheduler, Schedule schedule, TimeZoneInfo zone, string? calendar, CancellationToken cancellation)
    {
        var key = new TriggerKey(schedule.Step);
        var misfire = schedule.MakeUpMissed ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing;
        if (await scheduler.GetTrigger(key, cancellation) is ICronTrigger stored)
        {
            if (stored.CronExpressionString == schedule.Cron && stored.TimeZone.Id == zone.Id)
            {
                if (stored.MisfireInstruction != misfire || stored.CalendarName != calendar)
                    await scheduler.UpdateTriggerDetails(key, new TriggerDetailsUpdate().WithMisfireInstruction(misfire).WithCalendarName(calendar), cancellation);
                return;
            }
            var pause = await scheduler.GetTriggerState(key, cancellation) == TriggerState.Paused ? await scheduler.GetTriggerPause(key, cancellation) : null;
            await scheduler.RescheduleJob(key, Build(schedule, key, zone, misfire, calendar), cancellation);
            if (pause is not null)
                await scheduler.PauseTriggerWith(key, new PauseDetails { Reason = pause.Reason, RequestedBy = pause.RequestedBy }, cancellation);
            return;
        }
        try
        {
            await scheduler.ScheduleJob(Build(schedule, key, zone, misfire, calendar), cancellationToken: cancellation);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another server was first.
        }
    }

    private static ITrigger Build(Schedule schedule, TriggerKey key, TimeZoneInfo zone, CronTriggerMisfireInstruction misfire, string? calendar) =>
        TriggerBuilder.Create().ForJob(new JobKey(schedule.Step)).WithIdentity(key).WithCalendarName(calendar)
            .WithCronSchedule(schedule.Cron, cron => cron.InTimeZone(zone).WithMisfireInstruction(misfire)).Build();
}
