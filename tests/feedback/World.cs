namespace QualityInsight.Feedback.Tests;

/// <summary>One case in memory: no store, only decisions and their fold.</summary>
internal sealed class World
{
    private readonly List<RecordedEvent> _history = [];

    internal World(Policy? policy = null, BadReview? review = null, WorkingCalendar? calendar = null, CaseKind kind = CaseKind.BadReview)
    {
        Policy = policy ?? PolicyFile.ShippedFor(kind)[0];
        Calendar = calendar ?? Make.Calendar();
        review ??= Make.Review();
        Now = review.ReviewedAt;
        Case = Case.Nothing("HC-20261116-00001");
        Record(OpenCase.Decide(Case.CaseNo, review, Policy, Calendar, Now, backfilled: false, kind), Actor.System);
    }

    internal Policy Policy { get; }
    internal WorkingCalendar Calendar { get; }
    internal Case Case { get; private set; }
    internal DateTime Now { get; set; }
    internal Case? Lead { get; set; }
    internal Actor? Assignee { get; set; }
    internal IReadOnlyList<RecordedEvent> History => _history;
    internal CaseState State => Case.State!.Value;

    internal Situation Situation(Actor actor) => new(Case, actor, Policy, Calendar, Now) { Lead = Lead, Assignee = Assignee };

    /// <summary>Carries out a command that must succeed.</summary>
    internal World Do(Actor actor, CaseCommand command, string? at = null)
    {
        if (at is not null)
            Now = Make.At(at);
        var decision = command.Decide(Situation(actor));
        Assert.True(decision.Refusal is null, decision.Refusal?.Text(Language.En));
        Record(decision, actor);
        return this;
    }

    /// <summary>Tries a command that must be refused for this reason, changing nothing.</summary>
    internal Refusal Refused(Actor actor, CaseCommand command, string key, string? at = null)
    {
        if (at is not null)
            Now = Make.At(at);
        var decision = command.Decide(Situation(actor));
        Assert.NotNull(decision.Refusal);
        Assert.Equal(key, decision.Refusal.Key);
        Assert.Empty(decision.Events);
        return decision.Refusal;
    }

    internal Decision Try(Actor actor, CaseCommand command)
    {
        var decision = command.Decide(Situation(actor));
        if (decision.Refusal is null)
            Record(decision, actor);
        return decision;
    }

    internal T Last<T>() where T : CaseEvent => _history.Select(e => e.Data).OfType<T>().Last();

    internal int Count<T>() where T : CaseEvent => _history.Count(e => e.Data is T);

    // Ways to get somewhere.
    internal World ToCallback() => Do(Make.Handler, new AcceptCase());

    internal World ToVerifying() => ToCallback().Do(Make.Handler, new RecordCallback(CallbackOutcome.Reached, Now, 120, "说明了情况"));

    internal World ToRectifying(Branch branch = Branch.RectifyNow) => ToVerifying().Do(Make.Handler, Verified(branch));

    internal World ToFeedbackReview() => ToRectifying()
        .Do(Make.Handler, new RecordRectification("增开窗口", Now)).Do(Make.Handler, new SubmitFeedback("已增开窗口,谢谢您的意见"));

    internal World ToFedBack() => ToFeedbackReview().Do(Make.Clerk, new JudgeFeedback(true));

    internal RecordVerification Verified(Branch branch) => new(
        branch == Branch.Explain ? VerificationOutcome.Unsubstantiated : VerificationOutcome.Substantiated, branch, "窗口只开了一个",
        branch == Branch.RectifyByLedger ? new("增开窗口", "窗口组长", DateOnly.FromDateTime(Now).AddDays(10)) : null);

    private void Record(Decision decision, Actor actor)
    {
        foreach (var e in decision.Events)
        {
            var from = Case.State;
            Case = Case.Apply(e, Now, actor.UserId);
            _history.Add(new(_history.Count + 1, Case.CaseNo, Case.Seq, Now, DateTime.UnixEpoch, actor.UserId, Role.System, from, Case.State!.Value, e));
        }
    }
}
