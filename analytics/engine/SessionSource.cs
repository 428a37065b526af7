using QualityInsight.Warehouse;

namespace QualityInsight.Analytics;

/// <summary>The models in a DuckDB file, through sessions of the warehouse room.</summary>
/// <param name="snapshot">Name of the snapshot.</param>
/// <param name="open">Opens a session; each query takes its own and disposes it.</param>
public sealed class SessionSource(string snapshot, Func<WarehouseSession> open) : IMetricSource
{
    /// <summary>The models in one snapshot of the serving file.</summary>
    /// <param name="reader">Stays the caller's to dispose.</param>
    public SessionSource(ServingReader reader) : this(reader.Snapshot.Name, reader.OpenSession) { }

    /// <inheritdoc />
    public string Snapshot => snapshot;

    /// <inheritdoc />
    public string ParameterPrefix => "$";

    /// <inheritdoc />
    public IReadOnlyList<object?[]> Query(
        string sql, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var named = new SqlArguments();
        foreach (var (name, value) in arguments)
            named[name] = value;
        using var session = open();
        return session.Query(sql, static row =>
        {
            var cells = new object?[row.Count];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = row.Value(i);
            return cells;
        }, named, cancellation);
    }
}
