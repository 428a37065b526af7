using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using QualityInsight.Jobs.Scheduled;
using QualityInsight.Testing;
using Quartz;

namespace QualityInsight.Jobs.Tests;

/// <summary>The schedule, on Quartz's real persistent store in a SQLite file.</summary>
public sealed class SchedulingTests
{
    private static Schedules OwnSchedule => Schedules.Load(Path.Combine(AppContext.BaseDirectory, "scheduled", "schedules.yaml"));

    [Fact]
    public void Every_step_stands_in_the_shipped_schedule() =>
        Assert.Equal(StepNames.All.Order(), OwnSchedule.Steps.Select(s => s.Step).Order());

    [Fact]
    public async Task A_triggered_step_runs_and_the_schedule_survives_a_restart()
    {
        using var folder = new TempFolder();
        var connection = new SqliteConnectionStringBuilder { DataSource = folder.File("operations.db") }.ToString();
        var step = new Recorded(StepNames.Route);

        using (var first = Host(connection, step))
        {
            await first.StartAsync();
            var scheduler = await first.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            await scheduler.TriggerJob(new JobKey(StepNames.Route));
            await step.Ran.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await first.StopAsync();
        }

        using var read = new SqliteConnection(connection);
        read.Open();
        using var command = read.CreateCommand();
        command.CommandText = "SELECT count(*) FROM QRTZ_TRIGGERS";
        Assert.Equal((long)StepNames.All.Count, command.ExecuteScalar());

        using var second = Host(connection, new Recorded(StepNames.Route));
        await second.StartAsync();
        await second.StopAsync();
        Assert.Equal((long)StepNames.All.Count, command.ExecuteScalar());
    }

    [Fact]
    public void A_schedule_with_an_unknown_step_is_refused_by_name()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("s.yaml"), "steps:\n  rout: { cron: \"0 0 1 * * ?\", misfire: once, does: x }\n");
        var refused = Assert.Throws<Cli.RefusedException>(() => Schedules.Load(folder.File("s.yaml")));
        Assert.Contains("\"rout\"", refused.Message);
        Assert.Contains("route", refused.Message);
    }

    [Theory]
    [InlineData("0 61 * * * ?")]
    [InlineData("hourly")]
    public void A_schedule_with_a_wrong_cron_is_refused(string cron)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("s.yaml"), $"steps:\n  route: {{ cron: \"{cron}\", misfire: once, does: x }}\n");
        Assert.Contains(cron, Assert.Throws<Cli.RefusedException>(() => Schedules.Load(folder.File("s.yaml"))).Message);
    }

    private static IHost Host(string connection, IStep step)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(step);
        builder.Services.AddSchedules(OwnSchedule, connection, isPostgres: false);
        return builder.Build();
    }

    private sealed class Recorded(string name) : IStep
    {
        public string Name => name;

        public TaskCompletionSource Ran { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Run(CancellationToken cancellation)
        {
            Ran.TrySetResult();
            return Task.FromResult("ran");
        }
    }
}
