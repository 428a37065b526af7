using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Alerts;
using QualityInsight.Jobs.Scheduled;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>An alert's life, with a clock that is moved, on a real operations store.</summary>
public sealed class AlertTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly MovedClock _clock = new(new(2026, 11, 16, 2, 0, 0, TimeSpan.Zero));
    private readonly FeedbackRoom _room;
    private static readonly AlertTerms Terms = new("feed_silent", "静默", "silent", "联系", "ask", TimeSpan.FromHours(24), [Role.Analyst]);
    private static readonly AlertSighting Seen = new("kiosk", "没有数据", "no data");

    public AlertTests()
    {
        _room = FeedbackRoom.OpenAsync(OperationsStore.Sqlite(_folder.File("operations.db")), _clock).GetAwaiter().GetResult();
        _room.Accounts.CreateWithHashAsync([
            new("analyst", "吴分析", [Role.Analyst], null, [Accounts.Everything]), new("admin", "钱管理", [Role.Administrator], null, [Accounts.Everything])],
            Passwords.Hash("correct horse battery")).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task It_is_raised_told_again_after_its_time_and_recovered()
    {
        Assert.Equal([(AlertKind.Raised, true)], await See(Seen));
        _clock.Move(TimeSpan.FromHours(23));
        Assert.Empty(await See(Seen));
        _clock.Move(TimeSpan.FromHours(2));
        Assert.Equal([(AlertKind.Renotified, true)], await See(Seen));
        _clock.Move(TimeSpan.FromHours(1));
        Assert.Equal([(AlertKind.Recovered, true)], await See());
        Assert.Empty(await See());
        Assert.Equal([(AlertKind.Raised, true)], await See(Seen));
        var letters = await Letters();
        Assert.Equal(4, letters.Count);
        Assert.All(letters, l => Assert.Equal(("user:analyst", AlertLog.MessageKind), (l.Recipient, l.Kind)));
        Assert.Equal(4, letters.Select(l => l.DedupeKey).Distinct().Count());
    }

    [Fact]
    public async Task While_it_is_muted_nobody_is_told_and_the_record_goes_on()
    {
        await _room.Alerts.MuteAsync("feed_silent", "kiosk", TimeSpan.FromHours(48), "设备检修", "admin");
        Assert.Equal([(AlertKind.Raised, false)], await See(Seen));
        _clock.Move(TimeSpan.FromHours(47));
        Assert.Empty(await See(Seen));
        Assert.Empty(await Letters());
        var state = Assert.Single(await _room.Alerts.StatesAsync());
        Assert.Equal((true, "admin", "设备检修", null), (state.IsOpen, state.MutedBy, state.MuteReason, state.ToldUtc));
        // The mute ends while it is still so: now they are told.
        _clock.Move(TimeSpan.FromHours(2));
        Assert.Equal([(AlertKind.Renotified, true)], await See(Seen));
        Assert.Single(await Letters());
    }

    [Fact]
    public async Task A_mute_of_the_whole_alert_holds_for_every_subject_until_it_is_taken_back()
    {
        await _room.Alerts.MuteAsync("feed_silent", "", TimeSpan.FromDays(7), "系统割接", "admin");
        Assert.Equal([(AlertKind.Raised, false), (AlertKind.Raised, false)], await See(Seen, Seen with { Subject = "pad" }));
        await _room.Alerts.UnmuteAsync("feed_silent", "", "admin");
        _clock.Move(TimeSpan.FromMinutes(5));
        Assert.Equal([(AlertKind.Renotified, true), (AlertKind.Renotified, true)], await See(Seen, Seen with { Subject = "pad" }));
    }

    [Fact]
    public async Task A_mute_needs_a_reason() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _room.Alerts.MuteAsync("feed_silent", "", TimeSpan.FromHours(1), " ", "admin"));

    [Fact]
    public async Task Two_that_look_at_once_tell_it_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _room.Alerts.SeeAsync(Terms, [Seen]))));
        Assert.Single(all, steps => steps.Count > 0);
        Assert.Single(await Letters());
    }

    [PostgresFact]
    public async Task Two_servers_that_look_at_once_tell_it_once()
    {
        using var server = new PostgresServer();
        using var one = await FeedbackRoom.OpenAsync(OperationsStore.Postgres(server.ConnectionString), _clock);
        using var two = await FeedbackRoom.OpenAsync(OperationsStore.Postgres(server.ConnectionString), _clock);
        await one.Accounts.CreateWithHashAsync([new("analyst", "吴分析", [Role.Analyst], null, [Accounts.Everything])], Passwords.Hash("correct horse battery"));
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Alerts.SeeAsync(Terms, [Seen]))));
        Assert.Single(all, steps => steps.Count > 0);
        await using var db = one.Store.Open();
        Assert.Single(db.Outbox);
    }

    [Fact]
    public void Every_shipped_alert_is_whole_and_its_query_says_its_grain()
    {
        var all = AlertDefinition.LoadAll();
        Assert.True(all.Count >= 9);
        Assert.All(all, a => Assert.StartsWith("-- Grain:", a.Sql, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failed_a_late_and_a_full_pipeline_are_seen_and_a_paused_step_is_not_late()
    {
        var facts = new PipelineFacts(_clock.GetUtcNow().UtcDateTime, [
            new("ingest", new(2026, 11, 16, 1, 0, 0), JobOutcome.Failed, "IOException: x", 2, new(2026, 11, 16, 1, 5, 0), 55, false),
            new("weekly", new(2026, 11, 9, 1, 0, 0), JobOutcome.Done, "", 0, new(2026, 11, 16, 0, 0, 0), 120, true)],
            [("/data", 1L << 30, 0.5)], 10, 4, 90, 3, 1, 5);
        using var scratch = new Warehouse.Scratch();
        using var session = scratch.OpenSession();
        facts.Write(session);
        var seen = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var alert in AlertDefinition.LoadAll().Where(a => a.Over == AlertGround.Pipeline))
        {
            var arguments = new Warehouse.SqlArguments();
            foreach (var (name, value) in alert.Values)
                arguments[name] = value;
            seen[alert.Id] = session.Query(alert.Sql, r => r.Text("subject"), arguments);
        }
        Assert.Equal(["ingest"], seen["job_failed"]);
        Assert.Equal(["ingest"], seen["job_late"]);
        Assert.Equal(["/data"], seen["disk_low"]);
        Assert.Equal(["case_event"], seen["mirror_behind"]);
        Assert.Equal(["outbox"], seen["outbox_dead"]);
    }

    [Fact]
    public void A_step_is_late_when_its_firing_passed_and_not_while_it_runs()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var schedule = new Schedule("route", "0 0/10 * * * ?", true, "x");
        JobRunRow Run(string? outcome) => new() { Job = "route", StartedUtc = new(2026, 11, 16, 1, 0, 0), Outcome = outcome };
        var now = new DateTime(2026, 11, 16, 2, 0, 0);
        Assert.Equal(50, PipelineFacts.Of(schedule, [Run(JobOutcome.Done)], zone, false, now).LateMinutes);
        Assert.Equal(0, PipelineFacts.Of(schedule, [Run(null)], zone, false, now).LateMinutes);
        Assert.Equal(2, PipelineFacts.Of(schedule, [Run(JobOutcome.Failed), Run(JobOutcome.Cancelled), Run(JobOutcome.Died), Run(JobOutcome.Done)], zone, false, now).FailedInRow);
    }

    public void Dispose()
    {
        _room.Dispose();
        _folder.Dispose();
    }

    private async Task<List<(string Kind, bool Tell)>> See(params AlertSighting[] seen) =>
        [.. (await _room.Alerts.SeeAsync(Terms, seen)).Select(s => (s.Kind, s.Tell))];

    private async Task<List<OutboxRow>> Letters()
    {
        await using var db = _room.Store.Open();
        return [.. db.Outbox.OrderBy(o => o.Id)];
    }

    private sealed class MovedClock(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset _now = now;

        public void Move(TimeSpan by) => _now += by;

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
