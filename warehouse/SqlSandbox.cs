using System.Collections.Concurrent;
using System.Text.Json;

namespace QualityInsight.Warehouse;

/// <summary>
/// Runs SQL typed by people, read-only on the latest serving file, in processes of its own that the operating system
/// holds to their memory. It refuses whatever is not one reading statement; it reaches no file, no network and no other
/// setting; it ends at its limits of time, rows, bytes and memory. Safe for several threads.
/// </summary>
/// <param name="dataFolder">The data folder whose serving file is read.</param>
/// <param name="idle">Processes kept ready between statements.</param>
public sealed class SqlSandbox(string dataFolder, int idle = 1) : IDisposable
{
    private const int StatementsAProcess = 100;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly ConcurrentBag<SandboxProcess> ready = [];
    private volatile bool closed;

    /// <summary>Starts a statement. Read its rows, then dispose the result.</summary>
    /// <param name="sql">One statement that reads.</param>
    /// <param name="limits">What it may take.</param>
    /// <param name="cancel">Stops it, also while its rows are read.</param>
    /// <exception cref="SqlRefusedException">It may not run, or DuckDB refuses it.</exception>
    /// <exception cref="QueryTimeLimitException">It ran too long.</exception>
    /// <exception cref="QueryMemoryLimitException">It needed too much memory.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="WarehouseException">Nothing has been published yet.</exception>
    public SandboxResult Run(string sql, SandboxLimits? limits = null, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        cancel.ThrowIfCancellationRequested();
        var file = ServingFile.CurrentFile(dataFolder)
            ?? throw new WarehouseException($"Nothing has been published in {dataFolder} yet: run 'qi publish'.");
        var request = new SandboxRequest(file, sql, limits ?? new());
        var process = Take(request.Limits.MemoryMegabytes);
        return SandboxResult.Start(process, request, request.Limits.Time + Grace, Back, cancel);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        closed = true;
        while (ready.TryTake(out var process))
            process.Dispose();
    }

    // A process is held to its first memory limit for good.
    private SandboxProcess Take(int megabytes)
    {
        while (ready.TryTake(out var process))
        {
            if (process.MemoryMegabytes == megabytes)
                return process;
            process.Dispose();
        }

        return new(megabytes);
    }

    private void Back(SandboxProcess process, bool usable)
    {
        if (usable && !closed && process.Served < StatementsAProcess && ready.Count < idle)
            ready.Add(process);
        else
            process.Dispose();
    }
}

/// <summary>What a statement gave: columns at once, rows as they are read (once).</summary>
public sealed class SandboxResult : IDisposable
{
    private readonly SandboxProcess process;
    private readonly SandboxRequest request;
    private readonly Action<SandboxProcess, bool> back;
    private readonly CancellationToken cancel;
    private readonly CancellationTokenRegistration onCancel;
    private readonly Timer deadline;
    private volatile bool late;
    private bool ended;
    private bool exhausted;
    private bool disposed;

    private SandboxResult(SandboxProcess process, SandboxRequest request, TimeSpan longest, Action<SandboxProcess, bool> back, CancellationToken cancel)
    {
        (this.process, this.request, this.back, this.cancel) = (process, request, back, cancel);
        deadline = new(_ => Stop(), null, longest, Timeout.InfiniteTimeSpan);
        onCancel = cancel.Register(process.Kill);
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<SandboxColumn> Columns { get; private set; } = [];

    /// <summary>True once the last row is read, if rows were left out because of a limit.</summary>
    public bool Truncated { get; private set; }

    /// <summary>
    /// The rows: null, bool, long, double, decimal, string, DateTime (Unspecified), DateOnly, TimeOnly; lists, structs and
    /// maps as JSON text.
    /// </summary>
    /// <inheritdoc cref="SqlSandbox.Run" path="/exception"/>
    public IEnumerable<object?[]> Rows()
    {
        while (!ended)
        {
            using var line = Next();
            if (line.RootElement.ValueKind == JsonValueKind.Array)
                yield return [.. line.RootElement.EnumerateArray().Select((value, i) => SandboxValues.Read(value, Columns[i].Type))];
            else
                (ended, Truncated) = (true, line.Deserialize<SandboxEnd>(SandboxProtocol.Json)!.Truncated);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        onCancel.Dispose();
        deadline.Dispose();
        // One that ran out of memory may still be ended by its limit: nobody else's statement is given to it.
        back(process, ended && !late && !exhausted);
    }

    internal static SandboxResult Start(
        SandboxProcess process, SandboxRequest request, TimeSpan longest, Action<SandboxProcess, bool> back, CancellationToken cancel)
    {
        var result = new SandboxResult(process, request, longest, back, cancel);
        try
        {
            process.Ask(request);
            using var head = result.Next();
            result.Columns = head.Deserialize<SandboxHead>(SandboxProtocol.Json)!.Columns;
            return result;
        }
        catch (IOException)
        {
            result.Dispose();
            cancel.ThrowIfCancellationRequested();
            throw new WarehouseException("The SQL sandbox ended before it could answer. Try again.");
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private void Stop()
    {
        late = true;
        process.Kill();
    }

    private JsonDocument Next()
    {
        var line = process.Line();
        cancel.ThrowIfCancellationRequested();
        if (late)
            throw new QueryTimeLimitException(request.Limits.Time, null);
        // A process that ends without a word was ended by its memory limit.
        if (line is null)
            throw new QueryMemoryLimitException(request.Limits.MemoryMegabytes);
        var answer = JsonDocument.Parse(line);
        if (answer.RootElement.ValueKind != JsonValueKind.Object || !answer.RootElement.TryGetProperty("fault", out _))
            return answer;
        using (answer)
        {
            ended = true;
            var failure = answer.Deserialize<SandboxFailure>(SandboxProtocol.Json)!;
            exhausted = failure.Fault == SandboxFault.Memory;
            throw failure.Fault switch
            {
                SandboxFault.Time => new QueryTimeLimitException(request.Limits.Time, null),
                SandboxFault.Memory => new QueryMemoryLimitException(request.Limits.MemoryMegabytes),
                _ => new SqlRefusedException(failure.Message),
            };
        }
    }
}
