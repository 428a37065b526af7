namespace QualityInsight.Feedback;

/// <summary>
/// One line of the queue: a projection of the case's events kept for lists; can be rebuilt from them at any time.
/// Times local. No personal data.
/// </summary>
public sealed record CaseView
{
    /// <summary>Number.</summary>
    public required string CaseNo { get; init; }
    /// <summary>Version.</summary>
    public required int Seq { get; init; }
    /// <summary>State.</summary>
    public required CaseState State { get; init; }
    /// <summary>Open work remains.</summary>
    public required bool IsOpen { get; init; }
    /// <summary>Feed of the review.</summary>
    public required string Source { get; init; }
    /// <summary>Number of the review.</summary>
    public required string ReviewNo { get; init; }
    /// <summary>What kind of matter.</summary>
    public CaseKind Kind { get; init; }
    /// <summary>1–5, 5 best; 0: nobody gave stars.</summary>
    public required int Level { get; init; }
    /// <summary>When the citizen rated.</summary>
    public required DateTime ReviewedAt { get; init; }
    /// <summary>When the case counts as opened.</summary>
    public required DateTime OpenedAt { get; init; }
    /// <summary>When it last moved.</summary>
    public required DateTime UpdatedAt { get; init; }
    /// <summary>When it ended, or null.</summary>
    public DateTime? ClosedAt { get; init; }
    /// <summary>How it ended, or null.</summary>
    public CloseReason? ClosedAs { get; init; }
    /// <summary>The unit, or null.</summary>
    public string? OrgCode { get; init; }
    /// <summary>Its name.</summary>
    public string? OrgName { get; init; }
    /// <summary>The hall's code.</summary>
    public string? HallCode { get; init; }
    /// <summary>Its name.</summary>
    public string? HallName { get; init; }
    /// <summary>The counter's code.</summary>
    public string? CounterCode { get; init; }
    /// <summary>Its name.</summary>
    public string? CounterName { get; init; }
    /// <summary>The item's code.</summary>
    public string? ItemCode { get; init; }
    /// <summary>Its name.</summary>
    public string? ItemName { get; init; }
    /// <summary>The rated matter's number.</summary>
    public string? TicketNo { get; init; }
    /// <summary>The citizen's words, masked.</summary>
    public string? TextMasked { get; init; }
    /// <summary>Ticked indicators, labels joined by 、.</summary>
    public string? Tags { get; init; }
    /// <summary>Service-problem labels, joined by commas.</summary>
    public string? Labels { get; init; }
    /// <summary>By which channel it was rated.</summary>
    public string? Channel { get; init; }
    /// <summary>The citizen can be reached.</summary>
    public bool IsNamed { get; init; }
    /// <summary>The handler's account, or null.</summary>
    public string? HandlerId { get; init; }
    /// <summary>The handler's name.</summary>
    public string? HandlerName { get; init; }
    /// <summary>The step that runs, or null.</summary>
    public DeadlineStep? DueStep { get; init; }
    /// <summary>Its deadline, or null (none runs, or the clock stands still).</summary>
    public DateTime? DueAt { get; init; }
    /// <summary>That deadline runs into an unannounced year.</summary>
    public bool IsProvisional { get; init; }
    /// <summary>The main deadline (整改并反馈), or null before dispatch.</summary>
    public DateTime? RectifyDueAt { get; init; }
    /// <summary>The clock stands still.</summary>
    public bool IsStopped { get; init; }
    /// <summary>Highest card of the present step.</summary>
    public Card? Card { get; init; }
    /// <summary>Any deadline was ever missed.</summary>
    public bool WasLate { get; init; }
    /// <summary>Under supervision.</summary>
    public bool Supervised { get; init; }
    /// <summary>What somebody has to approve, or null.</summary>
    public Approval? WaitingFor { get; init; }
    /// <summary>0 at first; one more each reopening.</summary>
    public int Round { get; init; }
    /// <summary>How it is dealt with, or null.</summary>
    public Branch? Branch { get; init; }
    /// <summary>The citizen's last rating of what was done, or null.</summary>
    public Satisfaction? Rating { get; init; }
    /// <summary>Appeals filed.</summary>
    public int Appeals { get; init; }
    /// <summary>False after an upheld appeal.</summary>
    public bool CountsInAssessment { get; init; } = true;
    /// <summary>Units with an open supporting task, as <c>,A,B,</c>; null where there is none.</summary>
    public string? SupportOrgs { get; init; }
    /// <summary>Lead case, where merged.</summary>
    public string? MergedInto { get; init; }
}
