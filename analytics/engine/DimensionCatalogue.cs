namespace QualityInsight.Analytics;

/// <summary>One axis along which figures may be cut or filtered.</summary>
/// <param name="Id">Stable id: <c>hall</c>, <c>week</c>, …</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="IsTime">True for hour, weekday, day, week, month, quarter, year.</param>
/// <param name="Type">Type of its codes in the database.</param>
/// <param name="FilterOnly">True where figures can be filtered but not cut by it.</param>
public sealed record Dimension(string Id, string NameZh, string NameEn, bool IsTime, DimensionType Type, bool FilterOnly)
{
    /// <summary>Chinese names of closed codes (channel, level, …), by code.</summary>
    public IReadOnlyDictionary<string, string> ValuesZh { get; init; } = new Dictionary<string, string>();

    /// <summary>English names of closed codes, by code.</summary>
    public IReadOnlyDictionary<string, string> ValuesEn { get; init; } = new Dictionary<string, string>();
}

/// <summary>Type of a dimension's codes in the database; outside it they are text.</summary>
public enum DimensionType
{
    /// <summary>Text codes, and days for time dimensions.</summary>
    Text,

    /// <summary>Whole numbers: level, hour, weekday.</summary>
    Integer,

    /// <summary>Yes or no.</summary>
    Boolean,
}

/// <summary>The closed list of dimensions.</summary>
public sealed class DimensionCatalogue
{
    private readonly Dictionary<string, Dimension> _byId;

    /// <summary>The dimensions of this program.</summary>
    public static DimensionCatalogue Embedded { get; } = DefinitionFiles.Dimensions();

    internal DimensionCatalogue(IEnumerable<Dimension> dimensions)
    {
        All = [.. dimensions];
        _byId = All.ToDictionary(d => d.Id, StringComparer.Ordinal);
    }

    /// <summary>Every dimension, in the order of the definition file.</summary>
    public IReadOnlyList<Dimension> All { get; }

    /// <summary>The dimension of that id.</summary>
    /// <exception cref="MetricQueryException">There is none; the message names the nearest ids.</exception>
    public Dimension this[string id] => _byId.TryGetValue(id, out var found)
        ? found
        : throw new MetricQueryException(Nearest.Message("dimension", id, _byId.Keys));
}
