namespace QualityInsight.Ingest;

/// <summary>
/// How one feed is read (映射配置): see <c>ingest/profiles/README.md</c> for the format. Immutable; made by
/// <see cref="ProfileCatalog"/>.
/// </summary>
public sealed record Profile
{
    /// <summary>The profile's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The source stored with every fact.</summary>
    public required string Source { get; init; }

    /// <summary>The zone whose wall clock the facts keep.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The earliest date a time may have.</summary>
    public required DateOnly Earliest { get; init; }

    /// <summary>How the file is cut into rows and columns.</summary>
    public required FormatSpec Format { get; init; }

    /// <summary>Short names of columns with the header names they go by.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; init; }

    /// <summary>Texts that mean "no value" in every column.</summary>
    public required IReadOnlyList<string> NullValues { get; init; }

    /// <summary>What is made of the rows; one batch each.</summary>
    public required IReadOnlyList<OutputSpec> Outputs { get; init; }

    /// <summary>SHA-256 of the profile's text, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Where it was read from: a path, or the name of a profile of the program.</summary>
    public required string Origin { get; init; }

    /// <summary>The output whose batch stands for the file: the first that takes every row.</summary>
    public int Headline => Math.Max(0, Outputs.ToList().FindIndex(o => o.DistinctOn.Count == 0));
}

/// <summary>Formats of files.</summary>
public enum FeedFormat
{
    /// <summary>Delimited text.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    Jsonl,
}

/// <summary>Encodings a profile can name.</summary>
public enum FeedEncoding
{
    /// <summary>By byte order mark, else UTF-8 where the bytes are UTF-8, else GB18030.</summary>
    Auto,

    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>GB18030 (and so GBK and GB2312).</summary>
    Gb18030,
}

/// <summary>How a file is cut into rows and columns.</summary>
public sealed record FormatSpec
{
    /// <summary>Kind of file.</summary>
    public FeedFormat Type { get; init; } = FeedFormat.Csv;

    /// <summary>Encoding.</summary>
    public FeedEncoding Encoding { get; init; } = FeedEncoding.Auto;

    /// <summary>Separator of fields, one ASCII character.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Quote character.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>Whether the first row names the columns.</summary>
    public bool Header { get; init; } = true;

    /// <summary>Names of the columns where there is no header.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The longest row accepted, in bytes; a longer one refuses the file.</summary>
    public int MaxRowBytes { get; init; } = 1 << 20;
}

/// <summary>One entity made from the rows of a file.</summary>
public sealed record OutputSpec
{
    /// <summary>The entity.</summary>
    public required Entity Entity { get; init; }

    /// <summary>Canonical field → where it comes from.</summary>
    public required IReadOnlyDictionary<string, FieldSpec> Fields { get; init; }

    /// <summary>Direction of satisfaction; never null for reviews.</summary>
    public SatisfactionDirection? Satisfaction { get; init; }

    /// <summary>Rules in the order of the profile.</summary>
    public IReadOnlyList<RowRule> Rules { get; init; } = [];

    /// <summary>What the profile says about impossible orders, by the check's name.</summary>
    public IReadOnlyDictionary<string, CheckRule> Checks { get; init; } = new Dictionary<string, CheckRule>();

    /// <summary>Canonical fields that name the thing several rows speak of; empty where a row is a thing.</summary>
    public IReadOnlyList<string> DistinctOn { get; init; } = [];

    /// <summary>What a changed row does.</summary>
    public required ChangePolicy OnChange { get; init; }
}

/// <summary>Which end of a feed's satisfaction codes is good. There is no default on purpose.</summary>
public enum SatisfactionDirection
{
    /// <summary>1–5 with 5 best, as the national interface.</summary>
    FiveIsBest,

    /// <summary>1–5 with 1 best, as GB/T 39046-2020 table A.8.</summary>
    OneIsBest,

    /// <summary>Codes of the feed's own, mapped one by one.</summary>
    Mapped,
}
