namespace QualityInsight.Ingest;

/// <summary>What a canonical field holds, and so how its text is read.</summary>
public enum FieldKind
{
    /// <summary>A code or number kept as text; leading zeros stay.</summary>
    Code,

    /// <summary>Free text; masked before it is stored.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A duration, stored in seconds.</summary>
    Duration,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of day.</summary>
    TimeOfDay,

    /// <summary>A local wall-clock time of the profile's zone.</summary>
    Timestamp,

    /// <summary>One of a closed list of words.</summary>
    Enumeration,

    /// <summary>Indicator codes ticked on a review (评价内容).</summary>
    Tags,

    /// <summary>Satisfaction level 1–5, 5 best.</summary>
    Level,

    /// <summary>A person's identifier; only its keyed hash is stored.</summary>
    PersonId,

    /// <summary>A person's name; only its keyed hash is stored.</summary>
    PersonName,

    /// <summary>A person's phone; only its keyed hash is stored.</summary>
    PersonPhone,
}

/// <summary>One field a profile can map to.</summary>
/// <param name="Name">Its name in profiles.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Column">The fact column it fills, or null where it fills none directly (people, tags).</param>
/// <param name="Required">Whether a row without it is refused.</param>
/// <param name="Default">The value where a profile does not map it or the source is empty, or null.</param>
/// <param name="Values">The closed list of an enumeration; empty otherwise.</param>
public sealed record CanonicalField(
    string Name, FieldKind Kind, string? Column, bool Required, string? Default, IReadOnlyList<string> Values)
{
    internal bool IsTime => Kind is FieldKind.Timestamp;

    internal bool IsPerson => Kind is FieldKind.PersonId or FieldKind.PersonName or FieldKind.PersonPhone;

    /// <summary>The type of the fact column, as SQL names it.</summary>
    internal string SqlType => Kind switch
    {
        FieldKind.Integer or FieldKind.Level => "INTEGER",
        FieldKind.Duration => "DOUBLE",
        FieldKind.Flag => "BOOLEAN",
        FieldKind.Date => "DATE",
        FieldKind.TimeOfDay => "TIME",
        FieldKind.Timestamp => "TIMESTAMP",
        _ => "TEXT",
    };
}
