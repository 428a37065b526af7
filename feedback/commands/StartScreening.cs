namespace QualityInsight.Feedback;

/// <summary>预审: take a new case into screening.</summary>
public sealed record StartScreening : CaseCommand
{
    internal override CaseState? Target => CaseState.Screening;

    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk, Role.System];

    private protected override Refusal? Gate(Situation s) => this.InState(s, CaseState.Registered);

    private protected override Decision Act(Situation s) => Decision.Happened(new ScreeningStarted());
}
