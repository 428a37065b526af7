namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>policy_draft</c>: a version of a draft; appended to, never changed.</summary>
public sealed class PolicyDraftRow
{
    /// <summary>The draft.</summary>
    public required string DraftId { get; set; }
    /// <summary>From 1; the highest counts.</summary>
    public int Version { get; set; }
    /// <summary>Hash of the policy it was begun from.</summary>
    public required string BasedOn { get; set; }
    /// <summary>Its text; may still have faults.</summary>
    public required string Yaml { get; set; }
    /// <summary>It is no longer kept.</summary>
    public bool IsRemoved { get; set; }
    /// <summary>Account.</summary>
    public required string SavedBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime SavedUtc { get; set; }
}

/// <summary>Table <c>calendar_load</c>: a calendar file that was loaded; appended to, never changed.</summary>
public sealed class CalendarLoadRow
{
    /// <summary>Id.</summary>
    public required string LoadId { get; set; }
    /// <summary>Region of its days; <c>CN</c> national.</summary>
    public required string Region { get; set; }
    /// <summary>Years it announces, joined by commas.</summary>
    public required string Years { get; set; }
    /// <summary>Special days in it.</summary>
    public int Days { get; set; }
    /// <summary>Deadlines foreseen to move.</summary>
    public int Deadlines { get; set; }
    /// <summary>Cases they belong to.</summary>
    public int Cases { get; set; }
    /// <summary>The file.</summary>
    public required string Text { get; set; }
    /// <summary>Why.</summary>
    public required string Reason { get; set; }
    /// <summary>Account.</summary>
    public required string LoadedBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime LoadedUtc { get; set; }
}
