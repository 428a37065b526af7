using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Scheduled;
using QualityInsight.Testing;
using Quartz;

namespace QualityInsight.Jobs.Tests;

/// <summary>The schedule, on Quartz's real persistent store in a SQLite file.</summary>
public sealed class SchedulingTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static Schedules OwnSchedule => Schedules.Load(Path.Combine(AppContext.BaseDirectory, "scheduled", "schedules.yaml"));

    [Fact]
    public void Every_step_stands_in_the_shipped_schedule() =>
        Assert.Equal(StepNames.All.Order(), OwnSchedule.Steps.Select(s => s.Step).Order());

    [Fact]
    public async Task A_triggered_step_runs_and_the_schedule_survives_a_restart()
    {
        using var world = new SchedulerWorld();
        var step = new Recorded(StepNames.Route);
        await world.Run(OwnSchedule, [step], async scheduler =>
        {
            await scheduler.TriggerJob(new JobKey(StepNames.Route), new JobDataMap { [StepJob.AskedBy] = "admin" });
            await step.Ran.Task.WaitAsync(TimeSpan.FromSeconds(20));
        });
        Assert.Equal(OwnSchedule.Steps.Count, world.Count("SELECT count(*) FROM QRTZ_TRIGGERS"));
        await world.Run(OwnSchedule, [new Recorded(StepNames.Route)], _ => Task.CompletedTask);
        Assert.Equal(OwnSchedule.Steps.Count, world.Count("SELECT count(*) FROM QRTZ_TRIGGERS"));
        var (run, _) = (await world.Room.JobRuns.FindAsync(1))!.Value;
        Assert.Equal((JobOutcome.Done, "ran", "admin", null), (run.Outcome, run.Detail, run.AskedBy, run.ScheduledUtc));
    }

    [Fact]
    public async Task A_demos_steps_run_by_themselves_though_its_story_stands_elsewhere_and_begins_anew_at_every_start()
    {
        using var world = new SchedulerWorld();
        var schedule = new Schedules(Shanghai, [new(StepNames.Route, "* * * * * ?", true, "x")]);
        foreach (var story in new[] { TimeSpan.FromDays(-400), TimeSpan.FromDays(-400), TimeSpan.FromDays(30) })
        {
            var step = new Recorded(StepNames.Route);
            var clock = Host.DemoClock.From(TimeProvider.System.GetUtcNow() + story);
            await world.Run(schedule, [step], _ => step.Ran.Task.WaitAsync(TimeSpan.FromSeconds(30)), clock);
            Assert.Same(clock, world.Clock); // the desk's pages keep the story's
        }
    }

    [Fact]
    public async Task What_was_missed_while_the_server_was_down_is_made_up_once_where_the_schedule_says_so()
    {
        using var world = new SchedulerWorld();
        var schedule = new Schedules(Shanghai, [
            new(StepNames.Route, "0 0 2 1 1 ?", true, "x"), new(StepNames.Mirror, "0 0 3 1 1 ?", false, "x"), new(StepNames.Sweep, "0 0 4 1 1 ?", true, "x")]);
        await world.Run(schedule, [], _ => Task.CompletedTask);
        Assert.Equal(3, world.Count("SELECT count(*) FROM QRTZ_TRIGGERS"));
        // A thousand days with nobody there: several yearly firings have passed. (Times are ticks.)
        world.Execute("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = NEXT_FIRE_TIME - 1000 * 864000000000");
        await world.Run(schedule with { Steps = [schedule.Steps[1], schedule.Steps[2]] },
            [new Recorded(StepNames.Mirror), new Recorded(StepNames.Sweep)], _ => Task.Delay(4_000));
        Assert.Equal(1, world.Count("SELECT count(*) FROM job_run WHERE job = 'sweep' AND outcome = 'DONE'"));
        Assert.Equal(0, world.Count("SELECT count(*) FROM job_run WHERE job = 'mirror'"));
        Assert.Equal(0, world.Count("SELECT count(*) FROM QRTZ_TRIGGERS WHERE TRIGGER_NAME = 'route'"));
    }

    [Fact]
    public async Task A_pause_and_who_made_it_outlive_a_restart_and_a_changed_time()
    {
        using var world = new SchedulerWorld();
        var schedule = new Schedules(Shanghai, [new(StepNames.Route, "0 0 3 * * ?", true, "x")]);
        await world.Run(schedule, [], s => s.PauseTriggerWith(new TriggerKey(StepNames.Route), new PauseDetails { RequestedBy = "admin" }).AsTask());
        foreach (var cron in new[] { "0 0 3 * * ?", "0 0 4 * * ?" })
            await world.Run(schedule with { Steps = [schedule.Steps[0] with { Cron = cron }] }, [], async s =>
            {
                Assert.Equal(TriggerState.Paused, await s.GetTriggerState(new TriggerKey(StepNames.Route)));
                Assert.Equal("admin", (await s.GetTriggerPause(new TriggerKey(StepNames.Route)))!.RequestedBy);
                Assert.Equal(cron, ((ICronTrigger)(await s.GetTrigger(new TriggerKey(StepNames.Route)))!).CronExpressionString);
            });
    }

    [Fact]
    public async Task A_trigger_of_working_days_skips_the_holiday_and_fires_on_the_make_up_sunday()
    {
        using var world = new SchedulerWorld();
        var schedule = new Schedules(Shanghai, [new(StepNames.Weekly, "0 30 7 * * ?", true, "x", WorkingDaysOnly: true)]);
        await world.Run(schedule, [], async scheduler =>
        {
            var calendar = (await scheduler.GetCalendar(WorkdayCalendar.Name))!;
            bool Works(int month, int day) => calendar.IsTimeIncluded(new DateTimeOffset(2026, month, day, 7, 30, 0, TimeSpan.FromHours(8)));
            Assert.False(Works(10, 1));   // National Day
            Assert.False(Works(10, 2));
            Assert.True(Works(9, 20));    // Sunday, worked for the holiday
            Assert.False(Works(9, 19));   // Saturday
            Assert.True(Works(9, 21));
            Assert.Equal(WorkdayCalendar.Name, (await scheduler.GetTrigger(new TriggerKey(StepNames.Weekly)))!.CalendarName);
        });
    }

    [Fact]
    public async Task A_running_step_tells_how_far_it_is_and_stops_when_somebody_asks()
    {
        using var world = new SchedulerWorld();
        var step = new Endless();
        var schedule = new Schedules(Shanghai, [new(StepNames.Ingest, "0 0 3 1 1 ? 2099", true, "x")]);
        await world.Run(schedule, [step], async scheduler =>
        {
            await scheduler.TriggerJob(new JobKey(StepNames.Ingest), new JobDataMap { [StepJob.AskedBy] = "admin" });
            await step.Begun.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await world.Until(async () => (await world.Room.JobRuns.FindAsync(1))!.Value is { Run: { Share: 0.25, Doing: "file 1" }, Lines.Count: 1 });
            Assert.True(await world.Room.JobRuns.AskStopAsync(1, "admin"));
            await world.Until(async () => (await world.Room.JobRuns.FindAsync(1))!.Value.Run.Outcome == JobOutcome.Cancelled);
        });
        Assert.False(await world.Room.JobRuns.AskStopAsync(1, "admin"));
    }

    [Fact]
    public async Task A_run_that_the_servers_end_stopped_is_run_again_at_the_next_start()
    {
        using var world = new SchedulerWorld();
        var schedule = new Schedules(Shanghai, [new(StepNames.Ingest, "0/3 * * * * ?", true, "x")]);
        var step = new Endless();
        await world.Run(schedule, [step], _ => step.Begun.Task.WaitAsync(TimeSpan.FromSeconds(20)));
        var stopped = (await world.Room.JobRuns.FindAsync(1))!.Value.Run;
        Assert.Equal(JobOutcome.Cancelled, stopped.Outcome);
        var again = new Recorded(StepNames.Ingest);
        await world.Run(schedule, [again], _ => world.Until(() => Task.FromResult(Again() > 0)));
        Assert.Equal(1, Again());

        int Again() => world.Count($"SELECT count(*) FROM job_run WHERE outcome = 'DONE' AND scheduled_utc = (SELECT scheduled_utc FROM job_run WHERE id = {stopped.Id})");
    }

    [Fact]
    public async Task One_firing_is_claimed_once_and_a_run_without_an_end_is_written_off_by_the_next()
    {
        using var world = new SchedulerWorld();
        var at = new DateTime(2026, 11, 16, 2, 0, 0);
        Assert.Equal(1, await world.Room.JobRuns.StartAsync("route", at, "a", null));
        var second = await world.Room.JobRuns.StartAsync("route", at, "b", null);
        Assert.NotNull(second);     // the first never ended: it is dead
        Assert.Equal(JobOutcome.Died, (await world.Room.JobRuns.FindAsync(1))!.Value.Run.Outcome);
        await world.Room.JobRuns.EndAsync(second.Value, JobOutcome.Done, "", []);
        Assert.Null(await world.Room.JobRuns.StartAsync("route", at, "a", null));
        Assert.NotNull(await world.Room.JobRuns.StartAsync("mirror", at, "a", null));
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

    private sealed class Endless : IStep
    {
        public string Name => StepNames.Ingest;

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Run(CancellationToken cancellation) => throw new NotSupportedException();

        public async Task<string> Run(StepReport report, CancellationToken cancellation)
        {
            report.At(0.25, "file 1");
            report.Say("began");
            Begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return "";
        }
    }
}
