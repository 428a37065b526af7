namespace QualityInsight.Feedback;

/// <summary>
/// The events of one decision, folded as they are added, so that a deadline set by the second event sees what the first
/// one did.
/// </summary>
internal sealed partial class Script(Situation situation)
{
    private static readonly DeadlineStep[] Counted =
        [DeadlineStep.Dispatch, DeadlineStep.Callback, DeadlineStep.Verify, DeadlineStep.Rectify, DeadlineStep.AppealWindow];

    private readonly List<CaseEvent> _events = [];

    internal Case Case { get; private set; } = situation.Case;

    internal int Count => _events.Count;

    internal Script Add(CaseEvent e)
    {
        _events.Add(e);
        Case = Case.Apply(e, situation.Now, situation.Actor.UserId);
        return this;
    }

    internal Script AddIf(bool condition, Func<CaseEvent> e) => condition ? Add(e()) : this;

    /// <summary>Sets every deadline whose beginning is known and that is not yet, or no longer, what it should be.</summary>
    internal Script Refresh(DeadlineCause cause, params ReadOnlySpan<DeadlineStep> except)
    {
        if (Case.IsStopped)
            return this;
        foreach (var step in Counted)
        {
            if (except.Contains(step) || IsPast(step) || !Runs(step))
                continue;
            var limit = situation.Policy.LimitOf(step, Case.Branch);
            if (Beginning(limit.From) is { } from)
                Set(step, limit, from, cause);
        }
        return this;
    }

    /// <summary>Sets the deadline of a step that begins now.</summary>
    internal Script Begin(DeadlineStep step)
    {
        var limit = situation.Policy.LimitOf(step, Case.Branch);
        return Set(step, limit, situation.Now, DeadlineCause.Started);
    }

    /// <summary>Computes deadlines in force again, with the calendar of now.</summary>
    internal Script Recompute()
    {
        foreach (var d in Case.Deadlines.Values)
            if (!IsPast(d.Step) && !(Case.IsStopped && IsUnits(d.Step)))
                Set(d.Step, new(d.Amount - Extension(d.Step), d.Unit, CountFrom.StepBegan), d.CountedFrom, DeadlineCause.CalendarLoaded);
        RecomputeSupport();
        return this;
    }

    /// <summary>The step has a clock: the kind knows it, and there is somebody to call or the policy wants the call all the same.</summary>
    private bool Runs(DeadlineStep step) => Case.Kind.Knows(step)
        && (step != DeadlineStep.Callback || Case.Review!.IsNamed || !situation.Policy.WaivesAnonymousCall);

    internal Decision Done() => Decision.Happened(_events);

    private Script Set(DeadlineStep step, TimeLimit limit, DateTime from, DeadlineCause cause)
    {
        var amount = limit.Amount + Extension(step);
        var deadline = Deadlines.Compute(situation, Case, step, amount, limit.Unit, from);
        var now = new DeadlineInForce(step, deadline.DueAt, deadline.IsProvisional, from, amount, limit.Unit);
        return Case.Deadlines.TryGetValue(step, out var old) && old == now
            ? this
            : Add(new DeadlineSet(step, now.DueAt, now.Provisional, from, amount, limit.Unit, cause));
    }

    private int Extension(DeadlineStep step) => step == DeadlineStep.Rectify ? Case.ExtendedBy : 0;

    private DateTime? Beginning(CountFrom from) => from switch
    {
        CountFrom.Reviewed => Case.Round == 0 ? Case.Review!.ReviewedAt : Case.RoundStartedAt,
        CountFrom.Registered => Case.RoundStartedAt,
        CountFrom.Dispatched => Case.DispatchedAt,
        CountFrom.CalledBack => Case.CalledBackAt,
        CountFrom.Verified => Case.VerifiedAt,
        _ => null,
    };

    /// <summary>The step is over: its deadline is history and is not moved any more.</summary>
    private bool IsPast(DeadlineStep step) => step switch
    {
        DeadlineStep.Dispatch => Case.DispatchedAt is not null,
        DeadlineStep.Callback => Case.CalledBackAt is not null,
        DeadlineStep.Verify => Case.VerifiedAt is not null,
        DeadlineStep.AppealWindow => Case.Appeals > 0 && Case.Deadlines.ContainsKey(step),
        DeadlineStep.AppealDecision => Case.State is not (CaseState.Appeal or CaseState.AppealReview),
        DeadlineStep.FeedbackReview => Case.State is not CaseState.FeedbackReview,
        DeadlineStep.Rereview => Case.State is not CaseState.FedBack,
        _ => Case.ReplyAccepted || !Case.IsOpen,
    };

    private static bool IsUnits(DeadlineStep step) => step is DeadlineStep.Verify or DeadlineStep.Rectify;
}
