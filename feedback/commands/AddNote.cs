namespace QualityInsight.Feedback;

/// <summary>备注: words for colleagues; also after closing, not after archiving.</summary>
/// <param name="Text">The note.</param>
public sealed record AddNote(string Text) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk, Role.Supervisor, Role.UnitLeader, Role.Handler, Role.AppealReviewer];

    private protected override Refusal? Gate(Situation s) => s.Case.State == CaseState.Archived ? Refuse(s, "NOT_OPEN") : null;

    private protected override Decision Act(Situation s) =>
        this.Written(s, Text, "TEXT_NEEDED") is { } refusal ? refusal : Decision.Happened(new NoteAdded(Text));
}
