namespace QualityInsight.Analytics;

/// <summary>All metrics, by id. Read once from the embedded definitions; a broken definition fails at the first use.</summary>
public sealed class MetricCatalogue
{
    private readonly Dictionary<string, MetricDefinition> _byId;

    internal MetricCatalogue(IEnumerable<MetricDefinition> metrics)
    {
        All = [.. metrics.OrderBy(m => m.Id, StringComparer.Ordinal)];
        _byId = All.ToDictionary(m => m.Id, StringComparer.Ordinal);
    }

    /// <summary>Every metric, ordered by id.</summary>
    public IReadOnlyList<MetricDefinition> All { get; }

    /// <summary>The metric of that id.</summary>
    /// <exception cref="MetricQueryException">There is none; the message names the nearest ids.</exception>
    public MetricDefinition this[string id] => _byId.TryGetValue(id, out var found)
        ? found
        : throw new MetricQueryException(Nearest.Message("metric", id, _byId.Keys));

    /// <summary>True where there is such a metric.</summary>
    public bool Contains(string id) => _byId.ContainsKey(id);
}
