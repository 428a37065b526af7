namespace QualityInsight.Feedback.Tests;

/// <summary>The whole room over a real store, with a clock the test moves.</summary>
internal sealed class StoreWorld : IDisposable
{
    internal const string PublicUrl = "https://pj.example.gov.cn";
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private readonly TestStore _store = new();

    private StoreWorld()
    {
    }

    internal Clock Time { get; } = new();
    internal FeedbackRoom Room { get; private set; } = null!;

    /// <summary>The SQLite file, or the connection string.</summary>
    internal string Path => _store.Address;

    /// <summary>A folder of the test's own.</summary>
    internal string Folder => _store.Folder.Path;

    /// <summary>Where evidence lies.</summary>
    internal string EvidenceFolder => System.IO.Path.Combine(Folder, "evidence");

    internal static async Task<StoreWorld> OpenAsync(string now = "2026-11-16 10:00")
    {
        var world = new StoreWorld();
        world.Time.Set(now);
        world.Room = await world.OpenAgainAsync();
        return world;
    }

    /// <summary>The same store opened once more, as if by another process.</summary>
    internal Task<FeedbackRoom> OpenAgainAsync() => OpenAsync(Path, Time, EvidenceFolder);

    internal static Task<FeedbackRoom> OpenAsync(string address, TimeProvider time, string? evidence = null) =>
        FeedbackRoom.OpenAsync(TestStore.Open(address), time, new()
        {
            ContactKey = Key,
            PublicUrl = PublicUrl,
            EvidenceFolder = evidence,
            EvidenceMaxBytes = 1 << 20,
        });

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

    /// <summary>Accepts a case, works it, and has its reply accepted.</summary>
    internal async Task<string> FedBackAsync(BadReview? review = null, string reply = "已增开两个窗口，谢谢您的意见")
    {
        var no = await OneCaseAsync(review);
        await DoAsync(no, Make.Handler, new AcceptCase());
        await DoAsync(no, Make.Handler, new RecordCallback(CallbackOutcome.Reached, Room.Rules.Now(PolicyFile.Preset("default")), 60, "说明了情况"));
        await ReplyAsync(no, reply);
        return no;
    }

    /// <summary>From verifying to an accepted reply.</summary>
    internal async Task ReplyAsync(string no, string reply = "已增开两个窗口，谢谢您的意见")
    {
        await DoAsync(no, Make.Handler, new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyNow, "窗口只开了一个"));
        await DoAsync(no, Make.Handler, new RecordRectification("增开窗口", Room.Rules.Now(PolicyFile.Preset("default"))));
        await DoAsync(no, Make.Handler, new SubmitFeedback(reply));
        await DoAsync(no, Make.Clerk, new JudgeFeedback(true));
    }

    internal async Task<Case> CaseAsync(string no) => (await Room.Desk.CaseAsync(no, Make.Supervisor))!.Case;

    /// <summary>Asks the store itself, past every line of ours.</summary>
    internal T Scalar<T>(string sql)
    {
        using var connection = _store.Connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T));
    }

    public void Dispose()
    {
        Room.Dispose();
        _store.Dispose();
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
