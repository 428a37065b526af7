namespace QualityInsight.Feedback;

/// <summary>退单申请: the unit asks to give the case back, before it called anybody.</summary>
/// <param name="Reason">Why it is not theirs.</param>
public sealed record RequestReturn(string Reason) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.Handler, Role.UnitLeader];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Dispatched, CaseState.Callback) ?? this.InUnit(s) ?? this.NoReturnPending(s)
        ?? (s.Policy.MaxReturns == 0 ? Refuse(s, "RETURN_NOT_ALLOWED")
            : s.Case.Returns >= s.Policy.MaxReturns ? Refuse(s, "RETURNS_USED_UP", s.Policy.MaxReturns)
            : s.Case.Attempts.Count > 0 ? Refuse(s, "ALREADY_CALLED") : null);

    private protected override Decision Act(Situation s) =>
        this.Written(s, Reason, "REASON_NEEDED") is { } refusal ? refusal : Decision.Happened(new ReturnRequested(Reason));
}
