using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>The scheduler's own times.</summary>
/// <param name="Misfire">A firing later than this counts as missed.</param>
/// <param name="Look">How often an idle server looks for firings that the other left.</param>
/// <param name="CheckIn">How often a server of a cluster says that it is alive.</param>
/// <param name="Silence">A server silent for so much longer is taken for dead, and its firings are taken over.</param>
public sealed record SchedulerTimes(TimeSpan Misfire, TimeSpan Look, TimeSpan CheckIn, TimeSpan Silence)
{
    /// <summary>What deployments use.</summary>
    public static SchedulerTimes Usual { get; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));
}

/// <summary>Puts the scheduler into a host. Quartz's own store lies in the operations database and survives restarts.</summary>
public static class Scheduling
{
    // Steps that wait for their turn at the warehouse hold a thread; the others go on beside them.
    private const int Threads = 8;

    /// <summary>Its name in the store and in the container.</summary>
    internal const string Name = "qi";

    /// <summary>
    /// Adds the scheduler; with PostgreSQL it is clustered, so that two servers never run one firing twice and one takes
    /// over what the other left when it died. The host supplies <c>JobRuns</c>, the steps, and may supply
    /// <see cref="IWorkdays"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="schedules">What runs when.</param>
    /// <param name="connectionString">The operations store's connection string.</param>
    /// <param name="isPostgres">True where that is PostgreSQL.</param>
    /// <param name="times">Null: <see cref="SchedulerTimes.Usual"/>.</param>
    public static IServiceCollection AddSchedules(
        this IServiceCollection services, Schedules schedules, string connectionString, bool isPostgres, SchedulerTimes? times = null)
    {
        times ??= SchedulerTimes.Usual;
        services.AddSingleton(schedules);
        services.AddSingleton(_ => new Turn(isPostgres ? connectionString : null));
        services.AddQuartz(Name, quartz =>
        {
            quartz.ConfigureScheduler(o =>
            {
                o.IdleWaitTime = times.Look;
                o.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            // Always the machine's clock, though the host's may be a demo's: that one begins anew at every start, and firings of
            // an earlier start would lie in its future or come twice. Only a named scheduler has a clock of its own.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(Threads);
            quartz.UsePersistentStore(store =>
            {
                if (isPostgres)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, connectionString);
                    store.UseClustering(c => (c.CheckinInterval, c.CheckinMisfireThreshold) = (times.CheckIn, times.Silence));
                }
                else
                    store.UseSqlite(SqliteFactory.Instance, connectionString);
                store.ConfigureStore(o =>
                {
                    o.MisfireThreshold = times.Misfire;
                    o.RecoverFiringsCancelledByShutdown = true;
                });
                store.ProvisionSchema();
            });
        });
        services.AddSingleton<SchedulerService>();
        services.AddHostedService(s => s.GetRequiredService<SchedulerService>());
        return services;
    }
}
