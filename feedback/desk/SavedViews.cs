using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A list somebody keeps under a name (常用视图).</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Address">View, filters and order as they stand in the queue's address.</param>
/// <param name="OwnerId">Whose.</param>
/// <param name="SharedWith">The unit whose people see it too, or null.</param>
public sealed record SavedView(string Id, string Name, string Address, string OwnerId, string? SharedWith);

/// <summary>How somebody likes the queue.</summary>
/// <param name="PageSize">Rows a page.</param>
/// <param name="DefaultViewId">The saved view it opens with, or null.</param>
public sealed record QueueLikes(int PageSize, string? DefaultViewId)
{
    /// <summary>Where nobody said otherwise.</summary>
    public static QueueLikes Usual { get; } = new(50, null);

    /// <summary>The page sizes one can choose.</summary>
    public static IReadOnlyList<int> PageSizes { get; } = [20, 50, 100, 200];
}

/// <summary>Lists kept under names, a person's own or shared with the unit, and how each person likes the queue.</summary>
public sealed class SavedViews(OperationsStore store, TimeProvider time)
{
    /// <summary>Most views of one person.</summary>
    public const int MostOfOne = 30;

    /// <summary>The person's own views and those the unit shares, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var org = actor.OrgCode;
        var rows = await db.SavedViews.AsNoTracking()
            .Where(v => v.UserId == actor.UserId || (org != null && v.SharedWith == org)).OrderBy(v => v.Name).ThenBy(v => v.Id).ToListAsync(cancel);
        return rows.ConvertAll(v => new SavedView(v.Id, v.Name, v.Address, v.UserId, v.SharedWith));
    }

    /// <summary>Keeps a list; one of the same name is replaced.</summary>
    /// <returns>False where the name is empty or too long, or the person keeps too many already.</returns>
    public async Task<bool> KeepAsync(Actor actor, string name, string address, bool share, CancellationToken cancel = default)
    {
        name = name.Trim();
        if (name.Length is 0 or > 40 || address.Length > 1000)
            return false;
        return await store.WriteAsync(async db =>
        {
            var mine = await db.SavedViews.Where(v => v.UserId == actor.UserId).ToListAsync(cancel);
            if (mine.FirstOrDefault(v => v.Name == name) is { } same)
            {
                (same.Address, same.SharedWith) = (address, share ? actor.OrgCode : null);
                return true;
            }
            if (mine.Count >= MostOfOne)
                return false;
            db.SavedViews.Add(new()
            {
                Id = Guid.CreateVersion7().ToString("N"),
                UserId = actor.UserId,
                Name = name,
                Address = address,
                SharedWith = share ? actor.OrgCode : null,
                CreatedUtc = time.GetUtcNow().UtcDateTime,
            });
            return true;
        }, cancel);
    }

    /// <summary>Takes a list away; only its owner can.</summary>
    public async Task<bool> RemoveAsync(Actor actor, string id, CancellationToken cancel = default) =>
        await store.WriteAsync(async db => await db.SavedViews.Where(v => v.Id == id && v.UserId == actor.UserId).ExecuteDeleteAsync(cancel) == 1, cancel);

    /// <summary>How this person likes the queue.</summary>
    public async Task<QueueLikes> LikesAsync(string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var row = await db.QueueSettings.AsNoTracking().FirstOrDefaultAsync(s => s.UserId == userId, cancel);
        return row is null ? QueueLikes.Usual : new(row.PageSize, row.DefaultViewId);
    }

    /// <summary>Remembers the page size; one that cannot be chosen changes nothing.</summary>
    public Task SetPageSizeAsync(string userId, int pageSize, CancellationToken cancel = default) =>
        QueueLikes.PageSizes.Contains(pageSize) ? SetAsync(userId, row => row.PageSize = pageSize, cancel) : Task.CompletedTask;

    /// <summary>The view the queue opens with; null: the plain one. A view the person cannot see changes nothing.</summary>
    public async Task SetDefaultAsync(Actor actor, string? id, CancellationToken cancel = default)
    {
        if (id is null || (await ListAsync(actor, cancel)).Any(v => v.Id == id))
            await SetAsync(actor.UserId, row => row.DefaultViewId = id, cancel);
    }

    private Task SetAsync(string userId, Action<QueueSettingRow> change, CancellationToken cancel) => store.WriteAsync(async db =>
    {
        var row = await db.QueueSettings.FirstOrDefaultAsync(s => s.UserId == userId, cancel);
        if (row is null)
            db.QueueSettings.Add(row = new() { UserId = userId, PageSize = QueueLikes.Usual.PageSize });
        change(row);
    }, cancel);
}
