namespace QualityInsight.Feedback;

/// <summary>Guards that several commands share; each gives the refusal's key and arguments, or null.</summary>
internal static class Guards
{
    /// <summary>The case is in one of these states.</summary>
    internal static Refusal? InState(this CaseCommand c, Situation s, params CaseState[] states) =>
        states.Contains(s.Case.State!.Value) ? null : c.No(s, "WRONG_STATE", [states]);

    /// <summary>The actor belongs to the unit that has the case.</summary>
    internal static Refusal? InUnit(this CaseCommand c, Situation s) =>
        s.Case.OrgCode is not null && s.Actor.OrgCode == s.Case.OrgCode ? null : c.No(s, "NOT_YOUR_UNIT", s.Case.OrgName ?? s.Case.OrgCode ?? "—");

    /// <summary>The actor belongs to no unit that ever had the case and never acted for one on it.</summary>
    internal static Refusal? OutsideUnit(this CaseCommand c, Situation s) =>
        (s.Actor.OrgCode is { } org && s.Case.FormerOrgs.Contains(org)) || s.Case.UnitActors.Contains(s.Actor.UserId)
            ? c.No(s, "HANDLING_UNIT", s.Case.OrgName ?? s.Case.OrgCode ?? "—") : null;

    /// <summary>The actor is not the person the review is about.</summary>
    internal static Refusal? NotRated(this CaseCommand c, Situation s) => IsRated(s.Case, s.Actor) ? c.No(s, "RATED_PERSON") : null;

    /// <summary>The clock runs.</summary>
    internal static Refusal? Running(this CaseCommand c, Situation s) => s.Case.IsStopped ? c.No(s, "CLOCK_STOPPED", s.Case.Stops[^1].From) : null;

    /// <summary>No return waits for a decision.</summary>
    internal static Refusal? NoReturnPending(this CaseCommand c, Situation s) => s.Case.ReturnPending ? c.No(s, "RETURN_PENDING") : null;

    /// <summary>Something was written.</summary>
    internal static Refusal? Written(this CaseCommand c, Situation s, string? text, string key) => string.IsNullOrWhiteSpace(text) ? c.No(s, key) : null;

    /// <summary>A moment named by a person lies between the review and now.</summary>
    internal static Refusal? Possible(this CaseCommand c, Situation s, DateTime moment) =>
        moment > s.Now ? c.No(s, "IN_THE_FUTURE", moment, s.Now)
        : moment < s.Case.Review!.ReviewedAt ? c.No(s, "BEFORE_THE_REVIEW", moment, MayNotKnow(s.Case, s.Actor) ? s.Case.Review.ReviewedAt.Date : s.Case.Review.ReviewedAt) : null;

    /// <summary>The citizen was reached, or calling was tried as often as the policy asks, or there is nobody to call; and a reply was accepted.</summary>
    internal static Refusal? MayEnd(this CaseCommand c, Situation s) =>
        !s.Case.Reached && !s.Case.CallbackExcused ? c.No(s, "NO_CALLBACK", s.Policy.CallbackAttempts, s.Policy.CallbackDays)
        : !s.Case.ReplyAccepted ? c.No(s, "NO_FEEDBACK") : c.NoOpenSupport(s);

    /// <summary>No supporting unit still has something to do: its answer belongs into the reply, or its task is withdrawn.</summary>
    internal static Refusal? NoOpenSupport(this CaseCommand c, Situation s) =>
        s.Case.OpenSupport.FirstOrDefault() is { } task ? c.No(s, "SUPPORT_OPEN", task.No, task.OrgName ?? task.OrgCode, s.Case.OpenSupport.Count()) : null;

    /// <summary>The reason why nobody can be told is true; the obstacle of an anonymous review is filled in.</summary>
    internal static Refusal? TrueObstacle(this CaseCommand c, Situation s, FeedbackObstacle? obstacle) => obstacle switch
    {
        FeedbackObstacle.Anonymous when s.Case.Review!.IsNamed => c.No(s, "NOT_ANONYMOUS"),
        FeedbackObstacle.Unreachable when s.Case.Reached || !s.Case.CallbackExcused => c.No(s, "NOT_UNREACHABLE", s.Policy.CallbackAttempts, s.Policy.CallbackDays),
        _ => null,
    };

    /// <summary>The person the review is about.</summary>
    internal static bool IsRated(Case @case, Actor actor) =>
        actor.StaffCode is { Length: > 0 } code && code == @case.Review?.StaffCode;

    /// <summary>Nothing is shown to this account that leads to the citizen: the rated person, or a unit that had or supported a report (举报).</summary>
    internal static bool MayNotKnow(Case @case, Actor actor) =>
        IsRated(@case, actor) || (@case.Kind.HidesCitizen() && actor.OrgCode is { } org && (org == @case.OrgCode || @case.FormerOrgs.Contains(org) || @case.SupportTasks.Exists(t => t.OrgCode == org)));

    internal static Refusal No(this CaseCommand c, Situation s, string key, params IReadOnlyList<object> args) =>
        new(c.Name, s.Case.State, c.Target, key, args);
}
