namespace QualityInsight.Feedback;

/// <summary>整改登记: something was put right.</summary>
/// <param name="Text">What.</param>
/// <param name="DoneAt">When, local; not before the review, not in the future.</param>
/// <param name="EvidenceIds">Content hashes of evidence of this case that shows it.</param>
public sealed record RecordRectification(string Text, DateTime DoneAt, IReadOnlyList<string>? EvidenceIds = null) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.Handler];

    private protected override Refusal? Gate(Situation s) => this.InState(s, CaseState.Rectifying) ?? this.InUnit(s) ?? this.NotRated(s);

    private protected override Decision Act(Situation s) =>
        (this.Written(s, Text, "TEXT_NEEDED") ?? this.Possible(s, DoneAt)
            ?? (EvidenceIds?.All(id => s.Case.EvidenceOf(id) is not null) ?? true ? null : Refuse(s, "NO_SUCH_EVIDENCE"))) is { } refusal
            ? refusal
            : Decision.Happened(new RectificationRecorded(Text, DoneAt, EvidenceIds ?? []));
}
