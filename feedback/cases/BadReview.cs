namespace QualityInsight.Feedback;

/// <summary>An indicator ticked on a review (评价内容).</summary>
/// <param name="Code">The code of the list in use.</param>
/// <param name="Label">Its text.</param>
public sealed record ReviewTag(string Code, string Label);

/// <summary>
/// What a case is about, as the loop takes it over from the facts or from the desk's form: a bad review (差评), or an order of the
/// hotline or the counter (<see cref="CaseKind"/>) in the same shape. No personal data but a keyed hash. Times are local wall-clock of the bureau.
/// </summary>
public sealed record BadReview
{
    /// <summary>The feed it came by.</summary>
    public required string Source { get; init; }
    /// <summary>The feed's number; unique with <see cref="Source"/>.</summary>
    public required string ReviewNo { get; init; }
    /// <summary>1–5, 5 best; 0: nobody gave stars (an order), and nothing is written.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public int Level { get; init; }
    /// <summary>When the citizen rated, or asked.</summary>
    public required DateTime ReviewedAt { get; init; }
    /// <summary>When the office could know of it; null: when it was rated.</summary>
    public DateTime? ArrivedAt { get; init; }
    /// <summary>The responsible unit's code, or null where the feed does not say.</summary>
    public string? OrgCode { get; init; }
    /// <summary>Its name.</summary>
    public string? OrgName { get; init; }
    /// <summary>The unit a report (举报) is about, where known; it never gets the case.</summary>
    public string? AboutOrgCode { get; init; }
    /// <summary>The hall's code.</summary>
    public string? HallCode { get; init; }
    /// <summary>Its name.</summary>
    public string? HallName { get; init; }
    /// <summary>The counter's code.</summary>
    public string? CounterCode { get; init; }
    /// <summary>Its name.</summary>
    public string? CounterName { get; init; }
    /// <summary>The service item's code.</summary>
    public string? ItemCode { get; init; }
    /// <summary>Its name.</summary>
    public string? ItemName { get; init; }
    /// <summary>The number of the matter that was rated.</summary>
    public string? TicketNo { get; init; }
    /// <summary>The rated person's number; that person never calls back and never sees who rated.</summary>
    public string? StaffCode { get; init; }
    /// <summary>The citizen's words, masked; null where none were written.</summary>
    [FreeText] public string? TextMasked { get; init; }
    /// <summary>The ticked indicators.</summary>
    public IReadOnlyList<ReviewTag> Tags { get; init; } = [];
    /// <summary>Service-problem labels (P01 …) given by tags or by the text model.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
    /// <summary>PC, MOBILE, QR, HALL_PAD, …</summary>
    public string? Channel { get; init; }
    /// <summary>The citizen can be reached (实名).</summary>
    public bool IsNamed { get; init; }
    /// <summary>Made by a system, not by a person; never becomes a case.</summary>
    public bool IsDefault { get; init; }
    /// <summary>Keyed hash of the citizen, or null.</summary>
    [NotMirrored] public string? PersonHash { get; init; }
}

/// <summary>Marks text that somebody typed. It stays in the operations store and is left out of the mirror.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class FreeTextAttribute : Attribute;

/// <summary>Marks what stands for a person, such as a keyed hash. It stays in the operations store and is left out of the mirror.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NotMirroredAttribute : Attribute;
