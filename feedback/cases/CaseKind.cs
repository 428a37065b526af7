namespace QualityInsight.Feedback;

/// <summary>
/// What a case is about (案件类别): a bad review, one of the hotline's requests (12345 诉求类型, DOMAIN §4.2), or what the counter of
/// 办不成事 took down. Told once, by the opening event; an opening without a kind is a bad review's.
/// </summary>
public enum CaseKind
{
    /// <summary>差评.</summary>
    BadReview,
    /// <summary>咨询: a question, answered.</summary>
    Consult,
    /// <summary>求助: a request for help.</summary>
    Help,
    /// <summary>投诉: a complaint.</summary>
    Complaint,
    /// <summary>举报: a report of wrongdoing; the unit that handles it never learns who reported.</summary>
    Report,
    /// <summary>建议: a suggestion; ends adopted or not, with the reason.</summary>
    Suggestion,
    /// <summary>表扬: praise; passed on and thanked for.</summary>
    Praise,
    /// <summary>办不成事: taken down at the counter for what ordinary ways could not get done.</summary>
    Fallback,
}

/// <summary>What became of a suggestion (建议采纳结果).</summary>
public enum SuggestionOutcome
{
    /// <summary>采纳.</summary>
    Adopted,
    /// <summary>不采纳.</summary>
    NotAdopted,
}

/// <summary>Which of the loop's steps and actions a kind knows. Days are the policy's matter (<c>policies/*.yaml</c>), not this one's.</summary>
public static class CaseKinds
{
    /// <summary>Every kind, in the order lists show them.</summary>
    public static IReadOnlyList<CaseKind> All { get; } = Enum.GetValues<CaseKind>();

    /// <summary>What the hotline's orders and the desk's form open.</summary>
    public static IReadOnlyList<CaseKind> Orders { get; } =
        [CaseKind.Consult, CaseKind.Help, CaseKind.Complaint, CaseKind.Report, CaseKind.Suggestion, CaseKind.Praise];

    /// <summary>Signed for, it is answered at once: nobody has to be called, nothing is verified or put right (咨询、建议、表扬).</summary>
    public static bool IsAnswered(this CaseKind kind) => kind is CaseKind.Consult or CaseKind.Suggestion or CaseKind.Praise;

    /// <summary>The unit that handles it may not call the citizen, nor learn who it is (举报).</summary>
    public static bool HidesCitizen(this CaseKind kind) => kind == CaseKind.Report;

    /// <summary>It ends with the accepted reply; the citizen is not asked to rate it (表扬).</summary>
    public static bool EndsWithReply(this CaseKind kind) => kind == CaseKind.Praise;

    /// <summary>The step has a clock for this kind.</summary>
    public static bool Knows(this CaseKind kind, DeadlineStep step) => step switch
    {
        DeadlineStep.Callback or DeadlineStep.Verify => !kind.IsAnswered(),
        DeadlineStep.AppealWindow or DeadlineStep.AppealDecision => kind == CaseKind.BadReview,
        DeadlineStep.Rereview => !kind.EndsWithReply(),
        _ => true,
    };

    /// <summary>The command means something for this kind; what does not is refused with NOT_FOR_KIND.</summary>
    public static bool Knows(this CaseKind kind, CaseCommand command) => command switch
    {
        RecordCallback or RecordVerification or RecordRectification => !kind.IsAnswered(),
        FileAppeal or EndorseAppeal or DecideAppeal => kind == CaseKind.BadReview,
        DecideSuggestion => kind == CaseKind.Suggestion,
        RateRectification or ReopenCase => !kind.EndsWithReply(),
        _ => true,
    };
}
