namespace QualityInsight.Feedback;

/// <summary>
/// Takes out of a case what leads to the citizen, for those who may not know (<see cref="Guards.MayNotKnow"/>). The person who was
/// rated (被评价人) gets days instead of times and no deadlines at all: the minute a case was opened is nearly the minute of the
/// rating, and a deadline of hours leads back to it.
/// </summary>
internal static class Traces
{
    internal static Case Without(Case @case, Actor actor) => !Guards.MayNotKnow(@case, actor) ? @case
        : @case with { Review = Without(@case.Review!), Evidence = Guards.IsRated(@case, actor) ? [] : @case.Evidence };

    internal static IReadOnlyList<RecordedEvent> Without(IReadOnlyList<RecordedEvent> events, Case @case, Actor actor)
    {
        if (!Guards.MayNotKnow(@case, actor))
            return events;
        var shown = events.Select(Without);
        return [.. Guards.IsRated(@case, actor) ? shown.Where(e => e.Data is not (DeadlineSet or CardIssued or DeadlineMissed)).Select(ByDay) : shown];
    }

    /// <summary>A line of the queue as the rated person sees it.</summary>
    internal static CaseView Without(CaseView line) => line with
    {
        TicketNo = null, ReviewedAt = line.ReviewedAt.Date, OpenedAt = line.OpenedAt.Date, UpdatedAt = line.UpdatedAt.Date, ClosedAt = line.ClosedAt?.Date,
        DueStep = null, DueAt = null, RectifyDueAt = null,
    };

    private static BadReview Without(BadReview review) => review with
    {
        PersonHash = null, TicketNo = null, ReviewedAt = review.ReviewedAt.Date, ArrivedAt = review.ArrivedAt?.Date,
    };

    private static RecordedEvent Without(RecordedEvent e) => e.Data switch
    {
        CaseOpened opened => e with { Data = opened with { Review = Without(opened.Review) } },
        // What was said on the telephone, and what a file is called, can name the caller.
        CallbackAttempted called => e with { Data = called with { Note = null } },
        EvidenceAdded added => e with { Data = added with { FileName = "" } },
        _ => e,
    };

    private static RecordedEvent ByDay(RecordedEvent e) => e with { At = e.At.Date, RecordedUtc = e.RecordedUtc.Date };
}
