namespace QualityInsight.Feedback.Tests;

public sealed class ApprovalTests
{
    [Fact]
    public void An_extension_is_asked_before_the_deadline_and_granted_by_the_leader()
    {
        var w = new World().ToRectifying();
        w.Refused(Make.Handler, new RequestExtension(8, "x"), "EXTENSION_TOO_LONG");
        w.Do(Make.Handler, new RequestExtension(7, "要采购设备"), "2026-11-23 17:00");
        w.Refused(Make.Handler, new RequestExtension(1, "x"), "EXTENSION_PENDING");
        w.Refused(Make.Handler with { Roles = new HashSet<Role> { Role.Handler, Role.UnitLeader } }, new DecideExtension(true), "OWN_REQUEST");
        w.Do(Make.Leader, new DecideExtension(true));
        Assert.Equal(Make.At("2026-12-02 17:30"), w.Case.Deadlines[DeadlineStep.Rectify].DueAt);
        Assert.Equal(12, w.Case.Deadlines[DeadlineStep.Rectify].Amount);
        w.Refused(Make.Handler, new RequestExtension(1, "x"), "EXTENSIONS_USED_UP");
    }

    [Fact]
    public void After_the_deadline_no_extension_is_asked_or_granted()
    {
        new World().ToRectifying().Refused(Make.Handler, new RequestExtension(3, "x"), "AFTER_THE_DEADLINE", "2026-11-23 17:31");
        var w = new World().ToRectifying().Do(Make.Handler, new RequestExtension(3, "x"));
        w.Refused(Make.Leader, new DecideExtension(true), "AFTER_THE_DEADLINE", "2026-11-24 09:00");
        w.Do(Make.Leader, new DecideExtension(false, "已过期"));
        Assert.Null(w.Case.ExtensionPending);
    }

    [Fact]
    public void Shandong_extends_twice()
    {
        var w = new World(PolicyFile.Preset("shandong-complaints")).ToRectifying();
        w.Do(Make.Handler, new RequestExtension(7, "x")).Do(Make.Leader, new DecideExtension(true));
        w.Do(Make.Handler, new RequestExtension(7, "x")).Do(Make.Leader, new DecideExtension(true));
        Assert.Equal(29, w.Case.Deadlines[DeadlineStep.Rectify].Amount);
    }

    [Fact]
    public void An_appeal_is_endorsed_by_the_leader_and_decided_by_somebody_independent()
    {
        var w = new World().ToVerifying();
        w.Do(Make.Handler, new FileAppeal(AppealGround.Mistaken, "点错了星"));
        Assert.Equal(CaseState.Appeal, w.State);
        Assert.True(w.Case.IsStopped);
        w.Refused(Make.Judge, new DecideAppeal(true, "x", "y"), "WRONG_STATE");
        w.Refused(Make.Handler with { Roles = new HashSet<Role> { Role.UnitLeader } }, new EndorseAppeal(true), "OWN_REQUEST");
        w.Do(Make.Leader, new EndorseAppeal(true));
        w.Refused(Make.Judge with { OrgCode = "ORG-1" }, new DecideAppeal(true, "x", "y"), "HANDLING_UNIT");
        w.Refused(Make.Handler with { OrgCode = "ELSEWHERE", Roles = new HashSet<Role> { Role.AppealReviewer } }, new DecideAppeal(true, "x", "y"), "HANDLING_UNIT");
        w.Refused(Make.Judge, new DecideAppeal(true, "x"), "REPLY_NEEDED");
        var before = w.Case.Review;
        w.Do(Make.Judge, new DecideAppeal(true, "录音为证", "经核实系误评,感谢您"));
        Assert.Equal((CaseState.Closed, CloseReason.SetAside, false), (w.State, w.Case.ClosedAs, w.Case.CountsInAssessment));
        Assert.Same(before, w.Case.Review);
        w.Refused(Make.Supervisor, new ReopenCase("x"), "SET_ASIDE");
    }

    [Fact]
    public void A_rejected_appeal_goes_back_and_the_clock_runs_on_where_it_stopped()
    {
        var w = new World().ToRectifying();
        w.Do(Make.Handler, new FileAppeal(AppealGround.Malicious, "恶意"), "2026-11-17 10:00");
        w.Do(Make.Leader, new EndorseAppeal(true)).Do(Make.Judge, new DecideAppeal(false, "无证据"), "2026-11-20 10:00");
        Assert.Equal(CaseState.Rectifying, w.State);
        // Stopped over three closing times: Tuesday, Wednesday, Thursday.
        Assert.Equal(Make.At("2026-11-26 17:30"), w.Case.Deadlines[DeadlineStep.Rectify].DueAt);
        w.Refused(Make.Handler, new FileAppeal(AppealGround.Malicious, "x"), "APPEALS_USED_UP");
    }

    [Fact]
    public void An_appeal_after_its_window_is_refused()
    {
        var w = new World().ToRectifying(Branch.RectifyByLedger);
        Assert.Equal(Make.At("2026-11-19 17:30"), w.Case.Deadlines[DeadlineStep.AppealWindow].DueAt);
        w.Refused(Make.Handler, new FileAppeal(AppealGround.NotOurUnit, "x"), "AFTER_THE_DEADLINE", "2026-11-19 17:31");
    }

    [Fact]
    public void Whoever_decided_the_appeal_does_not_judge_the_reply()
    {
        var both = Make.Judge with { Roles = new HashSet<Role> { Role.AppealReviewer, Role.IntakeClerk } };
        var w = new World().ToVerifying().Do(Make.Handler, new FileAppeal(AppealGround.Mistaken, "x"))
            .Do(Make.Leader, new EndorseAppeal(true)).Do(both, new DecideAppeal(false, "x"));
        w.Do(Make.Handler, w.Verified(Branch.Explain)).Do(Make.Handler, new SubmitFeedback("说明"));
        w.Refused(both, new JudgeFeedback(true), "DECIDED_THE_APPEAL");
        w.Do(Make.Clerk, new JudgeFeedback(true));
    }

    [Fact]
    public void The_reply_is_judged_outside_the_handling_unit()
    {
        var w = new World().ToFeedbackReview();
        w.Refused(Make.Clerk with { OrgCode = "ORG-1" }, new JudgeFeedback(true), "HANDLING_UNIT");
        w.Refused(Make.Clerk, new JudgeFeedback(false), "REASON_NEEDED");
        w.Do(Make.Clerk, new JudgeFeedback(false, "没有说明何时增开"));
        Assert.Equal((CaseState.Rectifying, null), (w.State, w.Case.Reply));
    }

    [Fact]
    public void A_stopped_clock_moves_the_deadline_and_nothing_is_handed_in_meanwhile()
    {
        var w = new World().ToRectifying().Do(Make.Handler, new RecordRectification("x", Make.At("2026-11-16 10:00")));
        w.Do(Make.Leader, new StopClock("等待鉴定"), "2026-11-17 10:00");
        w.Refused(Make.Handler, new SubmitFeedback("x"), "CLOCK_STOPPED", "2026-11-19 10:00");
        w.Do(Make.Handler, new ResumeClock());
        Assert.Equal(Make.At("2026-11-25 17:30"), w.Case.Deadlines[DeadlineStep.Rectify].DueAt);
        Assert.Equal(DeadlineCause.Resumed, w.Last<DeadlineSet>().Cause);
    }
}
