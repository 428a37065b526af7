namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>reply_template</c>: a version of a reply template; never changed, only followed by the next.</summary>
public sealed class ReplyTemplateRow
{
    /// <summary>The template.</summary>
    public required string TemplateId { get; set; }
    /// <summary>From 1.</summary>
    public int Version { get; set; }
    /// <summary>The unit it is for; null: every unit.</summary>
    public string? OrgCode { get; set; }
    /// <summary>Title.</summary>
    public required string Title { get; set; }
    /// <summary>Text with its fields in braces.</summary>
    public required string Body { get; set; }
    /// <summary>False: retired by this version.</summary>
    public bool IsActive { get; set; }
    /// <summary>By whom.</summary>
    public required string WrittenBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime WrittenUtc { get; set; }
}

/// <summary>Table <c>case_presence</c>: who has a case open now.</summary>
public sealed class PresenceRow
{
    /// <summary>The case.</summary>
    public required string CaseNo { get; set; }
    /// <summary>Who.</summary>
    public required string UserId { get; set; }
    /// <summary>Something is being filled in.</summary>
    public bool IsWriting { get; set; }
    /// <summary>Since when, UTC.</summary>
    public DateTime SinceUtc { get; set; }
    /// <summary>Last heard of, UTC.</summary>
    public DateTime SeenUtc { get; set; }
}

/// <summary>Table <c>case_person</c>: the keyed hash of a case's citizen, for finding the citizen's other cases.</summary>
public sealed class CasePersonRow
{
    /// <summary>The case.</summary>
    public required string CaseNo { get; set; }
    /// <summary>Keyed hash.</summary>
    public required string PersonHash { get; set; }
}
