namespace QualityInsight.Analytics;

/// <summary>
/// A database that holds the models: the serving file, or PostgreSQL. The metric files are the same for both.
/// </summary>
public interface IMetricSource
{
    /// <summary>Name of the snapshot the figures come from.</summary>
    string Snapshot { get; }

    /// <summary>What stands before a parameter's name: <c>$</c> in DuckDB, <c>@</c> with Npgsql.</summary>
    string ParameterPrefix { get; }

    /// <summary>Runs a query; all rows, cells as .NET values, null for NULL.</summary>
    /// <param name="sql">A statement made by the engine from its own files.</param>
    /// <param name="arguments">Values by parameter name, without the prefix.</param>
    /// <param name="cancellation">Stops it.</param>
    IReadOnlyList<object?[]> Query(string sql, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellation);
}
