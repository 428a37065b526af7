using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualityInsight.Analytics;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Web.Tests.Desk;

/// <summary>The desk on a port of its own, over real stores with a small bureau in them.</summary>
public sealed class DeskHost : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private static readonly (string Id, string Name, Role Role, string? Org, string Scope)[] People =
    [
        ("intake", "陈受理", Role.IntakeClerk, "ZW", Accounts.Everything),
        ("handler", "王承办", Role.Handler, "RS", "RS"),
        ("handler-ga", "周警官", Role.Handler, "GA", "GA"),
        ("leader", "李科长", Role.UnitLeader, "RS", "RS"),
        ("appeals", "赵复核", Role.AppealReviewer, "XF", Accounts.Everything),
        ("supervisor", "孙督办", Role.Supervisor, "DC", Accounts.Everything),
        ("manager", "何主任", Role.Manager, "ZW", Accounts.Everything),
        ("analyst", "吴分析", Role.Analyst, "ZW", Accounts.Everything),
        ("auditor", "郑审计", Role.Auditor, "SJ", Accounts.Everything),
        ("admin", "钱管理", Role.Administrator, "ZW", Accounts.Everything),
    ];

    private readonly TempFolder _folder;
    private readonly DataWarehouse _warehouse;
    private readonly WebApplication _app;

    private DeskHost(TempFolder folder, DataWarehouse warehouse, WebApplication app, OffsetClock clock) =>
        (_folder, _warehouse, _app, Clock) = (folder, warehouse, app, clock);

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Url => _app.Urls.First();

    public OffsetClock Clock { get; }

    /// <summary>What went wrong inside.</summary>
    public FaultLog Log { get; private init; } = new();

    public IServiceProvider Services => _app.Services;

    /// <summary>The account that stands for a role in tests.</summary>
    public static string UserOf(Role role) => People.First(p => p.Role == role).Id;

    /// <summary>Starts a desk; Monday 2026-11-16, ten in the morning in Shanghai.</summary>
    public static async Task<DeskHost> StartAsync(bool withFacts = true, ILoggerProvider? log = null, int citizenRequests = 100_000, Func<WebOptions, WebOptions>? options = null,
        Func<BadReview, BadReview>? written = null, Action<WarehouseSession>? facts = null)
    {
        var clock = new OffsetClock(new(2026, 11, 16, 2, 0, 0, TimeSpan.Zero));
        var local = new DateTime(2026, 11, 16, 10, 0, 0, DateTimeKind.Unspecified);
        var folder = new TempFolder();
        var warehouse = DataWarehouse.Open(folder.Path, clock);
        var room = await FeedbackRoom.OpenAsync(OperationsStore.Sqlite(folder.File("operations.db")), clock, new()
        {
            ContactKey = System.Security.Cryptography.SHA256.HashData("a key of the tests"u8),
            EvidenceFolder = Path.Combine(folder.Path, "evidence"),
            EvidenceMaxBytes = 2 << 20,
        });
        await room.Accounts.CreateWithHashAsync(
            [.. People.Select(p => new NewAccount(p.Id, p.Name, [p.Role], p.Org, [p.Scope]))], Passwords.Hash(Password));
        if (withFacts)
        {
            var bad = SeedReviews.Of(local);
            SeedFacts.Write(warehouse, bad, local);
            if (facts is not null)
            {
                using var session = warehouse.OpenSession();
                facts(session);
            }
            await room.Router.RunAsync(new SeedReviews.Feed(written is null ? bad : [.. bad.Select(written)]), new() { Backfill = true });
            foreach (var review in bad.Where(b => b.PersonHash is not null))
                await room.Vault!.PutAsync(review.PersonHash!, new(SeedReviews.Citizen, SeedReviews.Phone));
            await room.Mirror.RunAsync(new MirrorTable(warehouse));
            Publish(warehouse, local);
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls("http://127.0.0.1:0");
        var faults = new FaultLog();
        builder.Logging.ClearProviders().AddProvider(faults);
        if (log is not null)
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        room.AddTo(builder.Services);
        builder.Services.AddSingleton(new QualityInsight.Ingest.PersonHasher(System.Security.Cryptography.SHA256.HashData("a key of people"u8)));
        var web = new WebOptions { DataFolder = folder.Path, CitizenRequestsPerMinute = citizenRequests };
        builder.Services.AddQualityInsightWeb(options?.Invoke(web) ?? web);
        var app = builder.Build();
        app.MapQualityInsightWeb();
        await app.StartAsync();
        return new(folder, warehouse, app, clock) { Log = faults };
    }

    /// <summary>A browser-like client without a session.</summary>
    public DeskClient Client() => new(Url);

    /// <summary>A client with a session.</summary>
    public async Task<DeskClient> SignedInAsync(string user)
    {
        var client = Client();
        await client.LogInAsync(user);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _warehouse.Dispose();
        _folder.Dispose();
    }

    private static void Publish(DataWarehouse warehouse, DateTime asOf) =>
        ServingFile.Publish(warehouse, [.. AnalyticsScripts.ForServing(asOf).Select(s => new ServingScript(s.Name, s.Sql))]);
}
