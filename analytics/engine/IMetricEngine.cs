namespace QualityInsight.Analytics;

/// <summary>
/// The one way to a figure. Report, dashboard, notebook, command line and alert all ask here, so they cannot disagree.
/// Safe for use from several threads: each run takes its own connection.
/// </summary>
public interface IMetricEngine
{
    /// <summary>The metrics there are.</summary>
    MetricCatalogue Catalogue { get; }

    /// <summary>Answers a question.</summary>
    /// <exception cref="MetricQueryException">A metric, dimension or comparison is unknown or does not fit; the message
    /// names the nearest ones.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    MetricResult Run(MetricQuery query, CancellationToken cancellation = default);

    /// <summary>
    /// Answers several questions at once, in their order, with the figures that <see cref="Run"/> gives; questions of one model, period,
    /// cut and filter are answered by one reading of the facts.
    /// </summary>
    /// <exception cref="MetricQueryException">As for <see cref="Run"/>.</exception>
    IReadOnlyList<MetricResult> RunAll(IReadOnlyList<MetricQuery> queries, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        return [.. queries.Select(q => Run(q, cancellation))];
    }

    /// <summary>The records behind the figure that the same query gives (comparisons and limits do not matter).</summary>
    /// <param name="query">The question; narrow it with filters to the row that is to be opened.</param>
    /// <param name="offset">Records to skip.</param>
    /// <param name="limit">Records to return, at most 10,000.</param>
    /// <param name="cancellation">Stops the query.</param>
    /// <exception cref="MetricQueryException">As for <see cref="Run"/>.</exception>
    MetricRecords Records(MetricQuery query, long offset = 0, int limit = 100, CancellationToken cancellation = default);
}

/// <summary>A question that cannot be asked: unknown names, or names that do not go together.</summary>
public sealed class MetricQueryException : Exception
{
    /// <summary>Says what is wrong and what was probably meant.</summary>
    public MetricQueryException(string message) : base(message) { }
}
