using QualityInsight.Feedback;

namespace QualityInsight.Web.Cases;

/// <summary>A state on a case's way.</summary>
internal sealed record WayStep(CaseState State, bool IsDone, bool IsHere)
{
    public string? Css => IsHere ? "here" : IsDone ? "done" : null;
}

/// <summary>The way of a case from its opening to its end, as one line: what is behind, where it is, what is still to come.</summary>
internal static class CaseWay
{
    public static IReadOnlyList<WayStep> Of(Case @case)
    {
        var way = Line(@case);
        var here = Array.IndexOf(way, @case.State);
        return [.. way.Select((state, i) => new WayStep(state, i < here, i == here))];
    }

    private static CaseState[] Line(Case @case)
    {
        var handling = @case.Branch == Branch.Explain || @case.Kind.IsAnswered() ? CaseState.Explaining : CaseState.Rectifying;
        CaseState[] end = @case.Kind.EndsWithReply()
            ? [CaseState.FeedbackReview, CaseState.Closed] : [CaseState.FeedbackReview, CaseState.FedBack, CaseState.Closed];
        CaseState[] last = @case.State == CaseState.Archived ? [CaseState.Archived] : [];
        CaseState[] first = @case.Round > 0 ? [CaseState.Reopened] : [CaseState.Registered, CaseState.Screening];
        CaseState[] toVerify = @case.Kind.IsAnswered() ? [CaseState.Dispatched] : [CaseState.Dispatched, CaseState.Callback, CaseState.Verifying];
        return @case switch
        {
            { State: CaseState.Merged } or { MergedInto: not null } => [.. first, CaseState.Merged, .. end, .. last],
            { State: CaseState.Appeal or CaseState.AppealReview } =>
                [.. first, .. toVerify, CaseState.Appeal, CaseState.AppealReview, CaseState.Closed],
            { ClosedAs: CloseReason.SetAside } => [.. first, .. toVerify, CaseState.AppealReview, CaseState.Closed, .. last],
            _ => [.. first, .. toVerify, handling, .. end, .. last],
        };
    }
}
