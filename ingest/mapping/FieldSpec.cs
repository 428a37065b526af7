using System.Text.RegularExpressions;

namespace QualityInsight.Ingest;

/// <summary>Where the value of a canonical field comes from and how its text is read.</summary>
public sealed record FieldSpec
{
    /// <summary>Columns tried in order (one of them must be in the header), each a short name or a header name.</summary>
    public IReadOnlyList<string> Column { get; init; } = [];

    /// <summary>Columns put together.</summary>
    public IReadOnlyList<string> Join { get; init; } = [];

    /// <summary>What stands between joined columns.</summary>
    public string Separator { get; init; } = "-";

    /// <summary>Columns whose content makes a stable key.</summary>
    public IReadOnlyList<string> Hash { get; init; } = [];

    /// <summary>The same value for every row.</summary>
    public string? Const { get; init; }

    /// <summary>The canonical time whose date this is.</summary>
    public string? DateOf { get; init; }

    /// <summary>Whether the header may lack the column.</summary>
    public bool Optional { get; init; }

    /// <summary>The value where the source is empty.</summary>
    public string? Default { get; init; }

    /// <summary>Texts that mean "no value" here, besides those of the profile.</summary>
    public IReadOnlyList<string> NullValues { get; init; } = [];

    /// <summary>Closed code map; null where there is none. A null value means "no value".</summary>
    public IReadOnlyDictionary<string, string?>? Map { get; init; }

    /// <summary>A code the map lacks leaves the field empty (counted) in place of refusing the row.</summary>
    public bool UnmappedIsEmpty { get; init; }

    /// <summary>Time formats.</summary>
    public IReadOnlyList<TimeFormat> Formats { get; init; } = [];

    /// <summary>The column that holds the date of a time without one.</summary>
    public string? Date { get; init; }

    /// <summary>The canonical time, or the column with a time of the same date, that this one follows.</summary>
    public string? After { get; init; }

    /// <summary>Unit of a duration.</summary>
    public DurationUnit Unit { get; init; }

    /// <summary>The group of this expression is the value.</summary>
    public Regex? Extract { get; init; }

    /// <summary>The whole value must match.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Length to left-pad with zeros to; 0 for none.</summary>
    public int Pad { get; init; }

    /// <summary>Separator characters of tags.</summary>
    public string Split { get; init; } = ",|;";

    /// <summary>Whether tags come as name,code pairs.</summary>
    public bool TagPairs { get; init; }

    /// <summary>Dictionary of the tags.</summary>
    public string Dict { get; init; } = "national";

    /// <summary>The line of the profile that says it.</summary>
    public long Line { get; init; }

    internal IEnumerable<string> AllColumns => [.. Column, .. Join, .. Hash, .. Date is null ? [] : new[] { Date }, .. AfterColumn is null ? [] : new[] { AfterColumn }];

    /// <summary>The column this time follows, where it is no canonical time.</summary>
    public string? AfterColumn { get; init; }
}

/// <summary>Unit of a duration column.</summary>
public enum DurationUnit
{
    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Text such as 1:02:03 or 02:03.</summary>
    HoursMinutesSeconds,
}

/// <summary>A named time format, or a .NET pattern.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Pattern">The pattern where the kind is <see cref="TimeFormatKind.Pattern"/>.</param>
public sealed record TimeFormat(TimeFormatKind Kind, string? Pattern = null);

/// <summary>The named time formats.</summary>
public enum TimeFormatKind
{
    /// <summary>2024-05-06 07:08:09, T, fraction, offset.</summary>
    Iso,

    /// <summary>2019/4/5 9:05, 2019.4.5, 2019年4月5日.</summary>
    Loose,

    /// <summary>20240506T070809.</summary>
    Compact,

    /// <summary>04/12/2018 01:11:26 PM.</summary>
    UnitedStates,

    /// <summary>Serial number of a spreadsheet.</summary>
    Excel,

    /// <summary>Seconds since 1970 UTC.</summary>
    EpochSeconds,

    /// <summary>Milliseconds since 1970 UTC.</summary>
    EpochMilliseconds,

    /// <summary>A time of day alone.</summary>
    TimeOnly,

    /// <summary>A .NET pattern.</summary>
    Pattern,
}
