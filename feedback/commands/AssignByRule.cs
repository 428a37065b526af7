namespace QualityInsight.Feedback;

/// <summary>自动分派: a rule of the unit gives a new case to a handler; by the system only, and only where nobody has it yet.</summary>
/// <param name="UserId">The handler's account.</param>
/// <param name="Rule">The rule's name.</param>
public sealed record AssignByRule(string UserId, string Rule) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.System];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Dispatched, CaseState.Callback, CaseState.Merged) ?? (s.Case.HandlerId is null ? null : Refuse(s, "ALREADY_SO"));

    private protected override Decision Act(Situation s) => s.Assignee switch
    {
        null => Refuse(s, "NO_SUCH_USER", UserId),
        var a when a.OrgCode != s.Case.OrgCode || !a.Is(Role.Handler) => Refuse(s, "NOT_A_HANDLER", a.Name, s.Case.OrgName ?? s.Case.OrgCode!),
        var a when Guards.IsRated(s.Case, a) => Refuse(s, "RATED_PERSON"),
        var a => Decision.Happened(new HandlerAssigned(a.UserId, a.Name, Rule)),
    };
}
