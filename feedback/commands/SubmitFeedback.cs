namespace QualityInsight.Feedback;

/// <summary>提交反馈: the unit's reply; something was put right, or explained. For an anonymous review the obstacle is filled in.</summary>
/// <param name="Text">What the citizen will read (or would).</param>
/// <param name="Obstacle">Why nobody can be told, or null.</param>
public sealed record SubmitFeedback(string Text, FeedbackObstacle? Obstacle = null) : CaseCommand
{
    internal override CaseState? Target => CaseState.FeedbackReview;

    internal override IReadOnlyList<Role> Roles => [Role.Handler, Role.UnitLeader];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Rectifying, CaseState.Explaining, CaseState.Merged) ?? this.InUnit(s) ?? this.NotRated(s) ?? this.Running(s)
        ?? (s.Policy.LeaderSignsFeedback && !s.Actor.Is(Role.UnitLeader) ? Refuse(s, "WRONG_ROLE", Role.UnitLeader)
            : !s.Case.Reached && !s.Case.CallbackExcused ? Refuse(s, "NO_CALLBACK", s.Policy.CallbackAttempts, s.Policy.CallbackDays)
            : s.Case is { Kind: CaseKind.Suggestion, Suggestion: null } ? Refuse(s, "SUGGESTION_UNDECIDED")
            : s.Case.State == CaseState.Rectifying && s.Case.Rectifications == 0 ? Refuse(s, "NOTHING_RECTIFIED") : this.NoOpenSupport(s));

    private protected override Decision Act(Situation s)
    {
        var obstacle = Obstacle ?? (s.Case.Review!.IsNamed ? null : FeedbackObstacle.Anonymous);
        return (this.Written(s, Text, "REPLY_NEEDED") ?? this.TrueObstacle(s, obstacle)) is { } refusal
            ? refusal
            : new Script(s).Add(new FeedbackSubmitted(Text, obstacle)).Begin(DeadlineStep.FeedbackReview).Done();
    }
}
