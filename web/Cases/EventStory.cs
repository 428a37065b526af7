using QualityInsight.Feedback;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Cases;

/// <summary>An entry of a case's history as it is read.</summary>
/// <param name="At">When, local.</param>
/// <param name="Title">What happened.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Lines">The particulars.</param>
internal sealed record ToldEvent(DateTime At, string Title, string Who, IReadOnlyList<string> Lines);

/// <summary>
/// Tells a case's events, oldest first. A deadline that an event set is told with that event, not as one of its own.
/// </summary>
internal static class EventStory
{
    public static IReadOnlyList<ToldEvent> Tell(
        IReadOnlyList<RecordedEvent> events, IReadOnlyDictionary<string, string> names, Tongue tongue)
    {
        var told = new List<ToldEvent>();
        foreach (var e in events)
        {
            if (e.Data is DeadlineSet or SupportDeadlineSet && told.Count > 0 && told[^1].At == e.At)
            {
                told[^1] = told[^1] with { Lines = [.. told[^1].Lines, .. Lines(e.Data, tongue).OfType<string>()] };
                continue;
            }
            told.Add(new(e.At, tongue.NameOf(e.Data), Who(e, names, tongue), [.. Lines(e.Data, tongue).Where(l => !string.IsNullOrWhiteSpace(l)).Cast<string>()]));
        }
        return told;
    }

    private static string Who(RecordedEvent e, IReadOnlyDictionary<string, string> names, Tongue tongue) =>
        e.ActorRole is Role.System or Role.Reviewer
            ? tongue.NameOf(e.ActorRole)
            : $"{tongue.NameOf(e.ActorRole)} {names.GetValueOrDefault(e.ActorId, e.ActorId)}";

    private static string Deadline(DeadlineSet set, Tongue tongue) => tongue[
        set.Provisional ? EventWords.DeadlineProvisional : EventWords.Deadline,
        tongue.NameOf(set.Step), set.DueAt];

    private static IEnumerable<string?> Support(SupportEvent data, Tongue t) => data switch
    {
        SupportAsked e => [t[SupportWords.ToUnit, e.TaskNo, e.OrgName ?? e.OrgCode], e.Ask],
        SupportDeadlineSet e => [t[e.Provisional ? SupportWords.DeadlineProvisional : SupportWords.Deadline, e.TaskNo, e.DueAt]],
        SupportTaskAccepted e => [t[SupportWords.OfTask, e.TaskNo]],
        SupportTaskDone e => [t[SupportWords.OfTask, e.TaskNo], e.Text],
        SupportTaskReturned e => [t[SupportWords.OfTask, e.TaskNo], e.Reason],
        SupportTaskWithdrawn e => [t[SupportWords.OfTask, e.TaskNo], e.Reason ?? t.NameOf(e.Cause)],
        SupportCardIssued e => [t.NameOf(e.Card), t[SupportWords.Deadline, e.TaskNo, e.DueAt]],
        SupportTaskOverdue e => [t[SupportWords.Deadline, e.TaskNo, e.DueAt]],
        _ => [],
    };

    private static IEnumerable<string?> Lines(CaseEvent data, Tongue t) => data switch
    {
        CaseOpened e => [t.NameOf(e.Kind), e.ByHand ? t[EventWords.ByHand] : null],
        CaseMerged e => [t[EventWords.Into, e.IntoCaseNo], e.Reason],
        CaseDispatched e => [t[e.Automatic ? EventWords.ToUnitAutomatic : EventWords.ToUnit, e.OrgName ?? e.OrgCode], e.Note],
        HandlerAssigned e => [e.UserName ?? e.UserId, e.Rule is null ? null : t[AssignmentWords.ByRule, e.Rule]],
        ReturnRequested e => [e.Reason],
        ReturnApproved e => [e.Note],
        ReturnRejected e => [e.Note],
        CallbackAttempted e =>
            [t[EventWords.CallbackLine, t.NameOf(e.Outcome), e.CalledAt, t.Length(e.DurationSeconds)], e.Note],
        CallbackGivenUp e => [t[EventWords.GivenUp, e.Attempts, e.Days]],
        CaseVerified e =>
        [
            t[EventWords.Verified, t.NameOf(e.Outcome), t.NameOf(e.Branch)], e.Finding,
            e.Ledger is { } l ? t[EventWords.Ledger, l.Measures, l.Responsible, l.PlannedFor] : null,
        ],
        FallbackTaken e => [t[FallbackWords.EntryOf, e.EntryNo, t.NameOf(e.Origin)], e.Reason],
        FallbackEnded e => [t[FallbackWords.EndOf, e.EntryNo, t.NameOf(e.Outcome), e.WorkingDays], e.Reason],
        SuggestionDecided e => [t.NameOf(e.Outcome), e.Reason],
        RectificationRecorded e => [e.Text, e.EvidenceIds.Count > 0 ? t[EventWords.WithEvidence, e.EvidenceIds.Count] : null],
        EvidenceAdded e => [e.FileName],
        EvidenceRemoved e => [e.Reason],
        ExtensionRequested e => [t[EventWords.MoreTime, e.Amount], e.Reason],
        ExtensionApproved e => [t[EventWords.MoreTime, e.Amount]],
        ExtensionRejected e => [e.Note],
        ClockStopped e => [e.Reason],
        FeedbackSubmitted e => [e.Text, e.Obstacle is { } o ? t.NameOf(o) : null],
        FeedbackAccepted e => [e.Note],
        FeedbackNotAccepted e => [e.Note],
        RectificationRated e => [t.NameOf(e.Satisfaction), e.Text],
        CaseReopened e => [t[CaseWords.Round, e.Round + 1]],
        CaseClosed e => [t.NameOf(e.Reason), e.CountsInAssessment ? null : t[CaseWords.SetAside], e.Note],
        AppealFiled e => [t.NameOf(e.Ground), e.Reason],
        AppealWithheld e => [e.Note],
        AppealUpheld e => [t.NameOf(e.Ground), e.Reason, e.Reply],
        AppealRejected e => [e.Reason],
        DeadlineSet e => [Deadline(e, t)],
        CardIssued e => [t.NameOf(e.Card), t[EventWords.Deadline, t.NameOf(e.Step), e.DueAt]],
        DeadlineMissed e => [t[EventWords.Deadline, t.NameOf(e.Step), e.DueAt]],
        SupervisionStarted e => [t.NameOf(e.Trigger), e.Note],
        SupervisionEnded e => [e.Note],
        FlagRaised e => [t.NameOf(e.Flag), e.Note],
        NoteAdded e => [e.Text],
        SupportEvent e => Support(e, t),
        _ => [],
    };
}
