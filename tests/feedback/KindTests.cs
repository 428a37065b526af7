using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

/// <summary>Each kind of matter goes its own way under its own policy.</summary>
public sealed class KindTests
{
    private static BadReview Order(string no = "O-1", string? org = "ORG-1", bool named = true, string at = "2026-11-16 10:00") =>
        Make.Review(no, org, named, at, staff: null) with { Level = 0, Source = "hotline", Tags = [], Labels = [], Channel = "PHONE" };

    private static World Of(CaseKind kind, bool named = true) => new(review: Order(named: named), kind: kind);

    [Fact]
    public void An_opening_without_a_kind_is_a_bad_reviews_and_no_stars_are_not_written()
    {
        var old = EventCodec.Write(new CaseOpened(Make.Review(), "default", "h", false)).Replace("\"kind\":\"BAD_REVIEW\",", "").Replace(",\"kind\":\"BAD_REVIEW\"", "");
        Assert.DoesNotContain("kind", old);
        var opened = (CaseOpened)EventCodec.Read("CaseOpened", old);
        Assert.Equal(CaseKind.BadReview, Case.Nothing("X").Apply(opened, Make.At("2026-11-16 10:00"), "system").Kind);
        var mirrored = EventCodec.WriteForMirror(new CaseOpened(Order(), "p", "h", false, CaseKind.Suggestion));
        Assert.Contains("\"kind\":\"SUGGESTION\"", mirrored);
        Assert.DoesNotContain("level", mirrored);
    }

    [Fact]
    public void Every_kind_has_a_shipped_policy_of_its_own_whose_days_are_those_of_the_source()
    {
        Assert.All(CaseKinds.All, k => Assert.NotEmpty(PolicyFile.ShippedFor(k)));
        int Days(CaseKind k) => PolicyFile.ShippedFor(k)[0].RectifyGeneral.Amount;
        Assert.Equal([3, 5, 5, 15, 13], new[] { CaseKind.Consult, CaseKind.Help, CaseKind.Complaint, CaseKind.Report, CaseKind.Suggestion }.Select(Days));
        var refusal = OpenCase.Decide("X", Order(), PolicyFile.Preset("default"), Make.Calendar(), Make.At("2026-11-16 10:00"), false, CaseKind.Consult).Refusal;
        Assert.Equal("POLICY_OF_OTHER_KIND", refusal!.Key);
    }

    [Fact]
    public void A_policy_whose_clock_could_never_start_for_its_kind_is_refused()
    {
        var yaml = PolicyFile.Preset("hotline-consult").Yaml.Replace("rectify_general: { amount: 3, unit: WORKING_DAY, from: REGISTERED }", "rectify_general: { amount: 3, unit: WORKING_DAY, from: VERIFIED }");
        Assert.Contains("VERIFIED", Assert.Throws<PolicyException>(() => PolicyFile.Parse(yaml, "x.yaml")).Message);
        Assert.Throws<PolicyException>(() => PolicyFile.Parse(PolicyFile.Preset("default").Yaml + "kinds: []\n", "x.yaml"));
    }

    [Fact]
    public void A_question_is_answered_without_a_call_within_three_working_days()
    {
        var w = Of(CaseKind.Consult).Do(Make.Handler, new AcceptCase());
        Assert.Equal((CaseState.Explaining, Make.At("2026-11-19 17:30")), (w.State, w.Case.Deadlines[DeadlineStep.Rectify].DueAt));
        Assert.DoesNotContain(DeadlineStep.Callback, w.Case.Deadlines.Keys);
        w.Do(Make.Handler, new SubmitFeedback("带身份证到窗口")).Do(Make.Clerk, new JudgeFeedback(false, "没说地点"));
        Assert.Equal(CaseState.Explaining, w.State);
        w.Do(Make.Handler, new SubmitFeedback("带身份证到市民中心三号窗口")).Do(Make.Clerk, new JudgeFeedback(true));
        Assert.Equal(CaseState.FedBack, w.State);
        w.Do(Actor.Reviewer, new RateRectification(Satisfaction.Satisfied));
        Assert.Equal(CloseReason.RatedSatisfied, w.Case.ClosedAs);
    }

    [Theory]
    [InlineData(CaseKind.Consult)]
    [InlineData(CaseKind.Suggestion)]
    [InlineData(CaseKind.Praise)]
    public void What_means_nothing_for_a_kind_is_refused_with_the_state_and_why(CaseKind kind)
    {
        var w = Of(kind).Do(Make.Handler, new AcceptCase());
        w.Refused(Make.Handler, new RecordRectification("x", w.Now), "NOT_FOR_KIND");
        w.Refused(Make.Handler, new RecordCallback(CallbackOutcome.Reached, w.Now, 1, "x"), "NOT_FOR_KIND");
        var refusal = w.Refused(Make.Handler, w.Verified(Branch.RectifyNow), "NOT_FOR_KIND");
        Assert.Equal((CaseState.Explaining, CaseState.Rectifying), (refusal.From, refusal.To));
        Assert.Contains(Messages.Name(kind, Language.Zh), refusal.Text(Language.Zh));
        w.Refused(Make.Handler, new FileAppeal(AppealGround.Mistaken, "x"), "NOT_FOR_KIND");
    }

    [Fact]
    public void A_suggestion_is_decided_once_by_the_units_leader_before_it_is_answered()
    {
        var w = Of(CaseKind.Suggestion).Do(Make.Handler, new AcceptCase());
        w.Refused(Make.Handler, new SubmitFeedback("谢谢"), "SUGGESTION_UNDECIDED");
        w.Refused(Make.Handler, new DecideSuggestion(true, "好"), "WRONG_ROLE");
        w.Refused(Make.Actor("other", "ORG-2", Role.UnitLeader), new DecideSuggestion(true, "好"), "NOT_YOUR_UNIT");
        w.Refused(Make.Leader, new DecideSuggestion(false, " "), "REASON_NEEDED");
        w.Do(Make.Leader, new DecideSuggestion(true, "可行"));
        Assert.Equal(SuggestionOutcome.Adopted, w.Case.Suggestion);
        w.Refused(Make.Leader, new DecideSuggestion(false, "再想想"), "SUGGESTION_DECIDED");
        w.Do(Make.Handler, new SubmitFeedback("已采纳")).Do(Make.Clerk, new JudgeFeedback(true)).Do(Actor.Reviewer, new RateRectification(Satisfaction.NotSatisfied));
        Assert.Equal((CaseState.Reopened, (SuggestionOutcome?)null), (w.State, w.Case.Suggestion)); // another round decides anew
        new World().Refused(Make.Leader, new DecideSuggestion(true, "x"), "NOT_FOR_KIND");
    }

    [Fact]
    public void Praise_is_passed_on_thanked_for_and_put_away()
    {
        var w = Of(CaseKind.Praise).Do(Make.Handler, new AcceptCase()).Do(Make.Handler, new SubmitFeedback("谢谢您，已转达"));
        w.Do(Make.Clerk, new JudgeFeedback(true));
        Assert.Equal((CaseState.Closed, CloseReason.Thanked), (w.State, w.Case.ClosedAs));
        w.Refused(Make.Supervisor, new ReopenCase("x"), "NOT_FOR_KIND");
        w.Do(Actor.System, new SweepDeadlines(), "2026-11-24 09:00");
        Assert.Equal(CaseState.Archived, w.State);
    }

    [Fact]
    public void A_report_never_reaches_the_unit_it_is_about_and_only_the_clerk_calls()
    {
        var w = new World(review: Order(org: "ORG-1") with { AboutOrgCode = "ORG-1" }, kind: CaseKind.Report);
        Assert.Equal(CaseState.Registered, w.State); // not sent by rule
        w.Refused(Make.Clerk, new DispatchCase("ORG-1", "局"), "REPORTED_UNIT");
        var other = Make.Actor("h2", "ORG-2", Role.Handler);
        w.Do(Make.Clerk, new DispatchCase("ORG-2", "局")).Do(other, new AcceptCase());
        w.Refused(other, new RecordCallback(CallbackOutcome.Reached, w.Now, 1, "x"), "HANDLING_UNIT");
        w.Do(Make.Clerk, new RecordCallback(CallbackOutcome.Reached, w.Now, 60, "愿意作证"));
        Assert.Equal(CaseState.Verifying, w.State);
        Assert.False(PersonVault.MayReveal(w.Case, other));
        Assert.True(PersonVault.MayReveal(w.Case, Make.Clerk));
        Assert.False(CitizenHistory.MaySee(w.Case, Make.Actor("c2", "ORG-2", Role.IntakeClerk)));
    }

    [Fact]
    public void Nobody_is_late_with_a_call_that_cannot_be_made_unless_the_policy_says_so()
    {
        Assert.DoesNotContain(DeadlineStep.Callback, new World(review: Make.Review(named: false)).Case.Deadlines.Keys);
        Assert.Contains(DeadlineStep.Callback, new World().Case.Deadlines.Keys);
        var strict = PolicyFile.Parse(PolicyFile.Preset("default").Yaml.Replace("days: 2 }", "days: 2, anonymous_waived: false }"), "strict");
        Assert.Contains(DeadlineStep.Callback, new World(strict, Make.Review(named: false)).Case.Deadlines.Keys);
    }

    [Fact]
    public async Task Orders_open_one_case_each_of_their_kind_and_a_review_of_the_same_number_has_its_own()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.RouteAsync(Make.Review("N-1") with { Source = "hotline" });
        SourcedOrder[] orders =
        [
            new(CaseKind.Consult, Order("N-1"), "1"), new(CaseKind.Suggestion, Order("N-2"), "2"), new(null, Order("N-3"), "3"),
            new(CaseKind.Complaint, Order("N-1"), "4"), new(CaseKind.Praise, Order("N-4", at: "2026-11-16 11:00"), "5"),
        ];
        var report = await w.Room.Router.RunAsync(new OrderList(orders));
        Assert.Equal((5, 2, 1, 1, 1), (report.Read, report.Opened, report.AlreadyRouted, report.Excluded["WITHOUT_KIND"], report.Deferred));
        w.Time.Set("2026-11-16 11:05");
        var again = await w.Room.Router.RunAsync(new OrderList(orders));
        Assert.Equal((1, 1), (again.Read, again.Opened));
        var kinds = (await w.Room.Desk.QueueAsync(new(), Make.Clerk)).Rows.Select(r => r.Kind);
        Assert.Equal([CaseKind.BadReview, CaseKind.Consult, CaseKind.Suggestion, CaseKind.Praise], kinds.Order());
        var only = await w.Room.Desk.QueueAsync(new() { Kind = CaseKind.Suggestion }, Make.Clerk);
        Assert.Equal(("N-2", "hotline-suggestion"), (only.Rows.Single().ReviewNo, (await w.CaseAsync(only.Rows[0].CaseNo)).PolicyId));
        Assert.Equal(1, (await w.Room.Desk.QueueAsync(new() { Kind = CaseKind.Suggestion, View = QueueView.All }, Make.Clerk)).Total);
        var sink = new MirrorSink();
        await w.Room.Mirror.RunAsync(sink);
        Assert.All(sink.Events.Where(e => e.Seq == 1), e => Assert.Equal("hotline", e.ReviewSource));
    }

    [Fact]
    public async Task A_form_sent_twice_opens_one_case_and_only_a_clerk_takes_matters_down()
    {
        using var w = await StoreWorld.OpenAsync();
        var matter = new NewMatter(CaseKind.Suggestion, "FORM00000001", "午间增开窗口") { OrgCode = "ORG-1", OrgName = "局", Channel = "COUNTER" };
        var (first, _) = await w.Room.Registration.RunAsync(matter, Make.Clerk);
        var (second, _) = await w.Room.Registration.RunAsync(matter with { TextMasked = "又一次" }, Make.Clerk);
        Assert.NotNull(first);
        Assert.Equal(first, second);
        var page = (await w.Room.Desk.CaseAsync(first, Make.Clerk))!;
        Assert.Equal((CaseKind.Suggestion, CaseState.Dispatched, "clerk", Role.IntakeClerk), (page.Case.Kind, page.Case.State, page.Events[0].ActorId, page.Events[0].ActorRole));
        Assert.True(((CaseOpened)page.Events[0].Data).ByHand);
        Assert.Equal("WRONG_ROLE", (await w.Room.Registration.RunAsync(matter, Make.Handler)).Refusal!.Key);
        Assert.Equal("NOT_BY_HAND", (await w.Room.Registration.RunAsync(matter with { Kind = CaseKind.BadReview }, Make.Clerk)).Refusal!.Key);
        Assert.Equal("TEXT_NEEDED", (await w.Room.Registration.RunAsync(matter with { TextMasked = " " }, Make.Clerk)).Refusal!.Key);
        Assert.Equal("FORM_NUMBER", (await w.Room.Registration.RunAsync(matter with { FormNo = "x" }, Make.Clerk)).Refusal!.Key);
    }

    [Fact]
    public async Task The_unit_that_handles_a_report_sees_nothing_that_leads_to_who_reported()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.Room.Router.RunAsync(new OrderList([new(CaseKind.Report, Order(org: null), "1")]));
        var no = (await w.Room.Desk.QueueAsync(new(), Make.Clerk)).Rows[0].CaseNo;
        await w.DoAsync(no, Make.Clerk, new DispatchCase("ORG-1", "局"));
        await w.DoAsync(no, Make.Handler, new AcceptCase());
        await w.DoAsync(no, Make.Clerk, new RecordCallback(CallbackOutcome.Reached, w.Room.Rules.Now(PolicyFile.Preset("default")), 60, "我是李四"));
        var seen = (await w.Room.Desk.CaseAsync(no, Make.Handler))!;
        Assert.Null(seen.Case.Review!.PersonHash);
        Assert.Null(((CaseOpened)seen.Events[0].Data).Review.PersonHash);
        Assert.All(seen.Events.Select(e => e.Data).OfType<CallbackAttempted>(), c => Assert.Null(c.Note));
        Assert.NotNull((await w.Room.Desk.CaseAsync(no, Make.Clerk))!.Case.Review!.PersonHash);
    }

    private sealed class OrderList(IReadOnlyList<SourcedOrder> orders) : IOrderSource
    {
        public async IAsyncEnumerable<SourcedOrder> ReadAsync(string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.Yield();
            foreach (var order in orders.Where(o => after is null || string.CompareOrdinal(o.Cursor, after) > 0))
                yield return order;
        }
    }

    private sealed class MirrorSink : ICaseEventSink
    {
        public List<MirroredEvent> Events { get; } = [];

        public Task<long> PositionAsync(CancellationToken cancel) => Task.FromResult(Events.Count == 0 ? 0L : Events[^1].Position);

        public Task AppendAsync(IReadOnlyList<MirroredEvent> events, CancellationToken cancel)
        {
            Events.AddRange(events);
            return Task.CompletedTask;
        }
    }
}
