using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace QualityInsight.Feedback.Store;

/// <summary>
/// Writes into an engine that takes one writer at a time: in turn, and those that wait share one commit (组提交), since a commit
/// waits for the disk and most writes do not. Each write stands between savepoints, so that one that fails takes nothing of the
/// others with it; each is answered only when the commit that holds it is on disk.
/// </summary>
internal sealed class GroupedWriter(Func<OperationsDb> open)
{
    private const int MostTogether = 32;
    private const string Mark = "write";

    // Nobody waits longer than this for others to be taken along.
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = [];
    private bool _isWriting;
    private long _commits;

    /// <summary>Commits so far.</summary>
    internal long Commits => Interlocked.Read(ref _commits);

    internal Task<T> RunAsync<T>(Func<OperationsDb, Task<T>> work, CancellationToken cancel)
    {
        var waiting = new Waiting<T>(work, cancel);
        lock (_lock)
        {
            _waiting.Enqueue(waiting);
            if (_isWriting)
                return waiting.Answer;
            _isWriting = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.WriteAllAsync(), this, preferLocal: false);
        return waiting.Answer;
    }

    private async Task WriteAllAsync()
    {
        while (Next(orStop: true) is { } first)
            await WriteTogetherAsync(first);
    }

    private Waiting? Next(bool orStop)
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var next))
                return next;
            _isWriting = !orStop;
            return null;
        }
    }

    private async Task WriteTogetherAsync(Waiting first)
    {
        var written = new List<Waiting>();
        var current = first;
        try
        {
            await using var db = open();
            // Serializable means BEGIN IMMEDIATE here: the lock is taken before anything is read.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
            var begun = Stopwatch.GetTimestamp();
            for (Waiting? next = first; next is not null; next = MayTakeMore() ? Next(orStop: false) : null)
            {
                current = next;
                if (await WriteAsync(db, transaction, next))
                    written.Add(next);
            }
            if (written.Count > 0)
            {
                await transaction.CommitAsync();
                Interlocked.Increment(ref _commits);
            }

            bool MayTakeMore() => written.Count < MostTogether && Stopwatch.GetElapsedTime(begun) < LongestGathering;
        }
        catch (Exception e)
        {
            current.Fail(e);
            written.ForEach(w => w.Fail(e));
            return;
        }
        written.ForEach(w => w.Succeed());
    }

    /// <summary>Whether it was written. What it threw goes to whoever asked for it; what undoing throws ends the whole group.</summary>
    private static async Task<bool> WriteAsync(OperationsDb db, IDbContextTransaction transaction, Waiting work)
    {
        await transaction.CreateSavepointAsync(Mark);
        try
        {
            await work.RunAsync(db);
            await transaction.ReleaseSavepointAsync(Mark);
            return true;
        }
        catch (Exception e)
        {
            work.Fail(e);
            await transaction.RollbackToSavepointAsync(Mark);
            await transaction.ReleaseSavepointAsync(Mark);
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.Projected.Clear();
        }
    }

    private abstract class Waiting
    {
        // Whoever does the work does it as the one who asked: culture and trace are theirs.
        private readonly ExecutionContext? _asker = ExecutionContext.Capture();

        public abstract void Fail(Exception e);

        public abstract void Succeed();

        public Task RunAsync(OperationsDb db)
        {
            if (_asker is null)
                return WorkAsync(db);
            var work = Task.CompletedTask;
            ExecutionContext.Run(_asker, _ => work = WorkAsync(db), null);
            return work;
        }

        protected abstract Task WorkAsync(OperationsDb db);
    }

    private sealed class Waiting<T>(Func<OperationsDb, Task<T>> work, CancellationToken cancel) : Waiting
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Answer => _answer.Task;

        public override void Fail(Exception e)
        {
            if (e is OperationCanceledException && cancel.IsCancellationRequested)
                _answer.TrySetCanceled(cancel);
            else
                _answer.TrySetException(e);
        }

        public override void Succeed() => _answer.TrySetResult(_result!);

        protected override async Task WorkAsync(OperationsDb db)
        {
            cancel.ThrowIfCancellationRequested();
            _result = await work(db);
            await db.SaveChangesAsync(cancel);
        }
    }
}
