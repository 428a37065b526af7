using System.Collections.Concurrent;
using System.Text.Unicode;

namespace QualityInsight.Ingest;

/// <summary>
/// Reads and maps rows on a thread of its own and hands full chunks to the writer's thread. Chunks go round, so memory
/// does not grow with the file.
/// </summary>
internal sealed class RowPump : IDisposable
{
    private const int InFlight = 3;
    private readonly IRowReader _rows;
    private readonly OutputMapper[] _mappers;
    private readonly int _headline;
    private readonly Action<long, long> _progress;
    private readonly RowChunk[] _filling;
    private readonly BlockingCollection<RowChunk> _full = new(InFlight);
    private readonly ConcurrentBag<RowChunk>[] _free;
    private readonly CancellationTokenSource _stop;

    internal RowPump(IRowReader rows, OutputMapper[] mappers, int headline, Action<long, long> progress, CancellationToken cancel)
    {
        (_rows, _mappers, _headline, _progress) = (rows, mappers, headline, progress);
        _filling = [.. mappers.Select((m, i) => new RowChunk(i, m.Layout))];
        _free = [.. mappers.Select(_ => new ConcurrentBag<RowChunk>())];
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    }

    /// <summary>Rows read, blank ones not counted.</summary>
    internal long Rows { get; private set; }

    /// <summary>Runs to the end of the file, giving each full chunk to <paramref name="write"/> on the caller's thread.</summary>
    internal void Run(Action<RowChunk> write)
    {
        var reading = Task.Factory.StartNew(Read, _stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var chunk in _full.GetConsumingEnumerable(_stop.Token))
            {
                write(chunk);
                chunk.Clear();
                _free[chunk.Output].Add(chunk);
            }
        }
        catch
        {
            _stop.Cancel();
            try { reading.GetAwaiter().GetResult(); }
            catch (OperationCanceledException) { /* the writer's own error is the one to tell */ }
            throw;
        }

        reading.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _stop.Dispose();
        _full.Dispose();
    }

    private void Read()
    {
        try
        {
            while (_rows.Read())
            {
                if (_rows.Fault is null && IsBlank()) continue;
                Rows++;
                if (Unreadable() is { } fault) Refuse(fault);
                else
                    for (var i = 0; i < _mappers.Length; i++)
                    {
                        _mappers[i].Map(_rows, _filling[i]);
                        if (_filling[i].IsFull) Send(i);
                    }

                if ((Rows & 0xFFF) != 0) continue;
                _stop.Token.ThrowIfCancellationRequested();
                _progress(Rows, _mappers[_headline].Refused);
            }

            for (var i = 0; i < _filling.Length; i++) Send(i);
        }
        finally
        {
            _full.CompleteAdding();
        }
    }

    private Refusal? Unreadable()
    {
        if (_rows.Fault is { } fault) return new Refusal(fault.Reason, null, null, fault.Detail);
        var raw = _rows.Raw;
        return !Utf8.IsValid(raw) || raw.IndexOf("\uFFFD"u8) >= 0 || raw.Contains((byte)0)
            ? new Refusal("invalid_bytes", null, null, "holds bytes that are no text in the file's encoding")
            : null;
    }

    private void Refuse(Refusal why)
    {
        _mappers[_headline].Refuse(_rows, _filling[_headline], why);
        if (_filling[_headline].IsFull) Send(_headline);
    }

    /// <summary>A row of nothing but separators, as spreadsheets save of a once used range.</summary>
    private bool IsBlank()
    {
        for (var i = 0; i < _rows.Headers.Count; i++)
            if (!TextNormal.Trim(_rows.Field(i)).IsEmpty)
                return false;
        return true;
    }

    private void Send(int output)
    {
        _full.Add(_filling[output], _stop.Token);
        _filling[output] = _free[output].TryTake(out var next) ? next : new RowChunk(output, _mappers[output].Layout);
    }
}
