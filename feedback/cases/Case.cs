using System.Collections.Immutable;

namespace QualityInsight.Feedback;

/// <summary>A deadline in force.</summary>
/// <param name="Step">Of which step.</param>
/// <param name="DueAt">Local wall-clock.</param>
/// <param name="Provisional">Runs into an unannounced year.</param>
/// <param name="CountedFrom">Where the count began.</param>
/// <param name="Amount">How much, extensions included.</param>
/// <param name="Unit">In what.</param>
public sealed record DeadlineInForce(DeadlineStep Step, DateTime DueAt, bool Provisional, DateTime CountedFrom, int Amount, TimeUnit Unit);

/// <summary>A stop of the clock, local; open while <paramref name="Until"/> is null.</summary>
/// <param name="From">When it stopped.</param>
/// <param name="Until">When it ran again.</param>
public sealed record ClockStop(DateTime From, DateTime? Until);

/// <summary>A failed or successful call of the present round.</summary>
/// <param name="CalledAt">When, local.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record CallbackAttempt(DateTime CalledAt, CallbackOutcome Outcome);

/// <summary>What a case waits for somebody to approve (待审批事项).</summary>
public enum Approval
{
    /// <summary>退单审批, by a clerk.</summary>
    Return,
    /// <summary>延期审批, by the unit's leader.</summary>
    Extension,
    /// <summary>申诉审批, by the unit's leader.</summary>
    Appeal,
    /// <summary>申诉复核, by the independent reviewer.</summary>
    AppealDecision,
    /// <summary>反馈审核, by a clerk.</summary>
    Feedback,
}

/// <summary>
/// What a case is: the fold of its events, and nothing else (差评工单). Immutable. Times local. What belongs to one
/// round (calls, rectifications, the reply) starts empty again when the case is reopened; the events keep the rest.
/// </summary>
public sealed partial record Case
{
    /// <summary>A case to which nothing has happened.</summary>
    public static Case Nothing(string caseNo) => new() { CaseNo = caseNo };

    /// <summary>The fold of all events, in order.</summary>
    public static Case Replay(string caseNo, IEnumerable<RecordedEvent> events) =>
        events.Aggregate(Nothing(caseNo), (@case, e) => @case.Apply(e.Data, e.At, e.ActorId));

    /// <summary>Readable number, for example <c>HC-20261116-00042</c>.</summary>
    public required string CaseNo { get; init; }
    /// <summary>How many events made it: the version a command must name.</summary>
    public int Seq { get; init; }
    /// <summary>Null until it is opened.</summary>
    public CaseState? State { get; init; }
    /// <summary>What kind of matter.</summary>
    public CaseKind Kind { get; init; }
    /// <summary>What it is about; null until opened.</summary>
    public BadReview? Review { get; init; }
    /// <summary>The policy it lives under.</summary>
    public string PolicyId { get; init; } = "";
    /// <summary>That policy's exact version.</summary>
    public string PolicyHash { get; init; } = "";
    /// <summary>When it counts as opened.</summary>
    public DateTime OpenedAt { get; init; }
    /// <summary>When the last event took effect.</summary>
    public DateTime LastAt { get; init; }
    /// <summary>The unit that has it, or null.</summary>
    public string? OrgCode { get; init; }
    /// <summary>Its name.</summary>
    public string? OrgName { get; init; }
    /// <summary>Every unit that ever had it; nobody of these judges its appeal or its reply.</summary>
    public ImmutableHashSet<string> FormerOrgs { get; init; } = [];
    /// <summary>The handler, or null.</summary>
    public string? HandlerId { get; init; }
    /// <summary>The handler's name.</summary>
    public string? HandlerName { get; init; }
    /// <summary>Everybody who acted for the unit on it.</summary>
    public ImmutableHashSet<string> UnitActors { get; init; } = [];
    /// <summary>Who decided its appeals.</summary>
    public ImmutableHashSet<string> AppealJudges { get; init; } = [];
    /// <summary>Who judged its replies.</summary>
    public ImmutableHashSet<string> FeedbackJudges { get; init; } = [];
    /// <summary>The lead case, where merged.</summary>
    public string? MergedInto { get; init; }
    /// <summary>0 at first; one more each time it is reopened.</summary>
    public int Round { get; init; }
    /// <summary>When the present round began.</summary>
    public DateTime RoundStartedAt { get; init; }
    /// <summary>When it was last sent to a unit.</summary>
    public DateTime? DispatchedAt { get; init; }
    /// <summary>When the calling of this round ended (reached, given up, waived).</summary>
    public DateTime? CalledBackAt { get; init; }
    /// <summary>The reviewer was reached in this round.</summary>
    public bool Reached { get; init; }
    /// <summary>Calling was given up or waived in this round.</summary>
    public bool CallbackExcused { get; init; }
    /// <summary>The calls of this round.</summary>
    public ImmutableList<CallbackAttempt> Attempts { get; init; } = [];
    /// <summary>What was found, or null.</summary>
    public VerificationOutcome? Outcome { get; init; }
    /// <summary>How it is dealt with, or null.</summary>
    public Branch? Branch { get; init; }
    /// <summary>When it was verified in this round.</summary>
    public DateTime? VerifiedAt { get; init; }
    /// <summary>The ledger line, or null.</summary>
    public LedgerEntry? Ledger { get; init; }
    /// <summary>How many rectifications were recorded in this round.</summary>
    public int Rectifications { get; init; }
    /// <summary>What was decided on the suggestion in this round, or null.</summary>
    public SuggestionOutcome? Suggestion { get; init; }
    /// <summary>The reply of this round, or null.</summary>
    public string? Reply { get; init; }
    /// <summary>Why nobody can be told, or null.</summary>
    public FeedbackObstacle? Obstacle { get; init; }
    /// <summary>The reply of this round was accepted (or the appeal's reply given).</summary>
    public bool ReplyAccepted { get; init; }
    /// <summary>The citizen's rating of this round, or null.</summary>
    public Satisfaction? Rating { get; init; }
    /// <summary>What the citizen rated over all rounds.</summary>
    public int Ratings { get; init; }
    /// <summary>Returns asked for over the case's life.</summary>
    public int Returns { get; init; }
    /// <summary>A return waits for a decision.</summary>
    public bool ReturnPending { get; init; }
    /// <summary>Extensions granted in this round.</summary>
    public int Extensions { get; init; }
    /// <summary>How much was granted in this round, in the unit of the rectification limit.</summary>
    public int ExtendedBy { get; init; }
    /// <summary>An extension waits for a decision: how much was asked; null: none waits.</summary>
    public int? ExtensionPending { get; init; }
    /// <summary>Who asked for it.</summary>
    public string? ExtensionAskedBy { get; init; }
    /// <summary>Appeals filed over the case's life.</summary>
    public int Appeals { get; init; }
    /// <summary>The ground of the appeal that is open, or of the one upheld.</summary>
    public AppealGround? AppealGround { get; init; }
    /// <summary>Who filed it.</summary>
    public string? AppealFiledBy { get; init; }
    /// <summary>Where it was filed from; a failed appeal goes back there.</summary>
    public CaseState? AppealFrom { get; init; }
    /// <summary>An appeal was upheld: the review is set aside in assessed figures.</summary>
    public bool AppealUpheld { get; init; }
    /// <summary>False only after an upheld appeal (误评, 恶意); the review itself is untouched.</summary>
    public bool CountsInAssessment { get; init; } = true;
    /// <summary>Deadlines of the present round, by step.</summary>
    public ImmutableSortedDictionary<DeadlineStep, DeadlineInForce> Deadlines { get; init; } =
        ImmutableSortedDictionary<DeadlineStep, DeadlineInForce>.Empty;
    /// <summary>Stops of the unit's clock in this round.</summary>
    public ImmutableList<ClockStop> Stops { get; init; } = [];
    /// <summary>The highest card of the present step, or null.</summary>
    public Card? Card { get; init; }
    /// <summary>Cards given, by step and deadline, so that each is given once.</summary>
    public ImmutableHashSet<(Card Card, DeadlineStep Step, DateTime DueAt)> Cards { get; init; } = [];
    /// <summary>Missed deadlines, each once.</summary>
    public ImmutableHashSet<(DeadlineStep Step, DateTime DueAt)> Missed { get; init; } = [];
    /// <summary>Under supervision (督办中).</summary>
    public bool Supervised { get; init; }
    /// <summary>What put it under supervision so far.</summary>
    public ImmutableHashSet<SupervisionTrigger> Supervisions { get; init; } = [];
    /// <summary>Marks.</summary>
    public ImmutableHashSet<CaseFlag> Flags { get; init; } = [];
    /// <summary>How it ended, or null.</summary>
    public CloseReason? ClosedAs { get; init; }
    /// <summary>When it ended.</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>The clock of the unit stands still.</summary>
    public bool IsStopped => Stops.Count > 0 && Stops[^1].Until is null;

    /// <summary>Open work remains.</summary>
    public bool IsOpen => State is not (null or CaseState.Closed or CaseState.Archived);

    /// <summary>The step the present state has to end in time, or null where none runs.</summary>
    public DeadlineStep? CurrentStep => State switch
    {
        CaseState.Registered or CaseState.Screening or CaseState.Reopened => DeadlineStep.Dispatch,
        CaseState.Dispatched or CaseState.Callback => DeadlineStep.Callback,
        CaseState.Verifying => DeadlineStep.Verify,
        CaseState.Rectifying or CaseState.Explaining or CaseState.Merged => DeadlineStep.Rectify,
        CaseState.Appeal or CaseState.AppealReview => DeadlineStep.AppealDecision,
        CaseState.FeedbackReview => DeadlineStep.FeedbackReview,
        CaseState.FedBack => DeadlineStep.Rereview,
        _ => null,
    };

    /// <summary>The deadline of <see cref="CurrentStep"/>, or null.</summary>
    public DeadlineInForce? CurrentDeadline =>
        CurrentStep is { } step && Deadlines.TryGetValue(step, out var deadline) ? deadline : null;

    /// <summary>What somebody has to approve, or null.</summary>
    public Approval? WaitingFor => State switch
    {
        CaseState.Appeal => Approval.Appeal,
        CaseState.AppealReview => Approval.AppealDecision,
        CaseState.FeedbackReview => Approval.Feedback,
        _ when ReturnPending => Approval.Return,
        _ when ExtensionPending is not null => Approval.Extension,
        _ => null,
    };
}
