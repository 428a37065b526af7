namespace QualityInsight.Analytics;

/// <summary>All metrics, by id. Read once from the embedded definitions; a broken definition fails at the first use.</summary>
public sealed class MetricCatalogue
{
    private readonly Dictionary<string, MetricDefinition> _byId;

    /// <summary>The metrics of this program with their own targets.</summary>
    public static MetricCatalogue Embedded { get; } = new(DefinitionFiles.Metrics());

    /// <summary>The metrics of this program with a deployment's targets.</summary>
    /// <exception cref="MetricQueryException">A target is set for a metric that does not exist.</exception>
    public static MetricCatalogue With(AnalyticsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var id in options.Targets.Keys)
            _ = Embedded[id];
        return new(Embedded.All.Select(m => options.Targets.TryGetValue(m.Id, out var target) ? m with { Target = target } : m));
    }

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
