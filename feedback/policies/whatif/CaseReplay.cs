namespace QualityInsight.Feedback;

/// <summary>
/// A case replayed under a policy (政策试算): what people did stays, at the moments they did it; what follows from the policy —
/// deadlines, cards, missed deadlines, supervision, closing without a rating — is decided anew by the code that decides it
/// every day (<see cref="Script"/>, <see cref="SweepDeadlines"/>). Pure.
/// </summary>
public sealed class CaseReplay
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Policy _policy;
    private readonly WorkingCalendar _calendar;
    private readonly Dictionary<(int Round, DeadlineStep Step), StepOutcome> _steps = [];
    private readonly HashSet<PolicyClash> _clashes = [];
    private Case _case;
    private DateTime _now;
    private int _yellow;
    private int _red;
    private bool _supervised;
    private bool _over;

    private CaseReplay(string caseNo, Policy policy, WorkingCalendar calendar) =>
        (_case, _policy, _calendar) = (Case.Nothing(caseNo), policy, calendar);

    /// <summary>What the policy makes of the case by a moment.</summary>
    /// <param name="events">All events of the case, in order.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="calendar">Its calendar.</param>
    /// <param name="until">The replay ends here, local.</param>
    public static CaseOutcome Run(IReadOnlyList<RecordedEvent> events, Policy policy, WorkingCalendar calendar, DateTime until)
    {
        if (events is not [{ Data: CaseOpened opened } first, ..])
            throw new ArgumentException("A case begins with its opening.", nameof(events));
        if (Router.Exclusion(opened.Kind, opened.Review, policy) is { } reason)
            return new() { LeftOut = reason };
        var replay = new CaseReplay(first.CaseNo, policy, calendar);
        for (var i = 0; i < events.Count && !replay._over && events[i].At <= until; i++)
        {
            replay.PassTime(events[i].At);
            if (!replay._over)
                replay.Happens(events[i], [.. events.Skip(i + 1).TakeWhile(e => e.At == events[i].At).Select(e => e.Data)]);
        }
        if (!replay._over)
            replay.PassTime(until);
        return replay.Outcome();
    }

    private CaseOutcome Outcome() => new()
    {
        Steps = [.. _steps.OrderBy(s => s.Key).Select(s => s.Value)],
        Yellow = _yellow,
        Red = _red,
        Supervised = _supervised,
        ClosedUnrated = _case.ClosedAs == CloseReason.NotRated,
        Clashes = _clashes,
        Branch = _case.Branch,
    };

    private void Happens(RecordedEvent e, CaseEvent[] after)
    {
        switch (e.Data)
        {
            case DeadlineSet or CardIssued or DeadlineMissed or CaseArchived or SupportDeadlineSet or SupportCardIssued or SupportTaskOverdue
                or CaseClosed { Reason: CloseReason.NotRated } or SupervisionStarted { Trigger: not SupervisionTrigger.Ordered }:
                return;
            case ClockStopped { ForAppeal: true }:
                return; // follows from the appeal, below
            case ClockResumed when !_case.IsStopped:
                return;
            case SupervisionEnded when !_case.Supervised:
                return;
            case ExtensionRequested x when _case.Extensions >= _policy.MaxExtensions || x.Amount > _policy.MaxExtensionAmount || Passed(DeadlineStep.Rectify):
            case ExtensionApproved when _case.ExtensionPending is not null && Passed(DeadlineStep.Rectify):
                Clash(PolicyClash.ExtensionNotAllowed);
                _case = _case with { ExtensionPending = null };
                return;
            case ExtensionApproved or ExtensionRejected when _case.ExtensionPending is null:
                return;
            case AppealFiled when _case.Appeals >= _policy.MaxAppeals || Passed(DeadlineStep.AppealWindow):
                Clash(PolicyClash.AppealNotAllowed);
                break;
            case ReturnRequested when _case.Returns >= _policy.MaxReturns:
                Clash(PolicyClash.ReturnNotAllowed);
                break;
            case CallbackGivenUp x when x.Attempts < _policy.CallbackAttempts || x.Days < _policy.CallbackDays:
                Clash(PolicyClash.GivenUpTooEarly);
                break;
            case RectificationRated when Passed(DeadlineStep.Rereview):
                Clash(PolicyClash.RatedTooLate);
                break;
            case CaseReopened { Ordered: false } x when x.Round > _policy.MaxReopens:
                Clash(PolicyClash.ReopenNotAllowed);
                _over = true;
                return;
        }
        Apply(e.Data, e.At, e.ActorId);
        Follows(e, after);
    }

    /// <summary>What the policy makes follow from an event in the same breath; <paramref name="after"/> is what was recorded then.</summary>
    private void Follows(RecordedEvent e, CaseEvent[] after)
    {
        var script = new Script(Situation(e.At));
        switch (e.Data)
        {
            case CaseOpened or CaseMerged or CaseDispatched or CaseAccepted or CallbackAttempted or CallbackGivenUp or CallbackWaived
                or CaseVerified or ExtensionApproved or ClockResumed or CaseReopened:
                script.Refresh(DeadlineCause.Started);
                break;
            case ReturnApproved:
                script.Refresh(DeadlineCause.Started, DeadlineStep.Dispatch).Begin(DeadlineStep.Dispatch);
                break;
            case AppealFiled:
                script.AddIf(_policy.AppealStopsClock && !_case.IsStopped, () => new ClockStopped(ForAppeal: true, null)).Begin(DeadlineStep.AppealDecision);
                break;
            case SupportAsked x:
                script.BeginSupport(x.TaskNo);
                break;
            case AppealEndorsed:
                script.Begin(DeadlineStep.AppealDecision);
                break;
            case AppealWithheld or AppealRejected:
                script.AddIf(_case.IsStopped, () => new ClockResumed()).Refresh(DeadlineCause.Resumed);
                break;
            case FeedbackSubmitted:
                script.Begin(DeadlineStep.FeedbackReview);
                break;
            case FeedbackAccepted when after is not [CaseClosed, ..]:
                script.Begin(DeadlineStep.Rereview);
                break;
            case RectificationRated { Satisfaction: Satisfaction.NotSatisfied }:
                Dissatisfied(script, after.Any(x => x is CaseReopened));
                break;
        }
        if (script.Count == 0)
            return;
        foreach (var x in script.Done().Events)
            Apply(x, e.At, e.ActorId);
    }

    private void Dissatisfied(Script script, bool wasReopened)
    {
        var last = _case.Round >= _policy.MaxReopens;
        Supervise(script, SupervisionTrigger.Unsatisfied);
        if (last)
            Supervise(script, SupervisionTrigger.Exhausted);
        else if (!wasReopened)
            Clash(PolicyClash.WouldBeReopened);
    }

    private void Supervise(Script script, SupervisionTrigger trigger) =>
        script.AddIf(_policy.Supervise.Contains(trigger) && !script.Case.Supervisions.Contains(trigger), () => new SupervisionStarted(trigger, null));

    /// <summary>Lets time pass: whatever a sweep would find at the moments at which there is something to find.</summary>
    private void PassTime(DateTime to)
    {
        if (_case.State is null)
        {
            _now = to;
            return;
        }
        foreach (var moment in Moments(to))
        {
            _now = moment;
            foreach (var e in new SweepDeadlines().Decide(Situation(moment)).Events)
                Apply(e, moment, Actor.System.UserId);
            if (!_case.IsOpen)
            {
                _over = _case.ClosedAs == CloseReason.NotRated;
                return;
            }
        }
        _now = to;
    }

    private DateTime[] Moments(DateTime to)
    {
        if (!_case.IsOpen)
            return [];
        var moments = new SortedSet<DateTime>();
        foreach (var d in _case.Deadlines.Values.Where(d => d.Step == DeadlineStep.Rereview || SweepDeadlines.IsOutstanding(_case, d.Step)))
        {
            moments.Add(d.DueAt + Tick);
            moments.Add(SweepDeadlines.FirstOverdueDay(_calendar, d.DueAt));
            if (_policy.YellowCardDays is { } days)
                moments.Add(SweepDeadlines.WarnFrom(_calendar, d.DueAt, days));
        }
        // What was due to be found before the step began is found when it begins, as a sweep would a moment later.
        return [.. moments.Select(m => m < _now ? _now : m).Where(m => m <= to).Distinct()];
    }

    private void Apply(CaseEvent e, DateTime at, string actorId)
    {
        _case = _case.Apply(e, at, actorId);
        if (e is CardIssued card)
            _ = card.Card == Card.Yellow ? _yellow++ : _red++;
        _supervised |= e is SupervisionStarted;
        foreach (var d in _case.Deadlines.Values.Where(d => d.Step is not (DeadlineStep.AppealWindow or DeadlineStep.Rereview)))
        {
            var key = (_case.Round, d.Step);
            var known = _steps.GetValueOrDefault(key);
            var outstanding = SweepDeadlines.IsOutstanding(_case, d.Step);
            if (known is null && !outstanding)
                continue;
            var late = known?.Late == true || _case.Missed.Contains((d.Step, d.DueAt));
            var standing = outstanding || (_case.IsStopped && known?.DoneAt is null);
            _steps[key] = new(_case.Round, d.Step, d.DueAt, d.Provisional, standing ? null : known?.DoneAt ?? at, late);
        }
    }

    private Situation Situation(DateTime now) => new(_case, Actor.System, _policy, _calendar, now);

    private bool Passed(DeadlineStep step) => _case.Deadlines.TryGetValue(step, out var d) && _now > d.DueAt;

    private void Clash(PolicyClash clash) => _clashes.Add(clash);
}
