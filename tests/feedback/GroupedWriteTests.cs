using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

public sealed class GroupedWriteTests
{
    private static QueueSettingRow Likes(string user, int size) => new() { UserId = user, PageSize = size };

    [Fact]
    public async Task Writers_at_once_are_all_durable_and_share_commits_where_one_waits_for_another()
    {
        using var w = await WorldAsync(60);
        var before = w.Room.Store.Commits;
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => w.Room.Store.WriteAsync(async db =>
        {
            db.QueueSettings.Add(Likes($"u{i}", i));
            await Task.Delay(i == 0 ? 15 : 0);
        })));
        Assert.Equal(60, w.Scalar<int>("SELECT count(*) FROM queue_setting"));
        if (w.Room.Store.IsSqlite)
            Assert.InRange(w.Room.Store.Commits - before, 1, 30);
    }

    [Fact]
    public async Task One_that_fails_takes_nothing_of_the_others_with_it_and_leaves_nothing_of_itself()
    {
        using var w = await WorldAsync(30);
        var writes = Enumerable.Range(0, 30).Select(i => w.Room.Store.WriteAsync(async db =>
        {
            db.QueueSettings.Add(Likes($"u{i}", i));
            await db.SaveChangesAsync();
            if (i % 3 == 1)
                throw new InvalidOperationException($"{i} changed its mind");
            // A key that is there already: the engine refuses it when the whole is saved.
            if (i % 3 == 2)
                await db.Database.ExecuteSqlAsync($"INSERT INTO queue_setting (user_id, page_size) VALUES ({$"u{i}"}, 1)");
        })).ToArray();
        await Task.WhenAll(writes.Select(t => t.ContinueWith(_ => { }, TaskScheduler.Default)));
        for (var i = 0; i < writes.Length; i++)
        {
            Assert.Equal((i, i % 3 == 0), (i, writes[i].IsCompletedSuccessfully));
            if (i % 3 == 1)
                Assert.Equal($"{i} changed its mind", writes[i].Exception!.InnerException!.Message);
        }
        await using var db = w.Room.Store.Open();
        Assert.Equal(Enumerable.Range(0, 30).Where(i => i % 3 == 0), (await db.QueueSettings.Select(s => s.PageSize).ToListAsync()).Order());
    }

    [Fact]
    public async Task Whoever_gives_up_before_its_turn_is_not_written_and_the_next_one_is()
    {
        using var w = await WorldAsync(2);
        using var given = new CancellationTokenSource();
        var slow = w.Room.Store.WriteAsync(async db => { db.QueueSettings.Add(Likes("u0", 1)); await Task.Delay(50); });
        var late = w.Room.Store.WriteAsync(db => { db.QueueSettings.Add(Likes("u1", 2)); return Task.CompletedTask; }, given.Token);
        if (w.Room.Store.IsSqlite)
        {
            await given.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        }
        await slow;
        await w.Room.Store.WriteAsync(db => { db.QueueSettings.Add(Likes("u2", 3)); return Task.CompletedTask; });
        Assert.Equal(w.Room.Store.IsSqlite ? 2 : 3, w.Scalar<int>("SELECT count(*) FROM queue_setting"));
    }

    private static async Task<StoreWorld> WorldAsync(int users)
    {
        var w = await StoreWorld.OpenAsync();
        await w.Room.Accounts.CreateWithHashAsync([.. Enumerable.Range(0, users + 1).Select(i => new NewAccount($"u{i}", $"u{i}", [Role.Handler], null, []))], "x");
        return w;
    }
}
