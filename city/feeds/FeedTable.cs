using System.Text;

namespace QualityInsight.City;

/// <summary>How a feed writes its files.</summary>
internal sealed record FeedStyle(char Delimiter, Encoding Encoding, string NewLine, byte[] BadBytes)
{
    /// <summary>The city's own platform: UTF-8 with BOM, commas.</summary>
    public static FeedStyle National { get; } = new(',', new UTF8Encoding(true), "\r\n", [0xC3, 0x28]);

    /// <summary>The districts: GB18030, commas.</summary>
    public static FeedStyle Standard { get; } = new(',', CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, "\r\n", [0xFF, 0xFF]);

    /// <summary>The counties' hall system: UTF-8 without BOM, tabs.</summary>
    public static FeedStyle HallSystem { get; } = new('\t', new UTF8Encoding(false), "\n", [0xC3, 0x28]);

    /// <summary>The vendor of self-service machines: UTF-8, semicolons.</summary>
    public static FeedStyle Vendor { get; } = new(';', new UTF8Encoding(false), "\n", [0xC3, 0x28]);

    /// <summary>Plain UTF-8 with commas: dimensions.</summary>
    public static FeedStyle Plain { get; } = new(',', new UTF8Encoding(false), "\n", [0xC3, 0x28]);
}

/// <summary>One kind of file of a feed and the rows it will hold, period by period.</summary>
internal sealed class FeedTable(string feed, string entity, string stem, string columns, FeedStyle style, int periods)
{
    private readonly List<FeedRow>[] _fresh = [.. Enumerable.Range(0, periods).Select(_ => new List<FeedRow>())];

    public int Periods => periods;

    public string Feed => feed;

    public string Entity => entity;

    public string Stem => stem;

    public FeedStyle Style => style;

    public string[] Columns { get; } = columns.Split(',');

    /// <summary>Headers of later files where they drift; null keeps <see cref="Columns"/>.</summary>
    public Func<string, string>? LaterHeader { get; init; }

    public required string Profile { get; init; }

    public string? CorrectProfile { get; init; }

    public List<Defect> Defects { get; } = [];

    public IReadOnlyList<FeedRow> Fresh(int period) => _fresh[period];

    public int Index(string column) => Array.IndexOf(Columns, column) is var at and >= 0 ? at
        : throw new ArgumentException($"The {feed} feed's {entity} file has no column {column}.");

    public void Add(int period, DateTime at, FeedRowKind kind, params string[] cells)
    {
        if (cells.Length != Columns.Length)
            throw new ArgumentException($"A row of {stem} has {cells.Length} cells for {Columns.Length} columns.");
        _fresh[Math.Min(period, periods - 1)].Add(new FeedRow(at, kind, cells));
    }
}

/// <summary>What must become of a row.</summary>
internal enum FeedRowKind
{
    /// <summary>Loaded; may be sent again in the next file.</summary>
    Final,

    /// <summary>Loaded as it stood; may change later, so it is not sent again unchanged.</summary>
    Provisional,

    /// <summary>Loaded in place of a provisional row.</summary>
    Update,

    /// <summary>No record of the entity.</summary>
    Skipped,
}

/// <summary>One row with the time it is sorted by.</summary>
internal readonly record struct FeedRow(DateTime At, FeedRowKind Kind, string[] Cells);

/// <summary>A kind of broken row: a copy of a good one with a key of its own and one thing wrong.</summary>
/// <param name="Reason">The reason it must be refused for.</param>
/// <param name="AtOne">How many a year at scale 1.</param>
/// <param name="Key">The column that makes it a record of its own; null where the fault is the key itself or a conflict.</param>
/// <param name="Break">Breaks the cells; may return more or fewer of them.</param>
/// <param name="AtEnd">It must come after the row it contradicts.</param>
internal sealed record Defect(string Reason, int AtOne, string? Key, Func<string[], string[]> Break, bool AtEnd = false);
