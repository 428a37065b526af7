using QualityInsight.Warehouse;

namespace QualityInsight.Web.Facts;

/// <summary>
/// The latest snapshot, opened once and shared; opened anew when another has been published. A reader is closed when
/// the last request that began with it has ended.
/// </summary>
internal sealed class Snapshots(WebOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private Leased? _now;

    /// <summary>The latest snapshot for one request; dispose it at the end. Null where nothing has been published.</summary>
    public Leased? Lease()
    {
        lock (_gate)
        {
            var file = ServingFile.CurrentFile(options.DataFolder);
            if (file is not null && file != _now?.File)
            {
                var next = new Leased(file, ServingReader.OpenFile(file));
                _now?.Dispose();
                _now = next;
            }
            return _now?.Again();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _now?.Dispose();
            _now = null;
        }
    }

    /// <summary>A reader with the number of those who hold it.</summary>
    public sealed class Leased(string file, ServingReader reader) : IDisposable
    {
        private int _holders = 1;

        public string File => file;

        public ServingReader Reader => reader;

        internal Leased Again()
        {
            Interlocked.Increment(ref _holders);
            return this;
        }

        /// <inheritdoc />
        public void Dispose()
        {
            if (Interlocked.Decrement(ref _holders) == 0)
                reader.Dispose();
        }
    }
}
