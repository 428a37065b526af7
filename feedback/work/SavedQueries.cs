using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Queries that analysts keep and share. Saving again adds a version; a version is never changed, and removing is a version too.</summary>
public sealed class SavedQueries(OperationsStore store, TimeProvider time)
{
    /// <summary>Keeps a new query, or a new version of one's own.</summary>
    /// <param name="queryId">Null makes a new one.</param>
    /// <param name="ownerId">Who saves it.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="sql">Its text.</param>
    /// <param name="shared">Colleagues see it.</param>
    /// <param name="removed">It is no longer kept.</param>
    /// <param name="cancel">Stops it before it is written.</param>
    /// <returns>The version; null where the query is not this account's.</returns>
    public Task<SavedQueryRow?> SaveAsync(string? queryId, string ownerId, string name, string sql, bool shared, bool removed = false, CancellationToken cancel = default) =>
        store.WriteAsync(async db =>
        {
            var last = queryId is null ? null
                : await db.SavedQueries.AsNoTracking().Where(q => q.QueryId == queryId).OrderByDescending(q => q.Version).FirstOrDefaultAsync(cancel);
            if (queryId is not null && last?.OwnerId != ownerId)
                return null;
            var row = new SavedQueryRow
            {
                QueryId = queryId ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
                Version = (last?.Version ?? 0) + 1,
                Name = name,
                Sql = sql,
                IsShared = shared,
                IsRemoved = removed,
                OwnerId = ownerId,
                SavedUtc = time.GetUtcNow().UtcDateTime,
            };
            db.SavedQueries.Add(row);
            return row;
        }, cancel);

    /// <summary>The newest versions of one's own queries and of those that colleagues share, by name.</summary>
    public async Task<IReadOnlyList<SavedQueryRow>> ListAsync(string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.SavedQueries.AsNoTracking()
            .Where(q => q.Version == db.SavedQueries.Where(o => o.QueryId == q.QueryId).Max(o => o.Version) && !q.IsRemoved && (q.IsShared || q.OwnerId == userId))
            .OrderBy(q => q.Name).ThenBy(q => q.QueryId).ToListAsync(cancel);
    }

    /// <summary>All versions of a query that somebody may see, newest first; empty where there is none.</summary>
    public async Task<IReadOnlyList<SavedQueryRow>> VersionsAsync(string queryId, string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var all = await db.SavedQueries.AsNoTracking().Where(q => q.QueryId == queryId).OrderByDescending(q => q.Version).ToListAsync(cancel);
        // Whoever it is shared with sees the versions that were shared, not what its owner tried before.
        return all is [var newest, ..] && newest.OwnerId == userId ? all
            : all is [{ IsShared: true, IsRemoved: false }, ..] ? [.. all.Where(q => q is { IsShared: true, IsRemoved: false })] : [];
    }
}
