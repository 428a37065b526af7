using QualityInsight.Warehouse;

namespace QualityInsight.Web.Facts;

/// <summary>What one request reads: one snapshot from its first question to its end, so that a page's figures belong together.</summary>
internal sealed class Serving(Snapshots snapshots) : IDisposable
{
    private readonly Lazy<Snapshots.Leased?> _lease = new(snapshots.Lease);

    /// <summary>Name of the snapshot, or null where nothing has been published.</summary>
    public string? Snapshot => _lease.Value?.Reader.Snapshot.Name;

    /// <summary>A session of its own on the snapshot.</summary>
    /// <exception cref="WarehouseException">Nothing has been published.</exception>
    public WarehouseSession OpenSession() =>
        _lease.Value?.Reader.OpenSession() ?? throw new WarehouseException("Nothing has been published yet: run 'qi publish'.");

    /// <summary>All rows of one of our queries, or null where nothing has been published yet.</summary>
    /// <param name="sqlFile">The embedded file.</param>
    /// <param name="map">Makes an item of a row.</param>
    /// <param name="arguments">Values of its parameters.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<IReadOnlyList<T>?> QueryAsync<T>(
        string sqlFile, Func<Row, T> map, SqlArguments? arguments, CancellationToken cancel) =>
        Task.Run(() => Query(sqlFile, map, arguments, cancel), cancel);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_lease.IsValueCreated)
            _lease.Value?.Dispose();
    }

    private IReadOnlyList<T>? Query<T>(string sqlFile, Func<Row, T> map, SqlArguments? arguments, CancellationToken cancel)
    {
        if (_lease.Value is null)
            return null;
        using var session = OpenSession();
        return session.Query(Sql.Load(typeof(Serving), sqlFile), map, arguments, cancel);
    }
}
