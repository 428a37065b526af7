using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

public sealed class QueueBoardTests
{
    private static readonly Actor[] Viewers =
    [
        Make.Clerk, Make.Handler, Make.Leader, Make.Judge, Make.Supervisor, Make.Clerk with { OrgCode = null },
        Make.Leader with { Scope = OrgScope.Only(["ORG-1"]) }, Make.Handler with { OrgCode = "ORG-2", Scope = OrgScope.Only(["ORG-2", "ORG-3"]) },
    ];

    [Fact]
    public async Task Counters_and_lists_say_what_the_projection_says_whatever_happens()
    {
        using var w = await StoreWorld.OpenAsync("2026-12-21 10:00");
        using var other = await w.OpenAgainAsync();
        await w.AddUserAsync(Make.Handler);
        await w.AddUserAsync(Make.Handler with { UserId = "handler-2" });
        var random = new Random(7);
        var actors = new[] { Actor.Reviewer, Make.Clerk, Make.Handler, Make.Leader, Make.Judge, Make.Supervisor, Actor.System };
        for (var round = 0; round < 9; round++)
        {
            var at = w.Time.GetUtcNow().AddHours(8).DateTime;
            await w.RouteAsync([.. Enumerable.Range(0, 40 * (round + 1)).Select(i => Make.Review($"R-{i}", org: (i % 4) switch { 0 => null, var n => $"ORG-{n}" }, named: i % 5 != 0, at: "2026-12-21 09:00"))]);
            var numbers = (await w.Room.Desk.QueueAsync(new() { View = QueueView.All, PageSize = 500 }, Make.Clerk)).Rows;
            foreach (var view in numbers.Where(v => v.OrgCode == "ORG-1").OrderBy(v => v.CaseNo).Take(25))
            {
                var (actor, command) = NextStep(view, at);
                await (random.Next(2) == 0 ? w.Room : other).Desk.ExecuteAsync(view.CaseNo, view.Seq, command, actor);
            }
            foreach (var view in numbers.OrderBy(_ => random.Next()).Take(30))
                await (random.Next(2) == 0 ? w.Room : other).Desk.ExecuteAsync(view.CaseNo, view.Seq, Command(random), actors[random.Next(actors.Length)]);
            if (round % 3 == 2)
                await (random.Next(2) == 0 ? w.Room : other).Sweep.RunAsync();
            await CompareAsync(w.Room, w.Time);
            w.Time.Set(at.AddHours(17).ToString("yyyy-MM-dd HH:mm"));
        }
        Assert.True((await w.Room.Desk.CountAsync(Make.Handler with { OrgCode = "ORG-2" }))[QueueView.Support] > 0, "nobody supports a case: the test shows too little");
        Assert.True((await w.Room.Desk.CountAsync(Make.Clerk))[QueueView.Done] > 0, "no case ended: the test shows too little");
    }

    /// <summary>Every counter and every list against the rule as the engine runs it over the whole table.</summary>
    private static async Task CompareAsync(FeedbackRoom room, TimeProvider time)
    {
        var now = room.Rules.Now(await room.Rules.InForceAsync(DateOnly.FromDateTime(time.GetUtcNow().DateTime)));
        await using var db = room.Store.Open();
        foreach (var actor in Viewers)
        {
            var counts = await room.Desk.CountAsync(actor);
            foreach (var view in Enum.GetValues<QueueView>())
            {
                var rows = db.Views.AsNoTracking().Where(QueueViews.Of(view, Viewer.Of(actor, now)));
                // A supporting unit sees another's case for its own task's sake, wherever the case is.
                if (!actor.Scope.IsAll && view != QueueView.Support)
                {
                    var orgs = actor.Scope.Orgs;
                    rows = rows.Where(v => v.OrgCode != null && orgs.Contains(v.OrgCode));
                }
                var expected = await rows.OrderBy(v => v.CaseNo).Select(v => v.CaseNo).ToListAsync();
                var page = await room.Desk.QueueAsync(new() { View = view, Sort = QueueSort.CaseNo, PageSize = 500 }, actor);
                Assert.Equal(expected.Take(500), page.Rows.Select(r => r.CaseNo));
                Assert.Equal((view, expected.Count), (view, counts[view]));
                Assert.Equal((view, expected.Count), (view, page.Total));
                Assert.Equal(expected.Count, page.Counts[view]);
            }
        }
    }

    [Fact]
    public async Task Filters_mean_the_same_in_memory_and_in_the_engine()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.AddUserAsync(Make.Handler);
        await w.RouteAsync([.. Enumerable.Range(0, 60).Select(i => Make.Review($"R-{i}", named: i % 3 != 0) with
        {
            Level = 1 + (i % 2), HallCode = $"H{i % 3}", CounterCode = $"W{i % 4}", ItemCode = $"I{i % 5}", Channel = i % 2 == 0 ? "QR" : "PC", Labels = i % 4 == 0 ? ["P01", "P03"] : ["P13"],
        })]);
        await w.DoAsync("HC-20261116-00002", Make.Leader, new AssignHandler("handler"));
        w.Time.Set("2026-11-17 17:31");
        await w.Room.Sweep.RunAsync();
        QueueQuery[] queries =
        [
            new() { OrgCode = "ORG-1" }, new() { HallCode = "H1" }, new() { CounterCode = "W2" }, new() { ItemCode = "I4" }, new() { TicketNo = "T-R-7" },
            new() { Level = 2 }, new() { State = CaseState.Dispatched }, new() { Label = "P01" }, new() { Label = "P0" }, new() { HandlerId = "handler" },
            new() { Card = Card.Red }, new() { Card = Card.Yellow }, new() { Channel = "QR" }, new() { Late = true }, new() { Late = false }, new() { Named = false },
            new() { From = new(2026, 11, 16) }, new() { To = new(2026, 11, 15) }, new() { HallCode = "H1", Level = 1, Named = true, Text = "排队" },
        ];
        foreach (var query in queries)
        {
            var memory = await w.Room.Desk.QueueAsync(query with { View = QueueView.Open, Sort = QueueSort.CaseNo }, Make.Clerk);
            var engine = await w.Room.Desk.QueueAsync(query with { View = QueueView.All, Sort = QueueSort.CaseNo }, Make.Clerk);
            Assert.Equal(engine.Rows, memory.Rows);
            Assert.Equal(engine.Total, memory.Total);
            var listed = new List<CaseView>();
            await foreach (var row in w.Room.Desk.ListAsync(query with { View = QueueView.All }, Make.Clerk))
                listed.Add(row);
            Assert.Equal(engine.Total, listed.Count);
        }
    }

    [Fact]
    public async Task Pages_of_every_order_hold_every_case_once()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.RouteAsync([.. Enumerable.Range(0, 130).Select(i => Make.Review($"R-{i}", org: i % 7 == 0 ? null : $"ORG-{i % 3}") with { Level = 1 + (i % 2), ItemName = $"事项{i % 9}" })]);
        foreach (var view in new[] { QueueView.Open, QueueView.All })
            foreach (var sort in Enum.GetValues<QueueSort>())
                foreach (var descending in new[] { false, true })
                {
                    var seen = new List<CaseView>();
                    for (var page = 1; page <= 14; page++)
                        seen.AddRange((await w.Room.Desk.QueueAsync(new() { View = view, Sort = sort, Descending = descending, Page = page, PageSize = 10 }, Make.Clerk)).Rows);
                    Assert.Equal(130, seen.Select(v => v.CaseNo).Distinct().Count());
                    if (view == QueueView.Open)
                        Assert.Equal(seen, seen.Order(Comparer<CaseView>.Create(QueueOrder.Of(sort, descending))));
                }
    }

    /// <summary>What brings a case nearer to its end.</summary>
    private static (Actor, CaseCommand) NextStep(CaseView v, DateTime at) => v.State switch
    {
        CaseState.Dispatched => (Make.Handler, new AcceptCase()),
        CaseState.Callback => (Make.Handler, new RecordCallback(CallbackOutcome.Reached, at, 60, "已联系")),
        CaseState.Verifying => (Make.Handler, new RecordVerification(VerificationOutcome.Unsubstantiated, Branch.Explain, "不属实")),
        CaseState.Explaining => (Make.Handler, new SubmitFeedback("已说明情况")),
        CaseState.FeedbackReview => (Make.Clerk, new JudgeFeedback(true)),
        CaseState.FedBack => (Actor.Reviewer, new RateRectification(v.Level == 1 && v.CaseNo.EndsWith('3') ? Satisfaction.NotSatisfied : Satisfaction.Satisfied)),
        _ => (Make.Clerk, new AddNote("看过")),
    };

    private static CaseCommand Command(Random random) => random.Next(10) switch
    {
        7 => new AddSupport($"ORG-{random.Next(1, 4)}", "局", "请提供记录"),
        8 => new AcceptSupportTask(random.Next(1, 3)),
        9 => random.Next(2) == 0 ? new FinishSupportTask(1, "已提供") : new WithdrawSupportTask(1, "不再需要"),
        0 => new DispatchCase($"ORG-{random.Next(1, 4)}", "局"),
        1 => new AssignHandler(random.Next(2) == 0 ? "handler" : "handler-2"),
        2 => new RequestReturn("不是我们"),
        3 => new DecideReturn(random.Next(2) == 0),
        4 => new FileAppeal(AppealGround.Mistaken, "点错了"),
        5 => new StartSupervision("请尽快"),
        _ => new AddNote("看过"),
    };
}
