using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

/// <summary>Joint matters (一件事): a lead unit, supporting units, each with a task and a clock of its own.</summary>
public sealed class SupportTests
{
    private static readonly Actor Helper = Make.Actor("helper", "ORG-2", Role.Handler) with { Scope = OrgScope.Only(["ORG-2"]) };
    private static readonly Actor HelperLeader = Make.Actor("helper-leader", "ORG-2", Role.UnitLeader) with { Scope = OrgScope.Only(["ORG-2"]) };
    private static readonly Actor Stranger = Make.Actor("stranger", "ORG-3", Role.Handler, Role.UnitLeader) with { Scope = OrgScope.Only(["ORG-3"]) };
    private static readonly AddSupport Ask = new("ORG-2", "ORG-2 局", "请提供当天的排队记录");

    [Fact]
    public void The_lead_answers_only_when_no_supporting_task_is_open()
    {
        var w = new World().ToRectifying().Do(Make.Handler, new RecordRectification("增开窗口", Make.At("2026-11-16 10:00"))).Do(Make.Handler, Ask);
        var refusal = w.Refused(Make.Handler, new SubmitFeedback("已改"), "SUPPORT_OPEN");
        Assert.Equal("不能从「整改中」转为「反馈审核」（提交反馈）：第 1 项协办任务（ORG-2 局）未了，共 1 项；请等其完成，或说明理由撤回", refusal.Text(Language.Zh));
        Assert.StartsWith("Cannot go from rectifying to reply in review (submit the reply): supporting task 1 (ORG-2 局) is open", refusal.Text(Language.En), StringComparison.Ordinal);
        w.Do(Helper, new AcceptSupportTask(1)).Do(Helper, new FinishSupportTask(1, "记录已附"));
        w.Do(Make.Handler, new SubmitFeedback("已改"));
        Assert.Equal(("记录已附", SupportState.Done, "helper"), (w.Case.Support(1)!.Answer, w.Case.Support(1)!.State, w.Case.Support(1)!.HandlerId));
    }

    [Fact]
    public void The_lead_may_withdraw_a_task_but_says_why()
    {
        var w = new World().ToRectifying().Do(Make.Handler, new RecordRectification("增开窗口", Make.At("2026-11-16 10:00"))).Do(Make.Handler, Ask);
        w.Refused(Make.Handler, new WithdrawSupportTask(1, " "), "REASON_NEEDED");
        w.Refused(Helper, new WithdrawSupportTask(1, "x"), "SUPPORTS_ONLY");
        w.Do(Make.Handler, new WithdrawSupportTask(1, "自行调取")).Do(Make.Handler, new SubmitFeedback("已改"));
        Assert.Equal((SupportState.Withdrawn, WithdrawalCause.ByLead, "自行调取"), (w.Case.Support(1)!.State, w.Case.Support(1)!.WithdrawnBecause, w.Case.Support(1)!.Answer));
    }

    [Fact]
    public void A_task_has_the_policys_working_days_and_a_story()
    {
        var w = new World().ToCallback().Do(Make.Handler, Ask, "2026-11-19 16:00");
        var task = w.Case.Support(1)!;
        Assert.Equal(Make.At("2026-11-24 17:30"), task.Deadline!.DueAt);
        var story = Deadlines.Explain(w.Case, task, w.Policy, w.Calendar);
        Assert.Contains(story, l => l.En.Contains("2026-11-21", StringComparison.Ordinal) || l.En.Contains("Saturday", StringComparison.OrdinalIgnoreCase));
        var quick = new World(PolicyFile.Preset("default") with { Support = new(4, TimeUnit.WorkingHour, CountFrom.StepBegan) }).ToCallback().Do(Make.Handler, Ask, "2026-11-19 16:00");
        Assert.Equal(Make.At("2026-11-20 11:30"), quick.Case.Support(1)!.Deadline!.DueAt);
    }

    [Fact]
    public void A_supporting_unit_does_its_own_task_and_nothing_of_the_leads()
    {
        var w = new World().ToRectifying().Do(Make.Handler, Ask).Do(Make.Handler, Ask with { OrgCode = "ORG-3" });
        foreach (var option in CommandCatalogue.Options(w.Situation(Helper)))
            Assert.Equal(option.Name is nameof(AcceptSupportTask) or nameof(ReturnSupportTask), option.Allowed);
        w.Refused(Helper, new AcceptSupportTask(2), "NO_TASK_OF_YOURS");
        w.Refused(Helper, new FinishSupportTask(1, "x"), "TASK_STATE");
        w.Refused(Helper, new SubmitFeedback("x"), "SUPPORTS_ONLY");
        w.Refused(Helper, new AddNote("x"), "SUPPORTS_ONLY");
        w.Refused(Make.Handler, new AcceptSupportTask(1), "NO_TASK_OF_YOURS");
        w.Do(HelperLeader, new AcceptSupportTask(1)).Do(Helper, new FinishSupportTask(1, "已办"));
        Assert.True(w.Case.IsSeenBy(Helper));
        w.Do(Stranger, new ReturnSupportTask(2, "不归我们管"));
        Assert.False(w.Case.IsSeenBy(Stranger));
        w.Refused(Stranger, new AcceptSupportTask(2), "OUT_OF_SCOPE");
    }

    [Fact]
    public void Nobody_is_asked_twice_at_once_and_the_lead_does_not_support_itself()
    {
        var w = new World().ToCallback().Do(Make.Handler, Ask);
        w.Refused(Make.Handler, Ask, "SUPPORTS_ALREADY");
        w.Refused(Make.Handler, Ask with { OrgCode = "ORG-1" }, "LEAD_SUPPORTS_ITSELF");
        w.Refused(Make.Handler, Ask with { OrgCode = "ORG-3", Ask = "" }, "ASK_NEEDED");
        w.Do(Helper, new ReturnSupportTask(1, "材料不在我处")).Do(Make.Handler, Ask);
        Assert.Equal([SupportState.Returned, SupportState.Asked], w.Case.SupportTasks.Select(t => t.State));
    }

    [Fact]
    public void A_case_that_leaves_its_lead_takes_its_open_tasks_back()
    {
        var w = new World().Do(Make.Handler, Ask).Do(Make.Handler, new RequestReturn("不归我们管"));
        w.Refused(Make.Handler, Ask with { OrgCode = "ORG-3" }, "RETURN_PENDING");
        w.Do(Make.Clerk, new DecideReturn(true));
        Assert.Equal((SupportState.Withdrawn, WithdrawalCause.CaseReturned), (w.Case.Support(1)!.State, w.Case.Support(1)!.WithdrawnBecause));
        Assert.False(w.Case.IsSeenBy(Helper));

        var appealed = new World().ToVerifying().Do(Make.Handler, Ask).Do(Helper, new AcceptSupportTask(1))
            .Do(Make.Handler, new FileAppeal(AppealGround.Mistaken, "点错")).Do(Make.Leader, new EndorseAppeal(true)).Do(Make.Judge, new DecideAppeal(true, "属实", "经复核不计入考核"));
        Assert.Equal((CaseState.Closed, WithdrawalCause.AppealUpheld), (appealed.State, appealed.Case.Support(1)!.WithdrawnBecause));
    }

    [Fact]
    public void Who_supported_a_case_does_not_judge_its_reply()
    {
        var w = new World().ToRectifying().Do(Make.Handler, new RecordRectification("x", Make.At("2026-11-16 10:00")))
            .Do(Make.Handler, Ask).Do(Helper, new AcceptSupportTask(1)).Do(Helper, new FinishSupportTask(1, "已办")).Do(Make.Handler, new SubmitFeedback("已改"));
        w.Refused(Make.Actor("clerk2", "ORG-2", Role.IntakeClerk), new JudgeFeedback(true), "HANDLING_UNIT");
        w.Do(Make.Clerk, new JudgeFeedback(true));
    }

    [Fact]
    public void The_sweep_cards_a_task_before_and_after_its_deadline_once_while_the_leads_clock_stands_still()
    {
        var w = new World().ToRectifying().Do(Make.Handler, Ask, "2026-11-16 15:00").Do(Make.Leader, new StopClock("等鉴定"));
        w.Do(Actor.System, new SweepDeadlines(), "2026-11-18 18:00");
        Assert.Equal(Card.Yellow, w.Last<SupportCardIssued>().Card);
        w.Refused(Actor.System, new SweepDeadlines(), "NOTHING_DUE", "2026-11-18 19:00");
        w.Do(Actor.System, new SweepDeadlines(), "2026-11-20 09:30");
        Assert.Equal((1, Card.Red), (w.Count<SupportTaskOverdue>(), w.Last<SupportCardIssued>().Card));
        w.Refused(Actor.System, new SweepDeadlines(), "NOTHING_DUE", "2026-11-21 09:30");
        Assert.Equal(0, w.Count<DeadlineMissed>());
        Assert.True(w.Case.Support(1)!.IsLate);
    }

    [Fact]
    public void A_provisional_task_is_set_again_when_the_calendar_is_loaded()
    {
        var known = new CalendarData(CalendarData.Shipped.Years.Where(y => y.Year <= 2026), CalendarData.Shipped.Days.Where(d => d.Date.Year <= 2026));
        var w = new World(calendar: new(known, Make.Hours), review: Make.Review(at: "2026-12-30 10:00")).ToCallback().Do(Make.Handler, Ask);
        Assert.True(w.Case.Support(1)!.Deadline!.Provisional);
        var loaded = new CalendarData([.. known.Years, new(2027, [])], [.. known.Days, new(new(2027, 1, 1), "元旦", true, CalendarData.National), new(new(2027, 1, 4), "元旦", true, CalendarData.National)]);
        var decision = new RecomputeDeadlines().Decide(w.Situation(Actor.System) with { Calendar = new(loaded, Make.Hours) });
        var set = Assert.Single(decision.Events.OfType<SupportDeadlineSet>());
        Assert.Equal((false, Make.At("2027-01-06 17:30"), DeadlineCause.CalendarLoaded), (set.Provisional, set.DueAt, set.Cause));
    }

    [Fact]
    public async Task A_supporting_unit_finds_its_task_in_its_queue_with_its_own_deadline_and_others_do_not()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.AddUserAsync(Make.Handler);
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Handler, new AcceptCase());
        var seq = (await w.DoAsync(no, Make.Handler, Ask)).Events[^1].Seq;
        var query = new QueueQuery { View = QueueView.Support };
        var line = Assert.Single((await w.Room.Desk.QueueAsync(query, Helper)).Rows);
        Assert.Equal((no, DeadlineStep.Support, Make.At("2026-11-19 17:30")), (line.CaseNo, line.DueStep, line.DueAt));
        Assert.Equal(1, (await w.Room.Desk.CountAsync(Helper))[QueueView.Support]);
        Assert.Empty((await w.Room.Desk.QueueAsync(new() { View = QueueView.All }, Helper)).Rows);
        Assert.Equal(0, (await w.Room.Desk.CountAsync(Stranger))[QueueView.Support]);
        Assert.Equal(0, (await w.Room.Desk.CountAsync(Make.Handler))[QueueView.Support]);

        Assert.True((await w.Room.Desk.CaseAsync(no, Helper))!.SupportsOnly);
        Assert.Null(await w.Room.Desk.CaseAsync(no, Stranger));
        Assert.Equal("NO_SUCH_CASE", (await w.Room.Desk.ExecuteAsync(no, seq, new AcceptSupportTask(1), Stranger)).Refusal!.Key);
        Assert.Equal("SUPPORTS_ONLY", (await w.Room.Desk.ExecuteAsync(no, seq, new AddNote("x"), Helper)).Refusal!.Key);
        Assert.False(PersonVault.MayReveal((await w.CaseAsync(no)), Helper));

        await w.DoAsync(no, Helper, new AcceptSupportTask(1));
        await w.DoAsync(no, Helper, new FinishSupportTask(1, "已提供"));
        Assert.Empty((await w.Room.Desk.QueueAsync(query, Helper)).Rows);
        Assert.Equal("DONE", w.Scalar<string>("SELECT state FROM support_task"));
    }

    [Fact]
    public async Task Rows_of_tasks_are_what_the_events_say_after_a_rebuild_too()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Handler, new AcceptCase());
        await w.DoAsync(no, Make.Handler, Ask);
        await w.DoAsync(no, Make.Handler, Ask with { OrgCode = "ORG-3" });
        await w.DoAsync(no, Helper, new AcceptSupportTask(1));
        w.Time.Set("2026-11-20 10:00");
        await w.Room.Sweep.RunAsync();
        var kept = await RowsAsync(w);
        Assert.Equal(["WORKING RED", "ASKED RED"], kept.Select(t => $"{t.State.Code()} {t.Card?.Code()}"));
        await Projection.RebuildAsync(w.Room.Store);
        Assert.Equal(Model.Fingerprint(kept), Model.Fingerprint(await RowsAsync(w)));
    }

    [Fact]
    public async Task People_are_told_of_tasks_asked_due_overdue_and_ended()
    {
        using var w = await StoreWorld.OpenAsync();
        foreach (var actor in new[] { Make.Handler, Make.Leader, Helper, HelperLeader })
            await w.AddUserAsync(actor);
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Handler, new AcceptCase());
        await w.DoAsync(no, Make.Handler, Ask);
        await w.Room.Notifier.RunAsync();
        Assert.Contains(await ToldAsync(w, "helper-leader"), t => t == "SUPPORT_ASKED");
        await w.DoAsync(no, Helper, new AcceptSupportTask(1));
        w.Time.Set("2026-11-18 17:35");
        await w.Room.Sweep.RunAsync();
        await w.Room.Notifier.RunAsync();
        Assert.Contains("DUE_SOON SUPPORT", await ToldAsync(w, "helper"));
        Assert.Contains("YELLOW_CARD SUPPORT", await ToldAsync(w, "helper-leader"));
        w.Time.Set("2026-11-20 09:10");
        await w.Room.Sweep.RunAsync();
        await w.Room.Notifier.RunAsync();
        await w.Room.Notifier.RunAsync();
        Assert.Single(await ToldAsync(w, "helper"), t => t == "OVERDUE SUPPORT");
        Assert.Contains("OVERDUE SUPPORT", await ToldAsync(w, "handler"));
        await w.DoAsync(no, Helper, new FinishSupportTask(1, "已提供"));
        await w.Room.Notifier.RunAsync();
        Assert.Contains("SUPPORT_ENDED SupportTaskDone", await ToldAsync(w, "handler"));
        Assert.Equal("工单 X 的协办任务有了结果：协办完成。", Messages.Notice(NoticeKind.SupportEnded, Language.Zh, "X", nameof(SupportTaskDone), null));
        Assert.Contains("supporting task is overdue", Messages.Notice(NoticeKind.Overdue, Language.En, "X", "SUPPORT", null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_lists_tasks_that_are_due_to_the_supporting_unit_and_what_waits_to_whoever_decides()
    {
        using var w = await StoreWorld.OpenAsync();
        foreach (var actor in new[] { Make.Handler, Make.Leader, Helper, HelperLeader, Stranger })
        {
            await w.AddUserAsync(actor);
            await w.Room.Notices.SaveAsync(actor.UserId, await NoticeTests.WishAsync(w, actor.UserId));
        }
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Handler, new AcceptCase());
        await w.DoAsync(no, Make.Handler, Ask);
        await w.DoAsync(no, Make.Handler, new RecordCallback(CallbackOutcome.Reached, Make.At("2026-11-16 10:00"), 60, "已说明"));
        await w.DoAsync(no, Make.Handler, new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyByLedger, "属实", new("增开窗口", "李", new(2026, 12, 1))));
        await w.DoAsync(no, Make.Handler, new RequestExtension(3, "等设备到货"));
        w.Time.Set("2026-11-20 09:10");
        await w.Room.Notifier.RunAsync();
        await using var db = w.Room.Store.Open();
        var digests = await db.Outbox.Where(o => o.Kind == "DIGEST").ToDictionaryAsync(o => o.DedupeKey.Split(':')[1], o => o.Body);
        Assert.Contains($"协办任务今天到期或已超期 1 项：\n  - {no}", digests["helper"].ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("协办任务今天到期或已超期 1 项", digests["helper-leader"], StringComparison.Ordinal);
        Assert.Contains($"待您审批 1 件：\n  - {no}", digests["leader"].ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("待您审批", digests.GetValueOrDefault("handler", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("协办任务", digests["leader"], StringComparison.Ordinal);
        Assert.False(digests.ContainsKey("stranger"));
    }

    private static async Task<List<SupportTaskRow>> RowsAsync(StoreWorld w)
    {
        await using var db = w.Room.Store.Open();
        return await db.SupportTasks.AsNoTracking().OrderBy(t => t.TaskNo).ToListAsync();
    }

    private static async Task<List<string>> ToldAsync(StoreWorld w, string user) =>
        [.. (await w.Room.Notices.ListAsync(user, null, false, false, 1, 100)).Rows.Select(n => $"{n.Kind.Code()} {n.Detail}".Trim())];
}
