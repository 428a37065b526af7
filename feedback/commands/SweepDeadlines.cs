namespace QualityInsight.Feedback;

/// <summary>
/// 时限检查: yellow card before a unit's deadline, the miss and the red card after it, supervision, automatic closing and
/// archiving. By the system only; each finding once. Nobody is carded over a provisional deadline, nor while the clock stands still.
/// </summary>
public sealed record SweepDeadlines : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.System];

    private protected override Refusal? Gate(Situation s) => s.Case.State == CaseState.Archived ? Refuse(s, "NOT_OPEN") : null;

    private protected override Decision Act(Situation s)
    {
        var script = new Script(s);
        if (s.Case is { State: CaseState.Closed, OpenFallback: null })
            Archive(script, s);
        foreach (var due in s.Case.Deadlines.Values.Where(d => !d.Provisional && IsOutstanding(s.Case, d.Step)))
            Check(script, s, due);
        SweepSupport.Check(script, s);
        if (s.Case is { State: CaseState.FedBack, Rating: null, CurrentDeadline: { } last } && s.Policy.AutoClose
            && s.Now > last.DueAt && this.MayEnd(s) is null)
            script.Add(new CaseClosed(CloseReason.NotRated, s.Case.CountsInAssessment, null));
        return script.Count == 0 ? Refuse(s, "NOTHING_DUE") : script.Done();
    }

    /// <summary>The step still has to be done, and its clock runs.</summary>
    internal static bool IsOutstanding(Case c, DeadlineStep step) => step switch
    {
        DeadlineStep.Dispatch => c.State is CaseState.Registered or CaseState.Screening or CaseState.Reopened,
        DeadlineStep.Callback => c.CalledBackAt is null && c.State is (CaseState.Dispatched or CaseState.Callback or CaseState.Merged),
        DeadlineStep.Verify => c.VerifiedAt is null && !c.IsStopped && c.State is (CaseState.Dispatched or CaseState.Callback or CaseState.Verifying),
        DeadlineStep.Rectify => !c.IsStopped && c.State is (CaseState.Dispatched or CaseState.Callback or CaseState.Verifying
            or CaseState.Rectifying or CaseState.Explaining or CaseState.Merged),
        DeadlineStep.AppealDecision => c.State is CaseState.Appeal or CaseState.AppealReview,
        DeadlineStep.FeedbackReview => c.State is CaseState.FeedbackReview,
        _ => false,
    };

    private static bool IsUnits(DeadlineStep step) => step is DeadlineStep.Callback or DeadlineStep.Verify or DeadlineStep.Rectify;

    private static void Check(Script script, Situation s, DeadlineInForce due)
    {
        if (s.Now > due.DueAt)
        {
            script.AddIf(!s.Case.Missed.Contains((due.Step, due.DueAt)), () => new DeadlineMissed(due.Step, due.DueAt));
            script.AddIf(
                s.Policy.YellowCardDays is not null && IsUnits(due.Step) && s.Now >= FirstOverdueDay(s.Calendar, due.DueAt)
                && !s.Case.Cards.Contains((Card.Red, due.Step, due.DueAt)),
                () => new CardIssued(Card.Red, due.Step, due.DueAt));
            script.AddIf(
                s.Policy.Supervise.Contains(SupervisionTrigger.Overdue) && IsUnits(due.Step) && !script.Case.Supervisions.Contains(SupervisionTrigger.Overdue),
                () => new SupervisionStarted(SupervisionTrigger.Overdue, null));
        }
        else if (s.Policy.YellowCardDays is { } days && IsUnits(due.Step))
        {
            var from = WarnFrom(s.Calendar, due.DueAt, days);
            script.AddIf(
                s.Now >= from && from >= due.CountedFrom && !s.Case.Cards.Contains((Card.Yellow, due.Step, due.DueAt)),
                () => new CardIssued(Card.Yellow, due.Step, due.DueAt));
        }
    }

    /// <summary>The same time of day, so many working days before.</summary>
    internal static DateTime WarnFrom(WorkingCalendar calendar, DateTime due, int days)
    {
        var day = DateOnly.FromDateTime(due);
        for (; days > 0; days--)
            day = calendar.WorkingBefore(day);
        return day.ToDateTime(TimeOnly.FromDateTime(due));
    }

    /// <summary>The beginning of the first working day after the deadline's.</summary>
    internal static DateTime FirstOverdueDay(WorkingCalendar calendar, DateTime due) =>
        calendar.WorkingOnOrAfter(DateOnly.FromDateTime(due).AddDays(1)).ToDateTime(calendar.Hours.Opens);

    private static void Archive(Script script, Situation s)
    {
        var limit = s.Policy.Archive;
        var due = Deadline.Compute(new(s.Case.ClosedAt!.Value, limit.Amount, limit.Unit) { RollsOver = s.Policy.NaturalDaysRollOver }, s.Calendar);
        script.AddIf(s.Now > due.DueAt && !due.IsProvisional, () => new CaseArchived());
    }
}
