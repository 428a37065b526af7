namespace QualityInsight.Feedback;

/// <summary>
/// 办结: nobody rated and the time for it is over (by a clerk or the system); or still unsatisfied after the last round, by
/// the supervisor with reasons.
/// </summary>
/// <param name="Note">Why; needed from a supervisor.</param>
public sealed record CloseCase(string? Note = null) : CaseCommand
{
    internal override CaseState? Target => CaseState.Closed;

    internal override IReadOnlyList<Role> Roles => [Role.Supervisor, Role.IntakeClerk, Role.System];

    private protected override Refusal? Gate(Situation s)
    {
        if ((this.InState(s, CaseState.FedBack) ?? this.MayEnd(s)) is { } refusal)
            return refusal;
        if (s.Case.Rating == Satisfaction.NotSatisfied)
            return s.Actor.Is(Role.Supervisor) ? this.OutsideUnit(s) : Refuse(s, "STILL_UNSATISFIED");
        return s.Case.CurrentDeadline is { } due && s.Now <= due.DueAt ? Refuse(s, "MAY_STILL_BE_RATED", due.DueAt)
            : s.Actor.Is(Role.System) ? null : this.OutsideUnit(s);
    }

    private protected override Decision Act(Situation s)
    {
        var supervised = s.Case.Rating == Satisfaction.NotSatisfied;
        return supervised && this.Written(s, Note, "REASON_NEEDED") is { } refusal
            ? refusal
            : Decision.Happened(new CaseClosed(supervised ? CloseReason.Supervised : CloseReason.NotRated, s.Case.CountsInAssessment, Note));
    }
}
