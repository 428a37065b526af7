using System.Collections.Immutable;

namespace QualityInsight.Feedback;

/// <summary>Where a supporting unit's task stands (协办任务状态).</summary>
public enum SupportState
{
    /// <summary>待签收: asked, not yet signed for.</summary>
    Asked,
    /// <summary>协办中: the supporting unit works on it.</summary>
    Working,
    /// <summary>已完成: the supporting unit said what it did.</summary>
    Done,
    /// <summary>已退回: the supporting unit gave it back with a reason.</summary>
    Returned,
    /// <summary>已撤回: taken back by the lead unit, or because the case left it.</summary>
    Withdrawn,
}

/// <summary>Why a task was taken back (撤回原因).</summary>
public enum WithdrawalCause
{
    /// <summary>牵头单位撤回: by a person, with a reason.</summary>
    ByLead,
    /// <summary>工单退回: the case left the lead unit.</summary>
    CaseReturned,
    /// <summary>申诉成立: the case ended as set aside.</summary>
    AppealUpheld,
}

/// <summary>
/// What a supporting unit (协办单位) was asked to do for a joint matter (一件事), with a clock of its own. The case stays with
/// the lead unit (牵头单位), which owes the reply. Times local.
/// </summary>
/// <param name="No">Its number within the case, from 1.</param>
/// <param name="Round">The case's round in which it was asked.</param>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Ask">What it was asked to do.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AskedAt">When it was asked; its clock begins here.</param>
public sealed record SupportTask(int No, int Round, string OrgCode, string? OrgName, string Ask, SupportState State, DateTime AskedAt)
{
    /// <summary>Its deadline; null only between asking and setting it.</summary>
    public DeadlineInForce? Deadline { get; init; }
    /// <summary>Who signed for it, or null.</summary>
    public string? HandlerId { get; init; }
    /// <summary>That person's name.</summary>
    public string? HandlerName { get; init; }
    /// <summary>When it was signed for.</summary>
    public DateTime? AcceptedAt { get; init; }
    /// <summary>When it was done, returned or withdrawn.</summary>
    public DateTime? EndedAt { get; init; }
    /// <summary>What was done, or why it was returned or withdrawn; null while open or where the cause says it all.</summary>
    public string? Answer { get; init; }
    /// <summary>Why it was withdrawn, or null.</summary>
    public WithdrawalCause? WithdrawnBecause { get; init; }
    /// <summary>Cards given, by deadline.</summary>
    public ImmutableHashSet<(Card Card, DateTime DueAt)> Cards { get; init; } = [];
    /// <summary>Deadlines missed.</summary>
    public ImmutableHashSet<DateTime> Missed { get; init; } = [];

    /// <summary>Something still has to be done.</summary>
    public bool IsOpen => State is SupportState.Asked or SupportState.Working;

    /// <summary>It was ended after its deadline, or stands open after one.</summary>
    public bool IsLate => Missed.Count > 0 || (EndedAt is { } ended && Deadline is { } due && ended > due.DueAt);
}
