namespace QualityInsight.Feedback;

/// <summary>From which moment a limit is counted (起算).</summary>
public enum CountFrom
{
    /// <summary>From the review itself (评价时间); from the reopening in later rounds.</summary>
    Reviewed,
    /// <summary>From the case's opening; from the reopening in later rounds.</summary>
    Registered,
    /// <summary>From the last dispatch to a unit.</summary>
    Dispatched,
    /// <summary>From the end of calling.</summary>
    CalledBack,
    /// <summary>From verification.</summary>
    Verified,
    /// <summary>From the beginning of the step itself.</summary>
    StepBegan,
}

/// <summary>A time limit (时限).</summary>
/// <param name="Amount">How much; 0 working days: the same working day.</param>
/// <param name="Unit">In what.</param>
/// <param name="From">Counted from where.</param>
public sealed record TimeLimit(int Amount, TimeUnit Unit, CountFrom From);

/// <summary>What happens with bad reviews nobody can be called about (匿名差评).</summary>
public enum AnonymousMode
{
    /// <summary>Enter the loop without a call; shown apart.</summary>
    WithoutCallback,
    /// <summary>Do not enter the loop.</summary>
    NotRouted,
}

/// <summary>
/// The rules a case lives under (处置政策): data, not code; dated, versioned by the hash of its text. A case keeps the
/// version it was opened under for life.
/// </summary>
public sealed record Policy
{
    /// <summary>Short name, for example <c>shanghai</c>.</summary>
    public required string Id { get; init; }
    /// <summary>In force from this day.</summary>
    public required DateOnly ValidFrom { get; init; }
    /// <summary>SHA-256 of the text, line ends normalised: the version.</summary>
    public required string Hash { get; init; }
    /// <summary>The text it was read from.</summary>
    public required string Yaml { get; init; }
    /// <summary>Name in Chinese.</summary>
    public required string NameZh { get; init; }
    /// <summary>Name in English.</summary>
    public required string NameEn { get; init; }
    /// <summary>The rules it follows; where a rule is silent, what was assumed.</summary>
    public required IReadOnlyList<string> After { get; init; }
    /// <summary>The kinds of matter it is for; where the text says nothing: bad reviews.</summary>
    public required IReadOnlySet<CaseKind> Kinds { get; init; }
    /// <summary>Area code of the calendar's regional days.</summary>
    public required string Region { get; init; }
    /// <summary>The bureau's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }
    /// <summary>Open hours of a working day.</summary>
    public required OpenHours OpenHours { get; init; }
    /// <summary>Levels that make a case.</summary>
    public required IReadOnlySet<int> BadLevels { get; init; }
    /// <summary>Only reviews with words make a case.</summary>
    public required bool RequiresText { get; init; }
    /// <summary>Anonymous reviews.</summary>
    public required AnonymousMode Anonymous { get; init; }
    /// <summary>Screening and dispatch by rule where the unit is known.</summary>
    public required bool AutoDispatch { get; init; }
    /// <summary>Dispatch.</summary>
    public required TimeLimit Dispatch { get; init; }
    /// <summary>First call.</summary>
    public required TimeLimit Callback { get; init; }
    /// <summary>Verification.</summary>
    public required TimeLimit Verify { get; init; }
    /// <summary>Rectification and reply, general.</summary>
    public required TimeLimit RectifyGeneral { get; init; }
    /// <summary>Rectification and reply by ledger (疑难).</summary>
    public required TimeLimit RectifyComplex { get; init; }
    /// <summary>Until when the unit may appeal.</summary>
    public required TimeLimit AppealWindow { get; init; }
    /// <summary>The appeal's decision.</summary>
    public required TimeLimit AppealDecision { get; init; }
    /// <summary>Judging of the reply.</summary>
    public required TimeLimit FeedbackReview { get; init; }
    /// <summary>Until when the citizen may rate what was done.</summary>
    public required TimeLimit Rereview { get; init; }
    /// <summary>A supporting unit's task (协办); three working days where the policy does not say, as in policies from before joint matters.</summary>
    public TimeLimit Support { get; init; } = UsualSupport;
    internal static TimeLimit UsualSupport { get; } = new(3, TimeUnit.WorkingDay, CountFrom.StepBegan);
    /// <summary>From closing to archive.</summary>
    public required TimeLimit Archive { get; init; }
    /// <summary>Natural days that end on a day off end on the next working day.</summary>
    public required bool NaturalDaysRollOver { get; init; }
    /// <summary>Failed calls before calling may be given up.</summary>
    public required int CallbackAttempts { get; init; }
    /// <summary>On how many different days.</summary>
    public required int CallbackDays { get; init; }
    /// <summary>Where there is nobody to call (匿名), the call has no deadline; so where the text says nothing (only 实名差评回访率 has a target, DOMAIN §2.4).</summary>
    public required bool WaivesAnonymousCall { get; init; }
    /// <summary>Extensions a round.</summary>
    public required int MaxExtensions { get; init; }
    /// <summary>Longest extension, in the unit of the rectification limit.</summary>
    public required int MaxExtensionAmount { get; init; }
    /// <summary>Appeals a case.</summary>
    public required int MaxAppeals { get; init; }
    /// <summary>The unit's leader has to endorse an appeal.</summary>
    public required bool AppealNeedsLeader { get; init; }
    /// <summary>An appeal stops the unit's clock.</summary>
    public required bool AppealStopsClock { get; init; }
    /// <summary>Returns (退单) a case; 0: not allowed.</summary>
    public required int MaxReturns { get; init; }
    /// <summary>The unit's leader hands in the reply.</summary>
    public required bool LeaderSignsFeedback { get; init; }
    /// <summary>Yellow card so many working days before the deadline; null: no cards.</summary>
    public required int? YellowCardDays { get; init; }
    /// <summary>What puts a case under supervision.</summary>
    public required IReadOnlySet<SupervisionTrigger> Supervise { get; init; }
    /// <summary>Rounds after the first.</summary>
    public required int MaxReopens { get; init; }
    /// <summary>A case nobody rated is closed by the system when the time is over.</summary>
    public required bool AutoClose { get; init; }
    /// <summary>Targets of the loop's rates in per cent, by metric id.</summary>
    public required IReadOnlyDictionary<string, double> Targets { get; init; }

    /// <summary>The limit of a step for a case with this branch.</summary>
    public TimeLimit LimitOf(DeadlineStep step, Branch? branch) => step switch
    {
        DeadlineStep.Dispatch => Dispatch,
        DeadlineStep.Callback => Callback,
        DeadlineStep.Verify => Verify,
        DeadlineStep.Rectify => branch == Branch.RectifyByLedger ? RectifyComplex : RectifyGeneral,
        DeadlineStep.AppealWindow => AppealWindow,
        DeadlineStep.AppealDecision => AppealDecision,
        DeadlineStep.FeedbackReview => FeedbackReview,
        DeadlineStep.Rereview => Rereview,
        DeadlineStep.Support => Support,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The name in the reader's language.</summary>
    public string Name(Language language) => language == Language.Zh ? NameZh : NameEn;
}
