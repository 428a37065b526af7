namespace QualityInsight.Feedback;

/// <summary>
/// 整改评价: the citizen rates what was done, once a round, by the link or by telephone to a clerk outside the unit. Not
/// satisfied reopens the case up to the policy's number of rounds; then it comes under supervision and into the fallback register.
/// </summary>
/// <param name="Satisfaction">满意, 基本满意, 不满意.</param>
/// <param name="Text">The citizen's words, masked.</param>
public sealed record RateRectification(Satisfaction Satisfaction, string? Text = null) : CaseCommand
{
    internal override CaseState? Target => Satisfaction == Satisfaction.NotSatisfied ? CaseState.Reopened : CaseState.Closed;

    internal override IReadOnlyList<Role> Roles => [Role.Reviewer, Role.IntakeClerk];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.FedBack)
        ?? (s.Case.Rating is not null ? Refuse(s, "ALREADY_RATED")
            : s.Case.CurrentDeadline is { } due && s.Now > due.DueAt ? Refuse(s, "AFTER_THE_DEADLINE", due.DueAt)
            : s.Actor.Is(Role.Reviewer) ? null : this.OutsideUnit(s) ?? this.NotRated(s));

    private protected override Decision Act(Situation s)
    {
        var script = new Script(s).Add(new RectificationRated(Satisfaction, Text, s.Actor.Is(Role.Reviewer)));
        if (Satisfaction != Satisfaction.NotSatisfied)
            return this.MayEnd(s) is { } missing
                ? missing
                : script.Add(new CaseClosed(CloseReason.RatedSatisfied, s.Case.CountsInAssessment, null)).Done();
        var last = s.Case.Round >= s.Policy.MaxReopens;
        Supervise(script, s, SupervisionTrigger.Unsatisfied);
        if (last)
        {
            Supervise(script, s, SupervisionTrigger.Exhausted);
            script.AddIf(s.Case.OpenFallback is null, () => TakeIntoFallback.Entry(s.Case, FallbackOrigin.Reopened, null));
        }
        else
            script.Add(new CaseReopened(s.Case.Round + 1, Ordered: false)).Refresh(DeadlineCause.Started);
        return script.Done();
    }

    private static void Supervise(Script script, Situation s, SupervisionTrigger trigger) =>
        script.AddIf(s.Policy.Supervise.Contains(trigger) && !script.Case.Supervisions.Contains(trigger), () => new SupervisionStarted(trigger, null));
}
