namespace QualityInsight.Feedback;

/// <summary>
/// 申诉复核: by somebody independent of every unit that had the case and of whoever judges its reply. Upheld, the case ends
/// as set aside: the review itself stays as it is, and the citizen is told.
/// </summary>
/// <param name="Uphold">Yes or no.</param>
/// <param name="Reason">Why; always.</param>
/// <param name="Reply">What the citizen is told, where upheld.</param>
/// <param name="Obstacle">Why nobody can be told, instead.</param>
public sealed record DecideAppeal(bool Uphold, string Reason, string? Reply = null, FeedbackObstacle? Obstacle = null) : CaseCommand
{
    internal override CaseState? Target => Uphold ? CaseState.Closed : null;

    internal override IReadOnlyList<Role> Roles => [Role.AppealReviewer];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.AppealReview) ?? this.OutsideUnit(s) ?? this.NotRated(s)
        ?? (s.Case.FeedbackJudges.Contains(s.Actor.UserId) ? Refuse(s, "JUDGED_THE_REPLY") : null);

    private protected override Decision Act(Situation s)
    {
        if (this.Written(s, Reason, "REASON_NEEDED") is { } needed)
            return needed;
        if (!Uphold)
            return new Script(s).Add(new AppealRejected(Reason)).AddIf(s.Case.IsStopped, () => new ClockResumed())
                .Refresh(DeadlineCause.Resumed).Done();
        if (((Obstacle is null ? this.Written(s, Reply, "REPLY_NEEDED") : null) ?? this.TrueObstacle(s, Obstacle)) is { } refusal)
            return refusal;
        var script = new Script(s).WithdrawSupport(WithdrawalCause.AppealUpheld).Add(new AppealUpheld(s.Case.AppealGround!.Value, Reason, Reply, Obstacle));
        return this.MayEnd(s with { Case = script.Case }) is { } missing
            ? missing
            : script.Add(new CaseClosed(CloseReason.SetAside, CountsInAssessment: false, null)).Done();
    }
}
