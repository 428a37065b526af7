namespace QualityInsight.Feedback;

/// <summary>
/// 上传附件: a file whose content was checked and stored. Only <see cref="EvidenceVault"/> gives it, so that no event names
/// a file that is not there. The unit's people and those who judge may; the rated person may not.
/// </summary>
/// <param name="ContentHash">SHA-256, lower-case hex.</param>
/// <param name="MediaType">Type as its content says.</param>
/// <param name="Bytes">Size.</param>
/// <param name="FileName">Name, cleaned.</param>
internal sealed record AddEvidence(string ContentHash, string MediaType, long Bytes, string FileName) : CaseCommand
{
    /// <summary>Files a case takes.</summary>
    internal const int Most = 60;

    internal override IReadOnlyList<Role> Roles => EvidenceRoles;

    internal static readonly Role[] EvidenceRoles = [Role.Handler, Role.IntakeClerk, Role.UnitLeader, Role.AppealReviewer, Role.Supervisor];

    private protected override Refusal? Gate(Situation s) =>
        s.Case.State == CaseState.Archived ? Refuse(s, "IS_ARCHIVED")
        : this.NotRated(s) ?? (s.Actor.Is(Role.IntakeClerk, Role.AppealReviewer, Role.Supervisor) ? null : this.InUnit(s));

    private protected override Decision Act(Situation s) =>
        s.Case.EvidenceOf(ContentHash) is not null ? Refuse(s, "ALREADY_SO")
        : s.Case.Evidence.Count >= Most ? Refuse(s, "TOO_MANY_FILES", Most)
        : Decision.Happened(new EvidenceAdded(ContentHash, MediaType, Bytes, FileName));
}
