namespace QualityInsight.Feedback;

/// <summary>指派: give the case to a handler of the unit; a handler may take it.</summary>
/// <param name="UserId">The handler's account.</param>
public sealed record AssignHandler(string UserId) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.UnitLeader, Role.Handler];

    private protected override Refusal? Gate(Situation s) =>
        this.InUnit(s) ?? this.InState(
            s, CaseState.Dispatched, CaseState.Callback, CaseState.Verifying, CaseState.Rectifying, CaseState.Explaining, CaseState.Merged);

    private protected override Decision Act(Situation s) => s.Assignee switch
    {
        null => Refuse(s, "NO_SUCH_USER", UserId),
        _ when !s.Actor.Is(Role.UnitLeader) && UserId != s.Actor.UserId => Refuse(s, "WRONG_ROLE", Role.UnitLeader),
        var a when a.OrgCode != s.Case.OrgCode || !a.Is(Role.Handler) => Refuse(s, "NOT_A_HANDLER", a.Name, s.Case.OrgName ?? s.Case.OrgCode!),
        var a when Guards.IsRated(s.Case, a) => Refuse(s, "RATED_PERSON"),
        var a when a.UserId == s.Case.HandlerId => Refuse(s, "ALREADY_SO"),
        var a => Decision.Happened(new HandlerAssigned(a.UserId, a.Name)),
    };
}
