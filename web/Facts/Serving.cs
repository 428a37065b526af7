using QualityInsight.Warehouse;

namespace QualityInsight.Web.Facts;

/// <summary>
/// The latest snapshot, opened once and shared by all requests; opened anew when another has been published. A reader
/// is closed when the last request that began with it has ended.
/// </summary>
internal sealed class Serving(WebOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private Opened? _now;

    /// <summary>All rows of one of our queries, or null where nothing has been published yet.</summary>
    /// <param name="sqlFile">The embedded file.</param>
    /// <param name="map">Makes an item of a row.</param>
    /// <param name="arguments">Values of its parameters.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<IReadOnlyList<T>?> QueryAsync<T>(
        string sqlFile, Func<Row, T> map, SqlArguments? arguments, CancellationToken cancel) =>
        Task.Run(() => Query(sqlFile, map, arguments, cancel), cancel);

    /// <summary>Name of the snapshot that is read now, or null.</summary>
    public string? Snapshot
    {
        get
        {
            using var lease = Lease();
            return lease?.Reader.Snapshot.Name;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
            _now?.Release();
    }

    private IReadOnlyList<T>? Query<T>(string sqlFile, Func<Row, T> map, SqlArguments? arguments, CancellationToken cancel)
    {
        using var lease = Lease();
        if (lease is null)
            return null;
        using var session = lease.Reader.OpenSession();
        return session.Query(Sql.Load(typeof(Serving), sqlFile), map, arguments, cancel);
    }

    private Opened? Lease()
    {
        lock (_gate)
        {
            var file = ServingFile.CurrentFile(options.DataFolder);
            if (file is not null && file != _now?.File)
            {
                var next = new Opened(file, ServingReader.OpenFile(file));
                _now?.Release();
                _now = next;
            }
            return _now?.Taken();
        }
    }

    /// <summary>A reader with the number of those who use it; the holder of the latest counts as one.</summary>
    private sealed class Opened(string file, ServingReader reader) : IDisposable
    {
        private int _users = 1;

        public string File => file;

        public ServingReader Reader => reader;

        public Opened Taken()
        {
            Interlocked.Increment(ref _users);
            return this;
        }

        public void Release()
        {
            if (Interlocked.Decrement(ref _users) == 0)
                reader.Dispose();
        }

        public void Dispose() => Release();
    }
}
