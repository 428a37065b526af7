namespace QualityInsight.Feedback;

public sealed partial record Case
{
    /// <summary>The case after one more event.</summary>
    /// <param name="e">What happened.</param>
    /// <param name="at">When, local.</param>
    /// <param name="actorId">Who did it.</param>
    public Case Apply(CaseEvent e, DateTime at, string actorId)
    {
        var next = e switch
        {
            CaseOpened x => Open(x, at),
            ScreeningStarted => this with { State = CaseState.Screening },
            CaseMerged x => this with
            {
                State = CaseState.Merged,
                MergedInto = x.IntoCaseNo,
                OrgCode = x.OrgCode,
                OrgName = x.OrgName,
                DispatchedAt = at,
                FormerOrgs = FormerOrgs.Add(x.OrgCode),
                ReturnPending = false,
            },
            CaseDispatched x => this with
            {
                State = CaseState.Dispatched,
                OrgCode = x.OrgCode,
                OrgName = x.OrgName,
                DispatchedAt = at,
                FormerOrgs = FormerOrgs.Add(x.OrgCode),
                HandlerId = null,
                HandlerName = null,
            },
            HandlerAssigned x => this with { HandlerId = x.UserId, HandlerName = x.UserName },
            CaseAccepted => Worked(actorId) with { State = CaseState.Callback },
            ReturnRequested => Worked(actorId) with { ReturnPending = true, Returns = Returns + 1 },
            ReturnApproved => this with
            {
                State = CaseState.Screening,
                ReturnPending = false,
                OrgCode = null,
                OrgName = null,
                HandlerId = null,
                HandlerName = null,
                DispatchedAt = null,
                Deadlines = Deadlines.Clear(),
                Card = null,
            },
            ReturnRejected => this with { ReturnPending = false },
            AppealFiled x => Worked(actorId) with
            {
                State = x.NeedsEndorsement ? CaseState.Appeal : CaseState.AppealReview,
                AppealGround = x.Ground,
                Appeals = Appeals + 1,
                AppealFiledBy = actorId,
                AppealFrom = State,
                ExtensionPending = null,
            },
            AppealEndorsed => Worked(actorId) with { State = CaseState.AppealReview },
            AppealWithheld => Worked(actorId) with { State = AppealFrom, AppealGround = null },
            AppealUpheld x => this with
            {
                AppealUpheld = true,
                Reply = x.Reply,
                Obstacle = x.Obstacle,
                ReplyAccepted = true,
                AppealJudges = AppealJudges.Add(actorId),
            },
            AppealRejected => this with { State = AppealFrom, AppealGround = null, AppealJudges = AppealJudges.Add(actorId) },
            DeadlineSet x => this with
            {
                Deadlines = Deadlines.SetItem(x.Step, new(x.Step, x.DueAt, x.Provisional, x.CountedFrom, x.Amount, x.Unit)),
                Card = x.Step == CurrentStep ? null : Card,
            },
            CardIssued x => this with { Card = x.Card, Cards = Cards.Add((x.Card, x.Step, x.DueAt)) },
            DeadlineMissed x => this with { Missed = Missed.Add((x.Step, x.DueAt)) },
            SupervisionStarted x => this with { Supervised = true, Supervisions = Supervisions.Add(x.Trigger) },
            SupervisionEnded => this with { Supervised = false },
            FlagRaised x => this with { Flags = Flags.Add(x.Flag) },
            NoteAdded => this,
            SupportEvent => WithSupport(e, at, actorId),
            EvidenceAdded or EvidenceRemoved => WithEvidence(e, at, actorId),
            _ => ApplyHandling(e, at, actorId),
        };
        if (next.State != State)
            next = next with { Card = null };
        return next with { Seq = Seq + 1, LastAt = at };
    }

    private Case ApplyHandling(CaseEvent e, DateTime at, string actorId) => e switch
    {
        CallbackAttempted x => Called(x, at),
        CallbackGivenUp or CallbackWaived => this with
        {
            State = State != CaseState.Callback ? State : Kind.IsAnswered() ? CaseState.Explaining : CaseState.Verifying,
            CallbackExcused = true,
            CalledBackAt = at,
        },
        CaseVerified x => Worked(actorId) with
        {
            State = x.Branch == Feedback.Branch.Explain ? CaseState.Explaining : CaseState.Rectifying,
            Outcome = x.Outcome,
            Branch = x.Branch,
            Ledger = x.Ledger,
            VerifiedAt = at,
        },
        FallbackTaken x => Taken(x, at),
        FallbackEnded x => Ended(x, at),
        SuggestionDecided x => Worked(actorId) with { Suggestion = x.Outcome },
        RectificationRecorded => Worked(actorId) with { Rectifications = Rectifications + 1 },
        ExtensionRequested x => Worked(actorId) with { ExtensionPending = x.Amount, ExtensionAskedBy = actorId },
        ExtensionApproved x => Worked(actorId) with
        {
            ExtensionPending = null,
            Extensions = Extensions + 1,
            ExtendedBy = ExtendedBy + x.Amount,
        },
        ExtensionRejected => Worked(actorId) with { ExtensionPending = null },
        ClockStopped => this with { Stops = Stops.Add(new(at, null)) },
        ClockResumed => this with { Stops = Stops.SetItem(Stops.Count - 1, Stops[^1] with { Until = at }) },
        FeedbackSubmitted x => Worked(actorId) with
        {
            State = CaseState.FeedbackReview,
            Reply = x.Text,
            Obstacle = x.Obstacle,
            ExtensionPending = null,
        },
        FeedbackAccepted => this with { State = CaseState.FedBack, ReplyAccepted = true, FeedbackJudges = FeedbackJudges.Add(actorId) },
        FeedbackNotAccepted => this with
        {
            State = MergedInto is not null ? CaseState.Merged
                : Branch == Feedback.Branch.Explain || Kind.IsAnswered() ? CaseState.Explaining : CaseState.Rectifying,
            Reply = null,
            Obstacle = null,
            FeedbackJudges = FeedbackJudges.Add(actorId),
        },
        RectificationRated x => this with { Rating = x.Satisfaction, Ratings = Ratings + 1 },
        CaseReopened x => NextRound(x.Round, at),
        CaseClosed x => this with
        {
            State = CaseState.Closed,
            ClosedAs = x.Reason,
            ClosedAt = at,
            CountsInAssessment = x.CountsInAssessment,
            Supervised = false,
        },
        CaseArchived => this with { State = CaseState.Archived },
        _ => throw new InvalidOperationException($"{CaseNo}: the event {e.TypeName} is not one this version knows."),
    };

    private Case Open(CaseOpened e, DateTime at) => this with
    {
        State = CaseState.Registered,
        Kind = e.Kind,
        Review = e.Review,
        PolicyId = e.PolicyId,
        PolicyHash = e.PolicyHash,
        OpenedAt = at,
        RoundStartedAt = at,
    };

    private Case Called(CallbackAttempted e, DateTime at)
    {
        var reached = e.Outcome == CallbackOutcome.Reached;
        return this with
        {
            Attempts = Attempts.Add(new(e.CalledAt, e.Outcome)),
            Reached = Reached || reached,
            CalledBackAt = reached && !Reached ? at : CalledBackAt,
            State = reached && State == CaseState.Callback ? CaseState.Verifying : State,
        };
    }

    private Case NextRound(int round, DateTime at) => this with
    {
        State = CaseState.Reopened,
        Round = round,
        RoundStartedAt = at,
        DispatchedAt = null,
        CalledBackAt = null,
        VerifiedAt = null,
        Reached = false,
        CallbackExcused = false,
        Attempts = [],
        Outcome = null,
        Branch = null,
        Ledger = null,
        Rectifications = 0,
        Suggestion = null,
        Reply = null,
        Obstacle = null,
        ReplyAccepted = false,
        Rating = null,
        Extensions = 0,
        ExtendedBy = 0,
        ExtensionPending = null,
        ReturnPending = false,
        Deadlines = Deadlines.Clear(),
        Stops = [],
        MergedInto = null,
        AppealGround = null,
        AppealFrom = null,
    };

    private Case Worked(string actorId) => this with { UnitActors = UnitActors.Add(actorId) };
}
