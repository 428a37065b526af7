namespace QualityInsight.Feedback;

/// <summary>回访登记: a call was made. The rated person never calls. Enough failed calls on enough days end the calling.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="CalledAt">When, local; not before the dispatch (and so the review), not in the future.</param>
/// <param name="DurationSeconds">How long it lasted.</param>
/// <param name="Note">What was said; needed where somebody was reached.</param>
public sealed record RecordCallback(
    CallbackOutcome Outcome, DateTime CalledAt, int? DurationSeconds = null, string? Note = null) : CaseCommand
{
    internal override CaseState? Target => Outcome == CallbackOutcome.Reached ? CaseState.Verifying : null;

    internal override IReadOnlyList<Role> Roles => [Role.Handler, Role.IntakeClerk];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Callback, CaseState.Merged)
        ?? (s.Case.Kind.HidesCitizen() ? this.OutsideUnit(s) : null)
        ?? (s.Actor.Is(Role.IntakeClerk) ? null : this.InUnit(s))
        ?? this.NotRated(s)
        ?? this.NoReturnPending(s)
        ?? (s.Case.Reached || s.Case.CallbackExcused ? Refuse(s, "CALLING_IS_OVER") : null);

    private protected override Decision Act(Situation s)
    {
        var refusal = this.Possible(s, CalledAt)
            ?? (CalledAt < s.Case.DispatchedAt ? Refuse(s, "BEFORE_THE_DISPATCH", CalledAt, s.Case.DispatchedAt!.Value)
                : s.Case.Attempts.Count > 0 && CalledAt < s.Case.Attempts[^1].CalledAt ? Refuse(s, "BEFORE_THE_LAST_CALL", CalledAt, s.Case.Attempts[^1].CalledAt)
                : DurationSeconds is < 0 ? Refuse(s, "NEGATIVE_DURATION")
                : Outcome == CallbackOutcome.Reached ? this.Written(s, Note, "NOTE_NEEDED") : null);
        if (refusal is not null)
            return refusal;
        var script = new Script(s).Add(new CallbackAttempted(Outcome, CalledAt, DurationSeconds, Note));
        var attempts = script.Case.Attempts;
        var days = attempts.Select(a => DateOnly.FromDateTime(a.CalledAt)).Distinct().Count();
        script.AddIf(
            Outcome != CallbackOutcome.Reached && attempts.Count >= s.Policy.CallbackAttempts && days >= s.Policy.CallbackDays,
            () => new CallbackGivenUp(attempts.Count, days));
        return script.Refresh(DeadlineCause.Started).Done();
    }
}
