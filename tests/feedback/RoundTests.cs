namespace QualityInsight.Feedback.Tests;

public sealed class RoundTests
{
    [Fact]
    public void Not_satisfied_reopens_up_to_the_policys_rounds_and_then_comes_under_supervision()
    {
        var w = new World().ToFedBack();
        for (var round = 1; round <= 2; round++)
        {
            w.Do(Actor.Reviewer, new RateRectification(Satisfaction.NotSatisfied, "没改"));
            Assert.Equal((CaseState.Reopened, round), (w.State, w.Case.Round));
            Assert.False(w.Case.Reached);
            w.Do(Make.Clerk, new DispatchCase("ORG-1", "局")).ToFedBack();
        }
        w.Do(Actor.Reviewer, new RateRectification(Satisfaction.NotSatisfied));
        Assert.Equal(CaseState.FedBack, w.State);
        Assert.True(w.Case.Supervised);
        Assert.Equal([SupervisionTrigger.Unsatisfied, SupervisionTrigger.Exhausted], w.Case.Supervisions.Order());
        w.Refused(Actor.Reviewer, new RateRectification(Satisfaction.Satisfied), "ALREADY_RATED");
        w.Refused(Make.Clerk, new CloseCase(), "STILL_UNSATISFIED");
        w.Refused(Make.Supervisor, new CloseCase(), "REASON_NEEDED");
        w.Do(Make.Supervisor, new ReopenCase("再办一次")).Do(Make.Clerk, new DispatchCase("ORG-1", "局")).ToFedBack();
        w.Do(Actor.Reviewer, new RateRectification(Satisfaction.NotSatisfied)).Do(Make.Supervisor, new CloseCase("诉求于法无据,已当面说明"));
        Assert.Equal((CaseState.Closed, CloseReason.Supervised, false), (w.State, w.Case.ClosedAs, w.Case.Supervised));
    }

    [Fact]
    public void Nobody_rates_twice_or_too_late_or_from_the_unit()
    {
        var w = new World().ToFedBack();
        w.Refused(Make.Clerk with { OrgCode = "ORG-1" }, new RateRectification(Satisfaction.Satisfied), "HANDLING_UNIT");
        w.Refused(Make.Handler, new RateRectification(Satisfaction.Satisfied), "WRONG_ROLE");
        w.Refused(Make.Clerk, new CloseCase(), "MAY_STILL_BE_RATED");
        w.Refused(Actor.Reviewer, new RateRectification(Satisfaction.NotSatisfied), "AFTER_THE_DEADLINE", "2026-11-23 17:31");
        w.Do(Make.Clerk, new CloseCase());
        Assert.Equal(CloseReason.NotRated, w.Case.ClosedAs);
    }

    [Fact]
    public void A_card_is_yellow_one_working_day_before_and_red_on_the_first_overdue_working_day_each_once()
    {
        var w = new World().ToRectifying();
        w.Refused(Actor.System, new SweepDeadlines(), "NOTHING_DUE", "2026-11-20 17:29");
        w.Do(Actor.System, new SweepDeadlines(), "2026-11-20 17:30");
        Assert.Equal(Card.Yellow, w.Case.Card);
        w.Refused(Actor.System, new SweepDeadlines(), "NOTHING_DUE");
        w.Do(Actor.System, new SweepDeadlines(), "2026-11-23 18:00");
        Assert.Equal((1, 1, Card.Yellow), (w.Count<DeadlineMissed>(), w.Count<SupervisionStarted>(), w.Case.Card));
        w.Do(Actor.System, new SweepDeadlines(), "2026-11-24 09:00");
        Assert.Equal(Card.Red, w.Case.Card);
        w.Refused(Actor.System, new SweepDeadlines(), "NOTHING_DUE", "2026-11-25 09:00");
    }

    [Fact]
    public void What_was_handed_in_in_time_is_not_late_while_it_is_judged()
    {
        var w = new World().ToFeedbackReview();
        w.Do(Actor.System, new SweepDeadlines(), "2026-11-24 09:00");
        Assert.Equal(DeadlineStep.FeedbackReview, w.Last<DeadlineMissed>().Step);
        Assert.Equal(1, w.Count<DeadlineMissed>());
    }

    [Fact]
    public void A_stuck_case_misses_its_main_deadline_too()
    {
        var w = new World().Do(Actor.System, new SweepDeadlines(), "2026-11-25 09:00");
        Assert.Equal([DeadlineStep.Callback, DeadlineStep.Verify, DeadlineStep.Rectify], w.Case.Missed.Select(m => m.Step).Order());
        Assert.Equal(1, w.Count<SupervisionStarted>());
    }

    [Fact]
    public void The_system_closes_what_nobody_rated_and_archives_it_later()
    {
        var w = new World().ToFedBack();
        w.Do(Actor.System, new SweepDeadlines(), "2026-11-24 09:00");
        Assert.Equal(CloseReason.NotRated, w.Case.ClosedAs);
        w.Refused(Actor.System, new SweepDeadlines(), "NOTHING_DUE", "2026-12-22 17:30");
        w.Do(Actor.System, new SweepDeadlines(), "2026-12-22 17:31");
        Assert.Equal(CaseState.Archived, w.State);
    }

    [Fact]
    public void Nobody_is_carded_over_a_provisional_deadline_and_loading_the_year_sets_it_again()
    {
        var w = new World(review: Make.Review(at: "2026-12-29 10:00")).ToRectifying();
        Assert.True(w.Case.Deadlines[DeadlineStep.Rectify].Provisional);
        w.Refused(Actor.System, new SweepDeadlines(), "NOTHING_DUE", "2027-01-20 10:00");
        w.Refused(Actor.System, new RecomputeDeadlines(), "NOTHING_DUE");
        var data = CalendarData.Shipped.With(CalendarData.Parse(
            """{"region":"CN","years":[{"year":2027,"papers":["https://example.invalid/2027"]}],"days":[{"date":"2027-01-01","name":"元旦","off":true},{"date":"2027-01-02","name":"元旦","off":true},{"date":"2027-01-03","name":"元旦","off":true},{"date":"2027-01-04","name":"元旦","off":true}]}"""));
        var decision = new RecomputeDeadlines().Decide(w.Situation(Actor.System) with { Calendar = new(data, Make.Hours) });
        var set = Assert.Single(decision.Events.OfType<DeadlineSet>(), e => e.Step == DeadlineStep.Rectify);
        Assert.Equal((Make.At("2027-01-07 17:30"), false, DeadlineCause.CalendarLoaded), (set.DueAt, set.Provisional, set.Cause));
    }
}
