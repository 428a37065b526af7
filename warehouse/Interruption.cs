using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// Stops one command at its time limit or when the caller cancels. DuckDB forgets an interrupt that arrives before the
/// query has begun, so it is repeated until the command has ended.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Repeat = TimeSpan.FromMilliseconds(50);

    private readonly object gate = new();
    private readonly DuckDBCommand command;
    private readonly CancellationToken cancel;
    private readonly TimeSpan? limit;
    private readonly Timer timer;
    private readonly CancellationTokenRegistration registration;
    private bool ended;
    private volatile bool limitReached;

    public Interruption(DuckDBCommand command, TimeSpan? limit, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        (this.command, this.limit, this.cancel) = (command, limit, cancel);
        timer = new(_ => Fire(), null, limit ?? Timeout.InfiniteTimeSpan, Repeat);
        registration = cancel.Register(() => timer.Change(TimeSpan.Zero, Repeat));
    }

    /// <summary>True once the command is to stop: a loop over rows asks between rows.</summary>
    public bool Requested => limitReached || cancel.IsCancellationRequested;

    /// <summary>Throws what a stopped loop throws.</summary>
    public void ThrowIfRequested()
    {
        if (Requested)
            throw Explain(null);
    }

    /// <summary>What the caller gets for an error that the interrupt caused.</summary>
    public Exception Explain(Exception? error) => cancel.IsCancellationRequested
        ? new OperationCanceledException("The query was cancelled.", error, cancel)
        : new QueryTimeLimitException(limit ?? TimeSpan.Zero, error);

    /// <inheritdoc />
    public void Dispose()
    {
        registration.Dispose();
        lock (gate)
            ended = true;
        timer.Dispose();
    }

    private void Fire()
    {
        lock (gate)
        {
            if (ended)
                return;
            limitReached |= !cancel.IsCancellationRequested;
            command.Cancel();
        }
    }
}
