using Microsoft.Data.Sqlite;
using QualityInsight.Feedback.Store;
using QualityInsight.Testing;

namespace QualityInsight.Feedback.Tests;

/// <summary>The whole room over a real SQLite file, with a clock the test moves.</summary>
internal sealed class StoreWorld : IDisposable
{
    private readonly TempFolder _folder = new();

    private StoreWorld()
    {
    }

    internal Clock Time { get; } = new();
    internal FeedbackRoom Room { get; private set; } = null!;
    internal string Path => _folder.File("operations.db");

    internal static async Task<StoreWorld> OpenAsync(string now = "2026-11-16 10:00")
    {
        var world = new StoreWorld();
        world.Time.Set(now);
        world.Room = await FeedbackRoom.OpenAsync(OperationsStore.Sqlite(world.Path), world.Time);
        return world;
    }

    internal async Task<RoutingReport> RouteAsync(params BadReview[] reviews) => await Room.Router.RunAsync(new ListSource(reviews));

    internal async Task<string> OneCaseAsync(BadReview? review = null)
    {
        await Room.Router.RunAsync(new ListSource([review ?? Make.Review()]), new() { FromStart = true });
        await using var db = Room.Store.Open();
        return db.Cases.OrderByDescending(c => c.CaseNo).First().CaseNo;
    }

    internal async Task<CommandResult> DoAsync(string caseNo, Actor actor, CaseCommand command)
    {
        var page = await Room.Desk.CaseAsync(caseNo, actor);
        var result = await Room.Desk.ExecuteAsync(caseNo, page!.Case.Seq, command, actor);
        Assert.True(result.Done, result.Refusal?.Text(Language.En));
        return result;
    }

    internal async Task AddUserAsync(Actor actor) => await Room.Accounts.CreateWithHashAsync(
        [new(actor.UserId, actor.Name, actor.Roles.ToList(), actor.OrgCode, ["*"], actor.StaffCode)], "none");

    /// <summary>Asks the file itself, past every line of ours.</summary>
    internal T Scalar<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T));
    }

    public void Dispose()
    {
        Room.Dispose();
        _folder.Dispose();
    }
}

/// <summary>A clock the test moves; its times are those of the bureau.</summary>
internal sealed class Clock : TimeProvider
{
    private DateTimeOffset _now;

    internal void Set(string local) => _now = new(Make.At(local), TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => _now;
}

/// <summary>Reviews in order of loading.</summary>
internal sealed class ListSource(IReadOnlyList<BadReview> reviews) : IBadReviewSource
{
    internal int Given { get; private set; }

    public async IAsyncEnumerable<SourcedReview> ReadAsync(
        IReadOnlyCollection<int> levels, string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.Yield();
        for (var i = after is null ? 0 : int.Parse(after) + 1; i < reviews.Count; i++)
        {
            Given++;
            yield return new(reviews[i], i.ToString("D9"));
        }
    }
}
