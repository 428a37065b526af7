namespace QualityInsight.Analytics;

/// <summary>
/// A model: a view over the facts that is ready to measure. Its SQL is <c>analytics/models/&lt;id&gt;.sql</c>, what the engine
/// may do with it <c>&lt;id&gt;.yaml</c>.
/// </summary>
internal sealed record ModelDefinition
{
    public required string Id { get; init; }
    public required string SaysZh { get; init; }
    public required string SaysEn { get; init; }
    public required string Sql { get; init; }

    /// <summary>True where the serving file holds its rows instead of working them out at every question: small, and heavy to make.</summary>
    public bool Stored { get; init; }

    /// <summary>Models its SQL or its joins read.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>Its natural key.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Further columns shown when records are opened.</summary>
    public IReadOnlyList<string> Show { get; init; } = [];

    /// <summary>Columns that may serve as a metric's time.</summary>
    public IReadOnlyDictionary<string, TimeColumn> Times { get; init; } = new Dictionary<string, TimeColumn>();

    /// <summary>What columns made by the model mean, in both languages; the others are those of the facts.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Joins by name; each keeps the number of rows.</summary>
    public IReadOnlyDictionary<string, string> Joins { get; init; } = new Dictionary<string, string>();

    /// <summary>Dimensions by id (without those of time).</summary>
    public IReadOnlyDictionary<string, ModelDimension> Dimensions { get; init; } = new Dictionary<string, ModelDimension>();

    /// <summary>What the serving file holds sums of, see <see cref="Rollup"/>; of several that answer a question the first is asked.</summary>
    public IReadOnlyList<DeclaredRollup> Rollups { get; init; } = [];
}

/// <summary>A rollup as declared.</summary>
/// <param name="Time">The time column whose days it is cut by.</param>
/// <param name="Dimensions">Dimensions it is cut by.</param>
/// <param name="Values">True for how often each value occurs instead of sums, for quantiles.</param>
internal sealed record DeclaredRollup(string Time, IReadOnlyList<string> Dimensions, bool Values);

/// <summary>A time column: a DATE or a TIMESTAMP, and where a DATE gets its hour from.</summary>
internal sealed record TimeColumn(bool IsDate, string? Clock);

/// <summary>A dimension of a model: its expression over alias f and the joins this needs.</summary>
internal sealed record ModelDimension(string Sql, IReadOnlyList<string> Joins);

/// <summary>All models, in an order in which each comes after what it uses.</summary>
internal sealed class ModelCatalogue
{
    private readonly Dictionary<string, ModelDefinition> _byId;

    internal ModelCatalogue(IEnumerable<ModelDefinition> models)
    {
        _byId = models.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var ordered = new List<ModelDefinition>();
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in _byId.Keys.Order(StringComparer.Ordinal))
            Add(id, ordered, open);
        InOrder = ordered;
    }

    internal static ModelCatalogue Embedded { get; } = new(DefinitionFiles.Models());

    internal IReadOnlyList<ModelDefinition> InOrder { get; }

    internal ModelDefinition this[string id] => _byId.TryGetValue(id, out var found)
        ? found
        : throw new InvalidOperationException(Nearest.Message("model", id, _byId.Keys));

    private void Add(string id, List<ModelDefinition> ordered, HashSet<string> open)
    {
        var model = this[id];
        if (ordered.Contains(model))
            return;
        if (!open.Add(id))
            throw new InvalidOperationException($"The model {id} uses itself by way of {string.Join(", ", open)}.");
        foreach (var used in model.Uses)
            Add(used, ordered, open);
        open.Remove(id);
        ordered.Add(model);
    }
}
