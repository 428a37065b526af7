using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

public sealed class DeskTests
{
    [Fact]
    public async Task A_case_is_carried_from_review_to_end_through_the_desk()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.AddUserAsync(Make.Handler);
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Leader, new AssignHandler("handler"));
        await w.DoAsync(no, Make.Handler, new AcceptCase());
        await w.DoAsync(no, Make.Handler, new RecordCallback(CallbackOutcome.Reached, Make.At("2026-11-16 10:00"), 60, "已联系"));
        await w.DoAsync(no, Make.Handler, new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyNow, "属实"));
        await w.DoAsync(no, Make.Handler, new RecordRectification("增开窗口", Make.At("2026-11-16 10:00")));
        await w.DoAsync(no, Make.Handler, new SubmitFeedback("已增开窗口"));
        await w.DoAsync(no, Make.Clerk, new JudgeFeedback(true));
        var done = await w.DoAsync(no, Actor.Reviewer, new RateRectification(Satisfaction.Satisfied));
        Assert.Equal(CaseState.Closed, done.Events[^1].To);
        var page = await w.Room.Desk.CaseAsync(no, Make.Clerk);
        Assert.Equal(page!.Case.Seq, page.Events.Count);
        Assert.Equal(page.View, (await w.Room.Desk.QueueAsync(new() { View = QueueView.Done }, Make.Clerk)).Rows.Single());
        Assert.Equal("handler", page.Case.HandlerId);
    }

    [Fact]
    public async Task A_stale_command_is_refused_with_what_happened_meanwhile()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        var seen = (await w.Room.Desk.CaseAsync(no, Make.Handler))!.Case.Seq;
        await w.DoAsync(no, Make.Clerk, new AddNote("请尽快"));
        var result = await w.Room.Desk.ExecuteAsync(no, seen, new AcceptCase(), Make.Handler);
        Assert.Equal("STALE", result.Refusal!.Key);
        Assert.Equal("请尽快", ((NoteAdded)Assert.Single(result.Meanwhile).Data).Text);
    }

    [Fact]
    public async Task Of_many_who_act_at_once_one_succeeds_and_nothing_is_lost()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        using var other = await w.OpenAgainAsync();
        for (var round = 0; round < 5; round++)
        {
            var seq = (await w.Room.Desk.CaseAsync(no, Make.Clerk))!.Case.Seq;
            var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
                Task.Run(() => (i % 2 == 0 ? w.Room : other).Desk.ExecuteAsync(no, seq, new AddNote($"{round}/{i}"), Make.Clerk))));
            Assert.Single(results, r => r.Done);
            Assert.All(results.Where(r => !r.Done), r => Assert.Equal("STALE", r.Refusal!.Key));
        }
        Assert.Equal(5, w.Scalar<int>("SELECT count(*) FROM case_event WHERE event_type = 'NoteAdded'"));
    }

    [Fact]
    public async Task Nobody_sees_or_touches_a_case_outside_the_scope()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        await w.RouteAsync(Make.Review("R-8", org: null), Make.Review("R-9", org: null));
        var stranger = Make.Actor("x", "ORG-2", Role.Handler, Role.IntakeClerk) with { Scope = OrgScope.Only(["ORG-2"]) };
        Assert.Null(await w.Room.Desk.CaseAsync(no, stranger));
        Assert.Equal("NO_SUCH_CASE", (await w.Room.Desk.ExecuteAsync(no, 1, new AddNote("x"), stranger)).Refusal!.Key);
        var queue = await w.Room.Desk.QueueAsync(new() { View = QueueView.All }, stranger);
        Assert.Equal((0, 0), (queue.Total, queue.Counts[QueueView.All]));
        Assert.Equal(1, (await w.Room.Desk.QueueAsync(new(), stranger with { Scope = OrgScope.Only(["ORG-1"]) })).Total);
    }

    [Fact]
    public async Task The_rated_person_is_not_shown_who_rated()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        var rated = Make.Handler with { StaffCode = "S-9" };
        var page = (await w.Room.Desk.CaseAsync(no, rated))!;
        Assert.Null(page.Case.Review!.PersonHash);
        Assert.Null(page.View.TicketNo);
        Assert.Null(((CaseOpened)page.Events[0].Data).Review.PersonHash);
        var line = Assert.Single((await w.Room.Desk.QueueAsync(new() { View = QueueView.All }, rated)).Rows);
        DateTime[] times =
        [
            page.Case.Review.ReviewedAt, page.View.ReviewedAt, line.ReviewedAt, ((CaseOpened)page.Events[0].Data).Review.ReviewedAt,
            page.View.OpenedAt, page.View.UpdatedAt, line.OpenedAt, line.UpdatedAt, .. page.Events.SelectMany(e => new[] { e.At, e.RecordedUtc }),
        ];
        Assert.All(times, at => Assert.Equal(TimeSpan.Zero, at.TimeOfDay));
        Assert.Empty(page.Deadlines);
        Assert.DoesNotContain(page.Events, e => e.Data is DeadlineSet);
        Assert.Equal((null, null, null), (page.View.DueAt, line.DueAt, page.Remaining));
        var seen = (await w.Room.Desk.CaseAsync(no, Make.Handler))!;
        Assert.NotEmpty(seen.Deadlines);
        Assert.Contains(seen.Events, e => e.Data is DeadlineSet);
        Assert.NotEqual(TimeSpan.Zero, seen.View.OpenedAt.TimeOfDay);
        var other = (await w.Room.Desk.CaseAsync(no, Make.Handler))!.Case.Review!;
        Assert.NotNull(other.PersonHash);
        Assert.NotEqual(TimeSpan.Zero, other.ReviewedAt.TimeOfDay);
    }

    [Fact]
    public async Task The_views_of_the_queue_hold_what_they_say()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.AddUserAsync(Make.Handler);
        await w.RouteAsync(Make.Review("R-1"), Make.Review("R-2") with { Level = 2 }, Make.Review("R-3", org: "ORG-2"), Make.Review("R-4", org: null), Make.Review("R-5"));
        const string one = "HC-20261116-00001", five = "HC-20261116-00005";
        await w.DoAsync(one, Make.Leader, new AssignHandler("handler"));
        await w.DoAsync(five, Make.Handler, new RequestReturn("不是我们"));
        w.Time.Set("2026-11-17 09:00");
        Assert.Equal(["HC-20261116-00001"], await Numbers(w, new() { View = QueueView.Mine }, Make.Handler));
        Assert.Equal(3, (await Numbers(w, new() { View = QueueView.MyUnit }, Make.Handler)).Count);
        Assert.Equal(["HC-20261116-00004"], await Numbers(w, new() { View = QueueView.Unassigned }, Make.Clerk));
        Assert.Equal(2, (await Numbers(w, new() { View = QueueView.Unassigned }, Make.Leader with { Scope = OrgScope.Only(["ORG-1"]) })).Count);
        Assert.Equal(4, (await Numbers(w, new() { View = QueueView.DueToday }, Make.Clerk)).Count);
        Assert.Equal(["HC-20261116-00004"], await Numbers(w, new() { View = QueueView.Overdue }, Make.Clerk));
        Assert.Equal([five], await Numbers(w, new() { View = QueueView.WaitingForApproval }, Make.Clerk));
        Assert.Empty(await Numbers(w, new() { View = QueueView.WaitingForApproval }, Make.Leader));
        w.Time.Set("2026-11-17 17:31");
        Assert.Equal(5, (await Numbers(w, new() { View = QueueView.Overdue }, Make.Clerk)).Count);
        var page = await w.Room.Desk.QueueAsync(new() { View = QueueView.Open, PageSize = 2, Page = 2, Sort = QueueSort.CaseNo }, Make.Clerk);
        Assert.Equal((5, 2), (page.Total, page.Rows.Count));
        foreach (var (view, n) in page.Counts)
            Assert.Equal((await w.Room.Desk.QueueAsync(new() { View = view }, Make.Clerk)).Total, n);
    }

    [Fact]
    public async Task The_queue_filters_searches_and_sorts()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.RouteAsync(
            Make.Review("R-1") with { TextMasked = "等了两个小时，100% 没人理" }, Make.Review("R-2") with { Level = 2, HallCode = "H2" },
            Make.Review("R-3", org: "ORG-2") with { ItemName = "Passport renewal", Labels = ["P10", "P01"] });
        Assert.Equal(["HC-20261116-00001"], await Numbers(w, new() { Text = "两个小时" }, Make.Clerk));
        Assert.Equal(["HC-20261116-00001"], await Numbers(w, new() { Text = "100% 小时" }, Make.Clerk));
        Assert.Empty(await Numbers(w, new() { Text = "1_0%" }, Make.Clerk)); // taken literally
        Assert.Equal(["HC-20261116-00003"], await Numbers(w, new() { Text = "PASSPORT" }, Make.Clerk));
        Assert.Equal(["HC-20261116-00003"], await Numbers(w, new() { Label = "P01" }, Make.Clerk));
        Assert.Equal(["HC-20261116-00002"], await Numbers(w, new() { HallCode = "H2" }, Make.Clerk));
        Assert.Equal(["HC-20261116-00002"], await Numbers(w, new() { Level = 2 }, Make.Clerk));
        Assert.Equal(["HC-20261116-00003"], await Numbers(w, new() { OrgCode = "ORG-2" }, Make.Clerk));
        Assert.Equal(3, (await Numbers(w, new() { State = CaseState.Dispatched, From = new(2026, 11, 16), To = new(2026, 11, 16) }, Make.Clerk)).Count);
        Assert.Empty(await Numbers(w, new() { From = new(2026, 11, 17) }, Make.Clerk));
        Assert.Empty(await Numbers(w, new() { Text = "'; DROP TABLE case_view; --" }, Make.Clerk));
        foreach (var sort in Enum.GetValues<QueueSort>())
        {
            Assert.Equal(3, (await Numbers(w, new() { Sort = sort }, Make.Clerk)).Count);
            Assert.Equal(3, (await Numbers(w, new() { Sort = sort, Descending = true }, Make.Clerk)).Count);
        }
        Assert.Equal("HC-20261116-00003", (await Numbers(w, new() { Sort = QueueSort.CaseNo, Descending = true }, Make.Clerk))[0]);
    }

    [Fact]
    public async Task The_case_page_tells_the_deadlines_story_and_the_time_left()
    {
        using var w = await StoreWorld.OpenAsync();
        var page = (await w.Room.Desk.CaseAsync(await w.OneCaseAsync(), Make.Handler))!;
        Assert.Equal(new RemainingTime(false, 1, new(6, 0, 0)), page.Remaining);
        Assert.Equal(4, page.Deadlines.Count);
        Assert.All(page.Deadlines, d => Assert.Contains(d.Deadline.DueAt.ToString("yyyy-MM-dd"), d.Story[^1].Zh));
    }

    [Fact]
    public async Task The_projection_made_anew_from_events_is_the_one_that_was_kept()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.RouteAsync(Enumerable.Range(0, 30).Select(i => Make.Review($"R-{i}")).ToArray());
        await w.DoAsync("HC-20261116-00003", Make.Handler, new AcceptCase());
        w.Time.Set("2026-11-25 10:00");
        await w.Room.Sweep.RunAsync();
        var kept = await Views(w);
        Assert.Equal(30, await Projection.RebuildAsync(w.Room.Store));
        Assert.Equal(kept, await Views(w));
        w.Scalar<int>("UPDATE case_view SET state = 'CLOSED', search_text = '' WHERE case_no LIKE '%7'; SELECT 1");
        Assert.NotEqual(kept, await Views(w));
        await Projection.RebuildAsync(w.Room.Store);
        Assert.Equal(kept, await Views(w));
        Assert.NotEmpty((await w.Room.Desk.QueueAsync(new() { Text = "排队" }, Make.Clerk)).Rows);
    }

    [Fact]
    public async Task The_sweep_cards_each_case_once_and_a_loaded_year_sets_deadlines_again()
    {
        using var w = await StoreWorld.OpenAsync("2026-12-28 10:00");
        await w.RouteAsync(Make.Review("R-1", at: "2026-12-28 09:00"));
        Assert.Equal(1, (await w.Room.Desk.QueueAsync(new() { View = QueueView.Provisional }, Make.Clerk)).Total);
        w.Time.Set("2026-12-30 10:00");
        Assert.Equal(1, (await w.Room.Sweep.RunAsync()).Moved);
        Assert.Equal(0, (await w.Room.Sweep.RunAsync()).Moved);
        await w.Room.Rules.LoadCalendarAsync(CalendarData.Parse("""{"region":"CN","years":[{"year":2027,"papers":["x"]}],"days":[{"date":"2027-01-01","name":"元旦","off":true},{"date":"2027-01-04","name":"元旦","off":true}]}"""));
        var report = await w.Room.Sweep.RecomputeAsync();
        Assert.Equal((1, 1), (report.Moved, report.Events));
        var page = (await w.Room.Desk.CaseAsync("HC-20261228-00001", Make.Clerk))!;
        Assert.Equal(Make.At("2027-01-06 17:30"), page.Case.Deadlines[DeadlineStep.Rectify].DueAt);
        Assert.False(page.View.IsProvisional);
    }

    [Fact]
    public async Task Events_cannot_be_changed_or_removed_even_by_hand()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.OneCaseAsync();
        Assert.Contains("never changed", Assert.ThrowsAny<Exception>(() => w.Scalar<int>("UPDATE case_event SET at = '2000-01-01'; SELECT 1")).Message);
        Assert.Contains(TestStore.IsSqlite ? "never removed" : "never changed", Assert.ThrowsAny<Exception>(() => w.Scalar<int>("DELETE FROM case_event; SELECT 1")).Message);
    }

    [Fact]
    public async Task The_store_is_durable_and_opens_again_as_it_was()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.OneCaseAsync();
        if (TestStore.IsSqlite)
        {
            Assert.Equal("wal", w.Scalar<string>("PRAGMA journal_mode"));
            await using var db = w.Room.Store.Open();
            await db.Database.OpenConnectionAsync();
            Assert.Equal(2, (await db.Database.SqlQuery<int>($"SELECT synchronous AS \"Value\" FROM pragma_synchronous").ToListAsync())[0]); // FULL
        }
        using var again = await w.OpenAgainAsync();
        Assert.Equal(1, (await again.Desk.QueueAsync(new(), Make.Clerk)).Total);
        w.Scalar<int>("INSERT INTO schema_version VALUES (9999, 'later'); SELECT 1");
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => w.OpenAgainAsync());
        Assert.Contains("newer program", e.Message);
    }

    private static async Task<List<string>> Numbers(StoreWorld w, QueueQuery query, Actor actor) =>
        [.. (await w.Room.Desk.QueueAsync(query, actor)).Rows.Select(r => r.CaseNo)];

    private static async Task<List<CaseView>> Views(StoreWorld w)
    {
        await using var db = w.Room.Store.Open();
        return await db.Views.AsNoTracking().OrderBy(v => v.CaseNo).ToListAsync();
    }
}
