namespace QualityInsight.Feedback.Tests;

public sealed class HandlingTests
{
    [Fact]
    public void A_bad_review_goes_from_feed_to_archive()
    {
        var w = new World();
        Assert.Equal(CaseState.Dispatched, w.State);
        w.ToFedBack();
        Assert.Equal(CaseState.FedBack, w.State);
        w.Do(Actor.Reviewer, new RateRectification(Satisfaction.Satisfied), "2026-11-18 10:00");
        Assert.Equal((CaseState.Closed, CloseReason.RatedSatisfied, true), (w.State, w.Case.ClosedAs, w.Case.CountsInAssessment));
        w.Do(Make.Clerk, new ArchiveCase());
        Assert.Equal(CaseState.Archived, w.State);
        w.Refused(Make.Supervisor, new ReopenCase("再来"), "WRONG_STATE");
        Assert.Equal(w.Case.Seq, w.History.Count);
    }

    [Fact]
    public void Deadlines_are_those_of_the_default_policy()
    {
        var w = new World();
        Assert.Equal(Make.At("2026-11-17 17:30"), w.Case.Deadlines[DeadlineStep.Callback].DueAt);
        Assert.Equal(Make.At("2026-11-19 17:30"), w.Case.Deadlines[DeadlineStep.Verify].DueAt);
        Assert.Equal(Make.At("2026-11-23 17:30"), w.Case.Deadlines[DeadlineStep.Rectify].DueAt);
        w.ToRectifying(Branch.RectifyByLedger);
        Assert.Equal(Make.At("2026-12-07 17:30"), w.Case.Deadlines[DeadlineStep.Rectify].DueAt);
        Assert.Equal(DeadlineCause.Reclassified, w.Last<DeadlineSet>().Cause);
    }

    [Fact]
    public void A_case_of_no_known_unit_waits_for_a_clerk()
    {
        var w = new World(review: Make.Review(org: null));
        Assert.Equal(CaseState.Registered, w.State);
        Assert.Equal(Make.At("2026-11-16 17:30"), w.Case.CurrentDeadline!.DueAt);
        w.Refused(Make.Handler, new DispatchCase("ORG-1", "局"), "WRONG_ROLE");
        w.Refused(Make.Clerk, new DispatchCase(" ", null), "NO_UNIT");
        w.Do(Make.Clerk, new StartScreening()).Do(Make.Clerk, new DispatchCase("ORG-1", "局"));
        Assert.Equal(CaseState.Dispatched, w.State);
    }

    [Fact]
    public void The_rated_person_never_handles_or_calls()
    {
        var rated = Make.Handler with { UserId = "rated", StaffCode = "S-9" };
        var w = new World();
        w.Refused(rated, new AcceptCase(), "RATED_PERSON");
        w.Assignee = rated;
        w.Refused(Make.Leader, new AssignHandler("rated"), "RATED_PERSON");
        w.ToCallback();
        w.Refused(rated, new RecordCallback(CallbackOutcome.Reached, w.Now, null, "x"), "RATED_PERSON");
        w.Refused(Make.Clerk with { StaffCode = "S-9" }, new RecordCallback(CallbackOutcome.Reached, w.Now, null, "x"), "RATED_PERSON");
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.Reached, w.Now, null, "x"));
        w.Refused(rated, w.Verified(Branch.RectifyNow), "RATED_PERSON");
    }

    [Fact]
    public void Only_the_unit_that_has_it_handles_it()
    {
        var other = Make.Actor("other", "ORG-2", Role.Handler);
        new World().Refused(other, new AcceptCase(), "NOT_YOUR_UNIT");
        new World().Refused(other with { Scope = OrgScope.Only(["ORG-2"]) }, new AcceptCase(), "OUT_OF_SCOPE");
    }

    [Fact]
    public void Calling_is_given_up_after_enough_attempts_on_enough_days()
    {
        var w = new World().ToCallback();
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.NoAnswer, Make.At("2026-11-16 11:00")), "2026-11-16 11:01");
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.NoAnswer, Make.At("2026-11-16 15:00")), "2026-11-16 15:01");
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.Refused, Make.At("2026-11-16 16:00")), "2026-11-16 16:01");
        Assert.Equal(CaseState.Callback, w.State); // three, but on one day
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.NoAnswer, Make.At("2026-11-17 09:00")), "2026-11-17 09:01");
        Assert.Equal(CaseState.Verifying, w.State);
        Assert.Equal(new CallbackGivenUp(4, 2), w.Last<CallbackGivenUp>());
        w.Refused(Make.Handler, new RecordCallback(CallbackOutcome.Reached, w.Now, null, "x"), "WRONG_STATE");
    }

    [Fact]
    public void A_call_before_the_review_or_the_dispatch_or_in_the_future_is_refused()
    {
        var w = new World(review: Make.Review(org: null)).Do(Make.Clerk, new DispatchCase("ORG-1", "局"), "2026-11-16 15:00").ToCallback();
        w.Refused(Make.Handler, new RecordCallback(CallbackOutcome.Reached, Make.At("2026-11-16 09:59"), null, "x"), "BEFORE_THE_REVIEW");
        w.Refused(Make.Handler, new RecordCallback(CallbackOutcome.Reached, Make.At("2026-11-16 14:59"), null, "x"), "BEFORE_THE_DISPATCH");
        w.Refused(Make.Handler, new RecordCallback(CallbackOutcome.Reached, Make.At("2026-11-16 15:01"), null, "x"), "IN_THE_FUTURE");
        w.Refused(Make.Handler, new RecordCallback(CallbackOutcome.Reached, w.Now), "NOTE_NEEDED");
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.NoAnswer, Make.At("2026-11-16 16:00")), "2026-11-16 16:00");
        w.Refused(Make.Handler, new RecordCallback(CallbackOutcome.NoAnswer, Make.At("2026-11-16 15:30")), "BEFORE_THE_LAST_CALL");
    }

    [Fact]
    public void An_anonymous_review_is_not_called_and_ends_with_the_reason_why_nobody_could_be_told()
    {
        var w = new World(review: Make.Review(named: false)).Do(Make.Handler, new AcceptCase());
        Assert.Equal(CaseState.Verifying, w.State);
        w.Do(Make.Handler, w.Verified(Branch.RectifyNow)).Do(Make.Handler, new RecordRectification("改了", w.Now))
            .Do(Make.Handler, new SubmitFeedback("已改")).Do(Make.Clerk, new JudgeFeedback(true));
        Assert.Equal((CaseState.Closed, CloseReason.FeedbackImpossible, FeedbackObstacle.Anonymous), (w.State, w.Case.ClosedAs, w.Case.Obstacle));
    }

    [Fact]
    public void An_obstacle_that_is_not_true_is_refused()
    {
        var w = new World().ToRectifying().Do(Make.Handler, new RecordRectification("改了", Make.At("2026-11-16 10:00")));
        w.Refused(Make.Handler, new SubmitFeedback("x", FeedbackObstacle.Anonymous), "NOT_ANONYMOUS");
        w.Refused(Make.Handler, new SubmitFeedback("x", FeedbackObstacle.Unreachable), "NOT_UNREACHABLE");
    }

    [Fact]
    public void The_three_ways_ask_for_what_they_need()
    {
        var w = new World().ToVerifying();
        w.Refused(Make.Handler, new RecordVerification(VerificationOutcome.Unsubstantiated, Branch.RectifyNow, "x"), "ONLY_EXPLAIN");
        w.Refused(Make.Handler, new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyByLedger, "x"), "LEDGER");
        w.Refused(Make.Handler, new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyByLedger, "x", new("做", "人", new(2026, 11, 15))), "PLANNED_IN_THE_PAST");
        w.Refused(Make.Handler, new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyNow, " "), "FINDING_NEEDED");
        w.Do(Make.Handler, w.Verified(Branch.Explain));
        Assert.Equal(CaseState.Explaining, w.State);
        w.Do(Make.Handler, new SubmitFeedback("依据某条规定,不能办理"));
        new World().ToRectifying().Refused(Make.Handler, new SubmitFeedback("已改"), "NOTHING_RECTIFIED");
    }

    [Fact]
    public void A_return_takes_a_reason_and_an_approval_and_is_allowed_once()
    {
        var w = new World().Do(Make.Handler, new RequestReturn("不属我局"));
        w.Refused(Make.Handler, new AcceptCase(), "RETURN_PENDING");
        w.Refused(Make.Actor("own", "ORG-1", Role.IntakeClerk), new DecideReturn(true), "HANDLING_UNIT");
        w.Do(Make.Clerk, new DecideReturn(true), "2026-11-18 10:00");
        Assert.Equal((CaseState.Screening, null), (w.State, w.Case.OrgCode));
        Assert.Equal([DeadlineStep.Dispatch, DeadlineStep.Callback], w.Case.Deadlines.Keys);
        Assert.Equal(Make.At("2026-11-18 17:30"), w.Case.CurrentDeadline!.DueAt);
        w.Do(Make.Clerk, new DispatchCase("ORG-1", "局"));
        w.Refused(Make.Handler, new RequestReturn("还是不属我局"), "RETURNS_USED_UP");
        new World(PolicyFile.Preset("shanghai")).Refused(Make.Handler, new RequestReturn("x"), "RETURN_NOT_ALLOWED");
    }

    [Fact]
    public void A_duplicate_is_merged_and_still_owes_a_call_and_a_reply()
    {
        var lead = new World().Case;
        var w = new World(review: Make.Review(no: "R-2", org: null)).Do(Make.Clerk, new StartScreening());
        w.Refused(Make.Clerk, new MergeCase("HC-1", "同一事项"), "LEAD_NOT_FOUND");
        w.Lead = lead;
        w.Refused(Make.Clerk, new MergeCase(w.Case.CaseNo, "同一事项"), "LEAD_NOT_FIT");
        w.Do(Make.Clerk, new MergeCase("HC-LEAD", "同一事项"));
        Assert.Equal((CaseState.Merged, "ORG-1"), (w.State, w.Case.OrgCode));
        w.Refused(Make.Handler, new SubmitFeedback("见主件"), "NO_CALLBACK");
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.Reached, w.Now, 30, "告知并案"))
            .Do(Make.Handler, new SubmitFeedback("两件一并处理")).Do(Make.Clerk, new JudgeFeedback(true));
        Assert.Equal(CaseState.FedBack, w.State);
    }

    [Fact]
    public void A_leader_assigns_and_a_handler_takes()
    {
        var w = new World();
        w.Refused(Make.Leader, new AssignHandler("nobody"), "NO_SUCH_USER");
        w.Assignee = Make.Actor("far", "ORG-2", Role.Handler);
        w.Refused(Make.Leader, new AssignHandler("far"), "NOT_A_HANDLER");
        w.Assignee = Make.Actor("second", "ORG-1", Role.Handler);
        w.Refused(Make.Handler, new AssignHandler("second"), "WRONG_ROLE");
        w.Do(Make.Leader, new AssignHandler("second")).ToCallback();
        Assert.Equal("second", w.Case.HandlerId);
    }

    [Fact]
    public void Time_never_runs_back()
    {
        var w = new World().ToCallback();
        w.Refused(Make.Handler, new RecordCallback(CallbackOutcome.NoAnswer, Make.At("2026-11-16 09:00")), "TIME_RUNS_BACK", "2026-11-16 09:30");
    }
}
