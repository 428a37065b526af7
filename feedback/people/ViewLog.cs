using System.Collections.Concurrent;

namespace QualityInsight.Feedback;

/// <summary>
/// Who opened the page of which case (查看记录), in the access audit: once an account, case and UTC day, on disk before the page
/// is shown. What was noted today is remembered by the process; a restart or a second server notes it once more, never less.
/// </summary>
public sealed class ViewLog(AccessAudit audit, TimeProvider time)
{
    private sealed record Day(DateOnly Date, ConcurrentDictionary<(string User, string Case), bool> Noted);

    private Day _today = new(default, []);

    /// <summary>Notes that somebody opens a case; the purpose noted is the roles they hold.</summary>
    public async Task OpenedAsync(string caseNo, Actor actor, CancellationToken cancel = default)
    {
        var noted = Today().Noted;
        if (noted.ContainsKey((actor.UserId, caseNo)))
            return;
        await audit.WriteAsync(actor.UserId, AuditActions.View, caseNo, string.Join(", ", actor.Roles.Order()), cancel);
        noted[(actor.UserId, caseNo)] = true;
    }

    private Day Today()
    {
        var date = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var today = _today;
        return today.Date == date ? today : _today = new(date, []);
    }
}
