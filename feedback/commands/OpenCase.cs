namespace QualityInsight.Feedback;

/// <summary>
/// 立案: a matter becomes a case; by the router, or by a clerk's form. Where the policy dispatches by rule and the unit is known, it is
/// screened and dispatched in the same breath.
/// </summary>
public static class OpenCase
{
    /// <summary>The first events of a case.</summary>
    /// <param name="caseNo">Its number.</param>
    /// <param name="review">What it is about.</param>
    /// <param name="policy">The policy it will live under.</param>
    /// <param name="calendar">Its calendar.</param>
    /// <param name="openedAt">When it counts as opened, local.</param>
    /// <param name="backfilled">True where history is loaded.</param>
    /// <param name="kind">What kind of matter; the policy has to be one for it.</param>
    /// <param name="byHand">True where a clerk took it down.</param>
    public static Decision Decide(
        string caseNo, BadReview review, Policy policy, WorkingCalendar calendar, DateTime openedAt, bool backfilled,
        CaseKind kind = CaseKind.BadReview, bool byHand = false)
    {
        if (openedAt < review.ReviewedAt)
            return new Refusal(nameof(OpenCase), null, CaseState.Registered, "BEFORE_THE_REVIEW", openedAt, review.ReviewedAt);
        if (!policy.Kinds.Contains(kind))
            return new Refusal(nameof(OpenCase), null, CaseState.Registered, "POLICY_OF_OTHER_KIND", policy.Id, kind);
        var situation = new Situation(Case.Nothing(caseNo), Actor.System, policy, calendar, openedAt);
        var script = new Script(situation).Add(new CaseOpened(review, policy.Id, policy.Hash, backfilled, kind, byHand)).Refresh(DeadlineCause.Started)
            .AddIf(kind == CaseKind.Fallback, () => TakeIntoFallback.Entry(situation.Case, FallbackOrigin.Counter, null));
        if (policy.AutoDispatch && !string.IsNullOrWhiteSpace(review.OrgCode) && review.OrgCode != review.AboutOrgCode)
            script.Add(new ScreeningStarted())
                .Add(new CaseDispatched(review.OrgCode, review.OrgName, Automatic: true, null))
                .Refresh(DeadlineCause.Started);
        return script.Done();
    }
}
