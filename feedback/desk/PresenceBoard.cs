using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Somebody else who has a case open.</summary>
/// <param name="CaseNo">The case.</param>
/// <param name="UserId">Account.</param>
/// <param name="Name">As shown.</param>
/// <param name="IsWriting">Something is being filled in.</param>
/// <param name="Since">For how long.</param>
public sealed record Present(string CaseNo, string UserId, string Name, bool IsWriting, TimeSpan Since);

/// <summary>
/// Who has which case open now (在看、在填), so that two do not do the same work. Kept in the store, so that several servers
/// see one another; whoever is not heard of for <see cref="Memory"/> is gone. Decides nothing: a stale command is refused
/// whether or not anybody was seen here.
/// </summary>
public sealed class PresenceBoard(OperationsStore store, TimeProvider time)
{
    /// <summary>How long somebody is remembered without a sign.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(75);

    // A sign that says nothing new is not written again before this.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Old = TimeSpan.FromDays(1);

    /// <summary>A sign of somebody on a case; the others there now.</summary>
    public async Task<IReadOnlyList<Present>> BeatAsync(string caseNo, Actor actor, bool isWriting, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using (var db = store.Open())
        {
            var known = await db.Presences.AsNoTracking().FirstOrDefaultAsync(p => p.CaseNo == caseNo && p.UserId == actor.UserId, cancel);
            if (known is null || known.IsWriting != isWriting || now - known.SeenUtc >= Rest || now < known.SeenUtc)
                await WriteAsync(caseNo, actor.UserId, isWriting, now, cancel);
        }
        return await OthersAsync([caseNo], actor.UserId, cancel);
    }

    /// <summary>Somebody left a case.</summary>
    public Task LeaveAsync(string caseNo, string userId, CancellationToken cancel = default) => store.WriteAsync(
        db => db.Presences.Where(p => p.CaseNo == caseNo && p.UserId == userId).ExecuteDeleteAsync(cancel), cancel);

    /// <summary>Who else has one of these cases open now, the longest there first.</summary>
    public async Task<IReadOnlyList<Present>> OthersAsync(IReadOnlyCollection<string> caseNos, string userId, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var after = now - Memory;
        await using var db = store.Open();
        var rows = await db.Presences.AsNoTracking()
            .Where(p => caseNos.Contains(p.CaseNo) && p.UserId != userId && p.SeenUtc >= after)
            .Join(db.Users, p => p.UserId, u => u.UserId, (p, u) => new { p.CaseNo, p.UserId, u.Name, p.IsWriting, p.SinceUtc })
            .OrderBy(p => p.SinceUtc).ToListAsync(cancel);
        return rows.ConvertAll(p => new Present(p.CaseNo, p.UserId, p.Name, p.IsWriting, now > p.SinceUtc ? now - p.SinceUtc : TimeSpan.Zero));
    }

    private async Task WriteAsync(string caseNo, string userId, bool isWriting, DateTime now, CancellationToken cancel)
    {
        try
        {
            await store.WriteAsync(async db =>
            {
                await db.Presences.Where(p => p.SeenUtc < now - Old).ExecuteDeleteAsync(cancel);
                if (await db.Presences.FirstOrDefaultAsync(p => p.CaseNo == caseNo && p.UserId == userId, cancel) is not { } row)
                {
                    db.Presences.Add(new() { CaseNo = caseNo, UserId = userId, IsWriting = isWriting, SinceUtc = now, SeenUtc = now });
                    return;
                }
                if (now - row.SeenUtc > Memory)
                    row.SinceUtc = now;
                (row.IsWriting, row.SeenUtc) = (isWriting, now);
            }, cancel);
        }
        catch (DbUpdateException e) when (Conflicts.IsUnique(e) || e is DbUpdateConcurrencyException)
        {
            // Two tabs of one person at once; the other one's sign is as good.
        }
    }
}
