using System.Collections.Concurrent;
using System.Security.Cryptography;
using QualityInsight.Warehouse;
using QualityInsight.Web.Facts;

namespace QualityInsight.Web.Queries;

/// <summary>A query that somebody started at the desk: running, answered, refused or stopped.</summary>
internal sealed class SqlRun(string userId, string sql, long started)
{
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(9));

    public string UserId => userId;

    public string Sql => sql;

    public long Started => started;

    public CancellationTokenSource Stop { get; } = new();

    public Task<SqlAnswer> Work { get; set; } = null!;

    public bool IsRunning => !Work.IsCompleted;

    public SqlAnswer? Answer => Work.IsCompletedSuccessfully ? Work.Result : null;

    public bool IsStopped => Work.IsCanceled || (Work.IsFaulted && Work.Exception!.InnerException is OperationCanceledException);

    /// <summary>Why it gave no answer, in words for the reader; null where it did, or still runs.</summary>
    public string? Error => Work.IsFaulted && Work.Exception!.InnerException is WarehouseException refused ? refused.Message : null;

    /// <summary>A fault of ours.</summary>
    public Exception? Fault => Work.IsFaulted && Error is null && !IsStopped ? Work.Exception!.InnerException : null;
}

/// <summary>
/// The desk's queries of this process, so that one can be watched, stopped, sorted, paged, drawn and downloaded without
/// running again. A few for each account, for a while, in memory.
/// </summary>
internal sealed class SqlRuns(SqlDesk desk, TimeProvider time) : IDisposable
{
    private const int Kept = 4;
    private const int AtOnce = 2;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, SqlRun> _runs = new(StringComparer.Ordinal);

    /// <summary>Starts a query; null where the account has as many running as it may.</summary>
    public SqlRun? Start(string userId, string sql)
    {
        Forget(userId);
        if (_runs.Values.Count(r => r.UserId == userId && r.IsRunning) >= AtOnce)
            return null;
        var run = new SqlRun(userId, sql, time.GetTimestamp());
        run.Work = desk.RunAsync(sql, null, run.Stop.Token);
        _runs[run.Id] = run;
        return run;
    }

    /// <summary>One of the account's own; null where there is none, or it was forgotten.</summary>
    public SqlRun? Find(string? id, string userId) => id is not null && _runs.TryGetValue(id, out var run) && run.UserId == userId ? run : null;

    /// <summary>How long it has run.</summary>
    public double Seconds(SqlRun run) => run.Answer?.Seconds ?? time.GetElapsedTime(run.Started).TotalSeconds;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var run in _runs.Values)
            run.Stop.Cancel();
    }

    private void Forget(string userId)
    {
        var old = _runs.Values.Where(r => !r.IsRunning && time.GetElapsedTime(r.Started) > Life)
            .Concat(_runs.Values.Where(r => r.UserId == userId && !r.IsRunning).OrderByDescending(r => r.Started).Skip(Kept - 1));
        foreach (var run in old.ToList())
            _runs.TryRemove(run.Id, out _);
    }
}
