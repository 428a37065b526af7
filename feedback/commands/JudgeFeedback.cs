namespace QualityInsight.Feedback;

/// <summary>
/// 反馈审核: by a clerk outside every unit that had the case, who did not decide its appeal either. Accepted, the citizen has
/// it and may rate what was done; where nobody can be told, the case ends.
/// </summary>
/// <param name="Accept">Yes or no.</param>
/// <param name="Note">What is missing; needed for a no.</param>
public sealed record JudgeFeedback(bool Accept, string? Note = null) : CaseCommand
{
    internal override CaseState? Target => Accept ? CaseState.FedBack : null;

    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.FeedbackReview) ?? this.OutsideUnit(s) ?? this.NotRated(s)
        ?? (s.Case.AppealJudges.Contains(s.Actor.UserId) ? Refuse(s, "DECIDED_THE_APPEAL") : null);

    private protected override Decision Act(Situation s)
    {
        if (!Accept)
            return this.Written(s, Note, "REASON_NEEDED") is { } refusal ? refusal : Decision.Happened(new FeedbackNotAccepted(Note!));
        var script = new Script(s).Add(new FeedbackAccepted(Note));
        if (s.Case.Kind.EndsWithReply())
            return script.Add(new CaseClosed(CloseReason.Thanked, s.Case.CountsInAssessment, null)).Done();
        if (s.Case.Obstacle is null)
            return script.Begin(DeadlineStep.Rereview).Done();
        return this.MayEnd(s with { Case = script.Case }) is { } missing
            ? missing
            : script.Add(new CaseClosed(CloseReason.FeedbackImpossible, s.Case.CountsInAssessment, null)).Done();
    }
}
