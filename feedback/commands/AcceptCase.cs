namespace QualityInsight.Feedback;

/// <summary>签收: the unit signs for the case; whoever signs handles it unless somebody was assigned. Nobody to call: on to verifying; a kind that is only answered: on to its answer.</summary>
public sealed record AcceptCase : CaseCommand
{
    internal override CaseState? Target => CaseState.Callback;

    internal override IReadOnlyList<Role> Roles => [Role.Handler];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Dispatched) ?? this.InUnit(s) ?? this.NotRated(s) ?? this.NoReturnPending(s);

    private protected override Decision Act(Situation s) => new Script(s)
        .Add(new CaseAccepted())
        .AddIf(s.Case.HandlerId is null, () => new HandlerAssigned(s.Actor.UserId, s.Actor.Name))
        .AddIf(!s.Case.Review!.IsNamed || s.Case.Kind.IsAnswered(), () => new CallbackWaived())
        .Refresh(DeadlineCause.Started)
        .Done();
}
