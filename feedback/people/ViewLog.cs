using System.Collections.Concurrent;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>
/// Who opened the page of which case (查看记录), in the access audit: once an account, case and UTC day, on disk before the page
/// is shown. What was noted today is remembered by the process; a restart or a second server notes it once more, never less.
/// Openings that come while others are being written share the next commit.
/// </summary>
public sealed class ViewLog(OperationsStore store, AccessAudit audit, TimeProvider time) : IDisposable
{
    private const int MostTogether = 64;

    private sealed record Day(DateOnly Date, ConcurrentDictionary<(string User, string Case), bool> Noted);

    private sealed record Opening(string CaseNo, Actor Actor)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private readonly ConcurrentQueue<Opening> _waiting = [];
    private readonly SemaphoreSlim _turn = new(1);
    private Day _today = new(default, []);

    /// <summary>Notes that somebody opens a case; the purpose noted is the roles they hold. It is on disk when this returns.</summary>
    /// <exception cref="OperationCanceledException">The request ended first; the opening may be noted or not.</exception>
    public async Task OpenedAsync(string caseNo, Actor actor, CancellationToken cancel = default)
    {
        var noted = Today().Noted;
        if (noted.ContainsKey((actor.UserId, caseNo)))
            return;
        cancel.ThrowIfCancellationRequested();
        var opening = new Opening(caseNo, actor);
        _waiting.Enqueue(opening);
        await _turn.WaitAsync(cancel);
        try
        {
            while (!opening.Written.Task.IsCompleted)
                await WriteAsync();
        }
        finally
        {
            _turn.Release();
        }
        await opening.Written.Task;
        noted[(actor.UserId, caseNo)] = true;
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    // Others wait for this write too: it is not stopped where the request that began it goes away.
    private async Task WriteAsync()
    {
        var together = new List<Opening>();
        while (together.Count < MostTogether && _waiting.TryDequeue(out var opening))
            together.Add(opening);
        try
        {
            await store.WriteAsync(async db =>
            {
                foreach (var (caseNo, actor) in together)
                    await audit.AppendAsync(db, actor.UserId, AuditActions.View, caseNo, string.Join(", ", actor.Roles.Order()), CancellationToken.None);
            });
            together.ForEach(o => o.Written.SetResult());
        }
        catch (Exception e)
        {
            together.ForEach(o => o.Written.SetException(e));
        }
    }

    private Day Today()
    {
        var date = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var today = _today;
        return today.Date == date ? today : _today = new(date, []);
    }
}
