namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>saved_view</c>: a list somebody keeps under a name.</summary>
public sealed class SavedViewRow
{
    /// <summary>Id.</summary>
    public required string Id { get; set; }
    /// <summary>Whose.</summary>
    public required string UserId { get; set; }
    /// <summary>Name; one of a kind for its owner.</summary>
    public required string Name { get; set; }
    /// <summary>View, filters and order, as they stand in the queue's address.</summary>
    public required string Address { get; set; }
    /// <summary>The unit whose people see it too, or null.</summary>
    public string? SharedWith { get; set; }
    /// <summary>UTC.</summary>
    public DateTime CreatedUtc { get; set; }
}

/// <summary>Table <c>queue_setting</c>: how somebody likes the queue.</summary>
public sealed class QueueSettingRow
{
    /// <summary>Whose.</summary>
    public required string UserId { get; set; }
    /// <summary>Rows a page.</summary>
    public int PageSize { get; set; }
    /// <summary>The saved view the queue opens with, or null.</summary>
    public string? DefaultViewId { get; set; }
}

/// <summary>Table <c>absence</c>: days on which somebody is given no cases.</summary>
public sealed class AbsenceRow
{
    /// <summary>Id.</summary>
    public required string Id { get; set; }
    /// <summary>Who.</summary>
    public required string UserId { get; set; }
    /// <summary>First day, local.</summary>
    public DateOnly FromDay { get; set; }
    /// <summary>Last day, local.</summary>
    public DateOnly ToDay { get; set; }
    /// <summary>Why; a word, nothing medical.</summary>
    public string? Reason { get; set; }
    /// <summary>Who entered it.</summary>
    public required string EnteredBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime EnteredUtc { get; set; }
    /// <summary>Who took it back, or null.</summary>
    public string? WithdrawnBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime? WithdrawnUtc { get; set; }
}

/// <summary>Table <c>assignment_rule</c>: how a unit's new cases find a handler.</summary>
public sealed class AssignmentRuleRow
{
    /// <summary>Id.</summary>
    public required string Id { get; set; }
    /// <summary>The unit.</summary>
    public required string OrgCode { get; set; }
    /// <summary>The lowest that fits decides.</summary>
    public int Ordinal { get; set; }
    /// <summary>Name, written into the event.</summary>
    public required string Name { get; set; }
    /// <summary>Only cases of this item; null: any.</summary>
    public string? ItemCode { get; set; }
    /// <summary>Only cases of this hall; null: any.</summary>
    public string? HallCode { get; set; }
    /// <summary>Among these accounts, joined by commas; null: every handler of the unit.</summary>
    public string? UserIds { get; set; }
    /// <summary>Nobody who has this many open cases; null: no limit.</summary>
    public int? AtMost { get; set; }
    /// <summary>In force.</summary>
    public bool IsActive { get; set; }
    /// <summary>Who entered it.</summary>
    public required string EnteredBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime EnteredUtc { get; set; }
}
