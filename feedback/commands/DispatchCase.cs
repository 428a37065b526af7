namespace QualityInsight.Feedback;

/// <summary>转办: send the case to the responsible unit. A new case is screened by it.</summary>
/// <param name="OrgCode">The unit.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Note">What the unit should know.</param>
public sealed record DispatchCase(string OrgCode, string? OrgName, string? Note = null) : CaseCommand
{
    internal override CaseState? Target => CaseState.Dispatched;

    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk, Role.System];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Registered, CaseState.Screening, CaseState.Reopened);

    private protected override Decision Act(Situation s) =>
        string.IsNullOrWhiteSpace(OrgCode) ? Refuse(s, "NO_UNIT")
            : s.Case.Kind.HidesCitizen() && s.Case.Review!.AboutOrgCode == OrgCode ? Refuse(s, "REPORTED_UNIT", OrgName ?? OrgCode)
            : new Script(s)
                .AddIf(s.Case.State == CaseState.Registered, () => new ScreeningStarted())
                .Add(new CaseDispatched(OrgCode, OrgName, s.Actor.Is(Role.System), Note))
                .Refresh(DeadlineCause.Started)
                .Done();
}
