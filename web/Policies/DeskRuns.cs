using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Policies;

/// <summary>Something long that somebody started at the desk: how far it is, and what came of it.</summary>
internal sealed class DeskRun(string userId, object input, bool canStop, long started) : IProgress<WhatIfProgress>, IProgress<int>
{
    private WhatIfProgress _progress = new(0, 0);

    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(9));

    public string UserId => userId;

    /// <summary>What it works on.</summary>
    public object Input => input;

    public bool CanStop => canStop;

    public long Started => started;

    public CancellationTokenSource Stop { get; } = new();

    public Task<object> Work { get; set; } = null!;

    public WhatIfProgress Progress => Volatile.Read(ref _progress);

    public bool IsRunning => !Work.IsCompleted;

    public bool IsStopped => Work.IsCanceled || (Work.IsFaulted && Work.Exception!.InnerException is OperationCanceledException);

    public bool IsFaulted => Work.IsFaulted && !IsStopped;

    public object? Result => Work.IsCompletedSuccessfully ? Work.Result : null;

    public void Report(WhatIfProgress value) => Volatile.Write(ref _progress, value);

    public void Report(int value) => Volatile.Write(ref _progress, Progress with { Done = value });
}

/// <summary>The long runs of this process: watched, stopped and read again by whoever started them. A few for each account, for a while, in memory.</summary>
internal sealed partial class DeskRuns(TimeProvider time, ILogger<DeskRuns> log) : IDisposable
{
    private const int Kept = 4;
    private const int AtOnce = 1;
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);
    private readonly ConcurrentDictionary<string, DeskRun> _runs = new(StringComparer.Ordinal);

    /// <summary>Starts one; null where the account has as many running as it may.</summary>
    public DeskRun? Start(string userId, object input, bool canStop, Func<DeskRun, Task<object>> work)
    {
        Forget(userId);
        if (_runs.Values.Count(r => r.UserId == userId && r.IsRunning) >= AtOnce)
            return null;
        var run = new DeskRun(userId, input, canStop, time.GetTimestamp());
        run.Work = Task.Run(async () =>
        {
            try
            {
                return await work(run);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e, run.Id);
                throw;
            }
        });
        _runs[run.Id] = run;
        return run;
    }

    /// <summary>One of the account's own; null where there is none, or it was forgotten.</summary>
    public DeskRun? Find(string? id, string userId) => id is not null && _runs.TryGetValue(id, out var run) && run.UserId == userId ? run : null;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var run in _runs.Values)
            run.Stop.Cancel();
    }

    [LoggerMessage(LogLevel.Error, "Run {Run} of the desk failed")]
    private static partial void Failed(ILogger log, Exception exception, string run);

    private void Forget(string userId)
    {
        var old = _runs.Values.Where(r => !r.IsRunning && time.GetElapsedTime(r.Started) > Life)
            .Concat(_runs.Values.Where(r => r.UserId == userId && !r.IsRunning).OrderByDescending(r => r.Started).Skip(Kept - 1));
        foreach (var run in old.ToList())
            _runs.TryRemove(run.Id, out _);
    }
}
