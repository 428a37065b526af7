using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Puts the schedule into Quartz, whose own store lies in the operations database and survives restarts.</summary>
public static class Scheduling
{
    /// <summary>Adds the scheduler; with PostgreSQL it is clustered, so that two servers never run one firing twice.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="schedules">What runs when.</param>
    /// <param name="connectionString">The operations store's connection string.</param>
    /// <param name="isPostgres">True where that is PostgreSQL.</param>
    public static IServiceCollection AddSchedules(
        this IServiceCollection services, Schedules schedules, string connectionString, bool isPostgres)
    {
        services.AddSingleton(schedules);
        services.AddSingleton<Turn>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o => o.InstanceName = "qi");
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                if (isPostgres)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, connectionString);
                    store.UseClustering();
                }
                else
                    store.UseSqlite(SqliteFactory.Instance, connectionString);
                store.ProvisionSchema();
            });
            foreach (var schedule in schedules.Steps)
                Add(quartz, schedule, schedules.Zone);
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services;
    }

    private static void Add(IQuartzBuilder quartz, Schedule schedule, TimeZoneInfo zone)
    {
        var key = new JobKey(schedule.Step);
        quartz.AddJob<StepJob>(job => job.WithIdentity(key).WithDescription(schedule.Does).StoreDurably());
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(schedule.Step)
            .WithCronSchedule(schedule.Cron, cron => cron.InTimeZone(zone).WithMisfireInstruction(schedule.MakeUpMissed
                ? CronTriggerMisfireInstruction.FireAndProceed
                : CronTriggerMisfireInstruction.DoNothing)));
    }
}
