using System.Text.Json;

namespace QualityInsight.Feedback.Tests;

public sealed class MirrorTests
{
    [Fact]
    public async Task Every_event_is_mirrored_once_also_where_the_sink_fails_in_between()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.RouteAsync(Enumerable.Range(0, 20).Select(i => Make.Review($"R-{i}")).ToArray());
        var sink = new Sink { FailsAfter = 1 };
        Assert.Equal(w.Scalar<long>("SELECT count(*) FROM case_event"), await w.Room.Mirror.RunAsync(sink));
        await w.DoAsync("HC-20261116-00001", Make.Handler, new AcceptCase());
        sink.FailsBefore = true;
        await Assert.ThrowsAsync<IOException>(() => w.Room.Mirror.RunAsync(sink));
        sink.FailsBefore = false;
        Assert.Equal(2, await w.Room.Mirror.RunAsync(sink));
        Assert.Equal(0, await w.Room.Mirror.RunAsync(sink));
        Assert.Equal(Enumerable.Range(1, sink.Events.Count).Select(i => (long)i), sink.Events.Select(e => e.Position));
        Assert.Equal(w.Scalar<int>("SELECT count(*) FROM case_event"), sink.Events.Count);
    }

    [Fact]
    public async Task The_mirror_holds_what_metrics_need_and_nothing_people_typed()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Handler, new AcceptCase());
        w.Time.Set("2026-11-16 11:00");
        await w.DoAsync(no, Make.Handler, new RecordCallback(CallbackOutcome.Reached, Make.At("2026-11-16 10:30"), 95, "王女士说 13812345678"));
        await w.DoAsync(no, Make.Handler, new RecordVerification(
            VerificationOutcome.Substantiated, Branch.RectifyByLedger, "情况属实", new("王主任增开窗口", "王主任", new(2026, 12, 1))));
        var sink = new Sink();
        await w.Room.Mirror.RunAsync(sink);
        Assert.DoesNotContain(sink.Events, e => e.Data.Contains("王") || e.Data.Contains("1381") || e.Data.Contains("情况属实") || e.Data.Contains("态度不好"));
        var call = JsonDocument.Parse(sink.Events.Single(e => e.EventType == "CallbackAttempted").Data).RootElement;
        Assert.Equal(("REACHED", 95), (call.GetProperty("outcome").GetString(), call.GetProperty("durationSeconds").GetInt32()));
        var verified = sink.Events.Single(e => e.EventType == "CaseVerified");
        Assert.Equal(("VERIFYING", "RECTIFYING", "HANDLER", "ORG-1", "R-1"), (verified.FromState, verified.ToState, verified.ActorRole, verified.OrgCode, verified.ReviewNo));
        Assert.Equal("RECTIFY_BY_LEDGER", JsonDocument.Parse(verified.Data).RootElement.GetProperty("branch").GetString());
        Assert.All(sink.Events, e => Assert.Equal(e.EventType == "DeadlineSet", e.DueAt is not null));
        Assert.False(JsonDocument.Parse(verified.Data).RootElement.TryGetProperty("typeName", out _));
    }

    [Fact]
    public async Task Entries_of_the_fallback_register_are_mirrored_with_the_names_their_metrics_read()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Supervisor, new TakeIntoFallback("王女士的材料跨省"));
        w.Time.Set("2026-11-18 10:00");
        await w.DoAsync(no, Make.Supervisor, new EndFallback(FallbackOutcome.Unsolved, "外省未开放"));
        var sink = new Sink();
        await w.Room.Mirror.RunAsync(sink);
        // As in analytics/models/fallback_entry.sql; the golden cases of the metrics are written the same.
        Assert.Equal("""{"entryNo":1,"origin":"ENTERED"}""", sink.Events.Single(e => e.EventType == "FallbackTaken").Data);
        Assert.Equal("""{"entryNo":1,"outcome":"UNSOLVED","workingDays":2}""", sink.Events.Single(e => e.EventType == "FallbackEnded").Data);
    }

    [Fact]
    public async Task A_sink_of_another_store_is_refused()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.OneCaseAsync();
        await w.Room.Mirror.RunAsync(new Sink());
        var foreign = new Sink { Start = -5 };
        Assert.Contains("another store", (await Assert.ThrowsAsync<InvalidOperationException>(() => w.Room.Mirror.RunAsync(foreign))).Message);
    }

    private sealed class Sink : ICaseEventSink
    {
        internal List<MirroredEvent> Events { get; } = [];
        internal long Start { get; init; }
        internal int FailsAfter { get; init; }
        internal bool FailsBefore { get; set; }

        public Task<long> PositionAsync(CancellationToken cancel) => Task.FromResult(Events.Count == 0 ? Start : Events[^1].Position);

        public Task AppendAsync(IReadOnlyList<MirroredEvent> events, CancellationToken cancel)
        {
            if (FailsBefore)
                throw new IOException("the warehouse is away");
            Events.AddRange(events);
            return Task.CompletedTask;
        }
    }
}
