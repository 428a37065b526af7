namespace QualityInsight.Feedback;

/// <summary>Something that happened to a supporting unit's task of a joint matter (协办). None changes the case's own state.</summary>
/// <param name="TaskNo">The task's number within the case.</param>
/// <param name="OrgCode">The supporting unit.</param>
public abstract record SupportEvent(int TaskNo, string OrgCode) : CaseEvent;

/// <summary>A supporting unit was asked.</summary>
/// <param name="TaskNo">The task's number within the case, from 1.</param>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Ask">What it is to do.</param>
public sealed record SupportAsked(int TaskNo, string OrgCode, string? OrgName, [property: FreeText] string Ask) : SupportEvent(TaskNo, OrgCode);

/// <summary>The deadline of a task was set or moved.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="DueAt">Local wall-clock; the last moment in time.</param>
/// <param name="Provisional">True where it runs into a year whose holidays are not announced.</param>
/// <param name="CountedFrom">The moment the count began, local.</param>
/// <param name="Amount">How much time.</param>
/// <param name="Unit">In what.</param>
/// <param name="Cause">Why now.</param>
public sealed record SupportDeadlineSet(
    int TaskNo, string OrgCode, DateTime DueAt, bool Provisional, DateTime CountedFrom, int Amount, TimeUnit Unit, DeadlineCause Cause)
    : SupportEvent(TaskNo, OrgCode);

/// <summary>The supporting unit signed for its task; who signed works on it.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="UserId">Who.</param>
/// <param name="UserName">As shown.</param>
public sealed record SupportTaskAccepted(int TaskNo, string OrgCode, string UserId, string? UserName) : SupportEvent(TaskNo, OrgCode);

/// <summary>The supporting unit did what it was asked.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="Text">What was done, for the lead unit.</param>
public sealed record SupportTaskDone(int TaskNo, string OrgCode, [property: FreeText] string Text) : SupportEvent(TaskNo, OrgCode);

/// <summary>The supporting unit gave its task back.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="Reason">Why.</param>
public sealed record SupportTaskReturned(int TaskNo, string OrgCode, [property: FreeText] string Reason) : SupportEvent(TaskNo, OrgCode);

/// <summary>The task was taken back from the supporting unit.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="Cause">What for.</param>
/// <param name="Reason">A person's reason; null where the case's own course took it back.</param>
public sealed record SupportTaskWithdrawn(int TaskNo, string OrgCode, WithdrawalCause Cause, [property: FreeText] string? Reason) : SupportEvent(TaskNo, OrgCode);

/// <summary>A warning card was given for a task.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="Card">Yellow before, red after.</param>
/// <param name="DueAt">Its deadline.</param>
public sealed record SupportCardIssued(int TaskNo, string OrgCode, Card Card, DateTime DueAt) : SupportEvent(TaskNo, OrgCode);

/// <summary>A task's deadline passed with it not done (协办超期); once a deadline.</summary>
/// <param name="TaskNo">The task.</param>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="DueAt">Its deadline.</param>
public sealed record SupportTaskOverdue(int TaskNo, string OrgCode, DateTime DueAt) : SupportEvent(TaskNo, OrgCode);
