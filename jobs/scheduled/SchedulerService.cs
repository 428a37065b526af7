using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Runs the scheduler as long as the server runs and keeps its triggers and calendar as the schedule says.</summary>
public sealed partial class SchedulerService(
    [FromKeyedServices(Scheduling.Name)] ISchedulerFactory factory, Schedules schedules, ILogger<SchedulerService> log, TimeProvider time, IWorkdays? workdays = null) : BackgroundService
{
    private static readonly TimeSpan CalendarAge = TimeSpan.FromHours(1);

    /// <summary>The scheduler once it runs; null before and after.</summary>
    public IScheduler? Running { get; private set; }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        await scheduler.Start(cancellationToken);
        if (workdays is not null)
            await WorkdayCalendar.Refresh(scheduler, workdays, schedules.Zone, time, cancellationToken);
        await SchedulePlan.Apply(scheduler, schedules, workdays is not null, cancellationToken);
        Running = scheduler;
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Running is { } scheduler)
        {
            Running = null;
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(CalendarAge);
        while (workdays is not null && Running is { } scheduler && await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await WorkdayCalendar.Refresh(scheduler, workdays, schedules.Zone, time, stoppingToken);
            }
            catch (Exception e) when (e is SchedulerException or System.Data.Common.DbException)
            {
                NoCalendar(log, e);
            }
    }

    [LoggerMessage(LogLevel.Warning, "The working calendar cannot be read again; the scheduler goes on with the one it has")]
    private static partial void NoCalendar(ILogger log, Exception fault);
}
