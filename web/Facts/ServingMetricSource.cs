using QualityInsight.Analytics;

namespace QualityInsight.Web.Facts;

/// <summary>The metric layer's database: the snapshot this request reads. It is opened with the first question.</summary>
internal sealed class ServingMetricSource(Serving serving) : IMetricSource
{
    private readonly Lazy<SessionSource> _source = new(() => new(serving.Snapshot ?? "", serving.OpenSession));

    /// <inheritdoc />
    public string Snapshot => _source.Value.Snapshot;

    /// <inheritdoc />
    public string ParameterPrefix => _source.Value.ParameterPrefix;

    /// <inheritdoc />
    public IReadOnlyList<object?[]> Query(string sql, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellation) =>
        _source.Value.Query(sql, arguments, cancellation);
}
