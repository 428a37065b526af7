using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>What a room needs from its deployment beside the store and a clock. A service whose need is not given says so when it is used.</summary>
public sealed record FeedbackOptions
{
    /// <summary>The key of citizens' contact data (<see cref="PersonVault.LoadOrCreateKey"/>); null: a room without contact data.</summary>
    public byte[]? ContactKey { get; init; }

    /// <summary>The folder of evidence files, inside the data folder; null: a room without evidence.</summary>
    public string? EvidenceFolder { get; init; }

    /// <summary>Largest evidence file taken, in bytes.</summary>
    public long EvidenceMaxBytes { get; init; } = 20 << 20;
    /// <summary>Where citizens reach the desk, for the links sent to them.</summary>
    public string PublicUrl { get; init; } = "http://localhost:5080";
}

/// <summary>
/// The whole room over one operations store, put together once; what the program's host and tests open. A new service of
/// the room is made here and offered to pages in <see cref="AddTo"/>, nowhere else.
/// </summary>
public sealed class FeedbackRoom : IDisposable
{
    private FeedbackRoom(OperationsStore store, TimeProvider time, FeedbackOptions options)
    {
        Store = store;
        Rules = new(store, time);
        Audit = new(store, time);
        Views = new(store, Audit, time);
        Accounts = new(store, Audit, time);
        Orgs = new(store);
        People = new(store, Audit, time);
        Assignments = new(store, time);
        Assignment = new(store, Rules, Assignments);
        Desk = new(store, Rules, Accounts) { Dispatched = Assignment.TryAsync };
        Registration = new(store, Rules) { Dispatched = Assignment.TryAsync };
        SavedViews = new(store, time);
        Router = new(store, Rules);
        Mirror = new(store);
        Sweep = new(store, Rules);
        Policies = new(store, Rules, Audit);
        WhatIf = new(store, Rules);
        Drafts = new(store, time);
        CalendarLoads = new(store, Rules, Sweep, Audit, time);
        JobRuns = new(store, time);
        Alerts = new(store, time);
        Tokens = new(store, Accounts, time);
        SavedQueries = new(store, time);
        ReportReaders = new(store);
        Vault = options.ContactKey is { } key ? new(store, Audit, time, key) : null;
        Evidence = options.EvidenceFolder is { } folder ? new(store, Rules, Audit, folder, options.EvidenceMaxBytes) : null;
        Presence = new(store, time);
        Templates = new(store, time);
        Replies = new(store);
        Labels = new(store, time);
        Citizens = new(store, Audit);
        Fallback = new(store);
        Rereview = new(store, Rules, Desk, Audit, options.PublicUrl);
        Notifier = new(store, Rules);
        Notices = new(store, Rules);
        Outbox = new(store);
        Dispatcher = new(store, Rules, Rereview, Vault);
    }

    /// <summary>The store.</summary>
    public OperationsStore Store { get; }
    /// <summary>Policies and calendars.</summary>
    public RuleBook Rules { get; }
    /// <summary>Accounts.</summary>
    public Accounts Accounts { get; }
    /// <summary>What the administrator does to accounts.</summary>
    public AccountAdmin People { get; }
    /// <summary>Units.</summary>
    public OrgTree Orgs { get; }
    /// <summary>Access audit.</summary>
    public AccessAudit Audit { get; }
    /// <summary>Openings of cases, into the audit.</summary>
    public ViewLog Views { get; }
    /// <summary>List, look, act.</summary>
    public CaseDesk Desk { get; }
    /// <summary>Rules of assignment, and absences.</summary>
    public AssignmentBook Assignments { get; }
    /// <summary>New cases → handlers, by rule.</summary>
    public Assignment Assignment { get; }
    /// <summary>Matters taken down by hand.</summary>
    public Registration Registration { get; }
    /// <summary>Lists kept under names.</summary>
    public SavedViews SavedViews { get; }
    /// <summary>Bad reviews → cases.</summary>
    public Router Router { get; }
    /// <summary>Case events → the warehouse.</summary>
    public Mirror Mirror { get; }
    /// <summary>Cards, missed deadlines, automatic closing.</summary>
    public DeadlineSweep Sweep { get; }
    /// <summary>Policy versions, and putting one in force.</summary>
    public PolicyLibrary Policies { get; }
    /// <summary>What a changed policy would have done.</summary>
    public WhatIf WhatIf { get; }
    /// <summary>Drafts of policies.</summary>
    public PolicyDrafts Drafts { get; }
    /// <summary>Loading calendars, with what they move.</summary>
    public CalendarLoads CalendarLoads { get; }
    /// <summary>Runs of the program's steps.</summary>
    public JobRuns JobRuns { get; }
    /// <summary>What became of alerts.</summary>
    public AlertLog Alerts { get; }
    /// <summary>Tokens of programs.</summary>
    public AccessTokens Tokens { get; }
    /// <summary>Saved queries.</summary>
    public SavedQueries SavedQueries { get; }
    /// <summary>Who gets which report, and how.</summary>
    public ReportReaders ReportReaders { get; }
    /// <summary>Citizens' contact data; null where the room was opened without its key.</summary>
    public PersonVault? Vault { get; }
    /// <summary>Evidence files; null where the room was opened without a folder for them.</summary>
    public EvidenceVault? Evidence { get; }
    /// <summary>Who has which case open.</summary>
    public PresenceBoard Presence { get; }
    /// <summary>Reply templates.</summary>
    public ReplyTemplates Templates { get; }
    /// <summary>What units answered lately.</summary>
    public RecentReplies Replies { get; }
    /// <summary>People's words on predicted labels.</summary>
    public LabelDecisions Labels { get; }
    /// <summary>Other bad reviews of a case's citizen.</summary>
    public CitizenHistory Citizens { get; }

    /// <summary>The register of what ordinary ways did not solve.</summary>
    public FallbackRegister Fallback { get; }
    /// <summary>One-time links for citizens.</summary>
    public RereviewLinks Rereview { get; }
    /// <summary>Tells people, each thing once.</summary>
    public Notifier Notifier { get; }
    /// <summary>Somebody's own notices and settings.</summary>
    public NoticeDesk Notices { get; }
    /// <summary>The outbox for administrators.</summary>
    public OutboxDesk Outbox { get; }
    /// <summary>Works off the outbox.</summary>
    public Dispatcher Dispatcher { get; }

    /// <summary>Opens a store (which the room then owns), brings its schema up to date, and seeds calendar and policy.</summary>
    public static async Task<FeedbackRoom> OpenAsync(
        OperationsStore store, TimeProvider time, FeedbackOptions? options = null, CancellationToken cancel = default)
    {
        try
        {
            await store.MigrateAsync(cancel);
            var room = new FeedbackRoom(store, time, options ?? new());
            await room.Rules.SeedAsync(cancel);
            return room;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Offers the room's services to a host.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this).AddSingleton(Store).AddSingleton(Rules).AddSingleton(Accounts).AddSingleton(Orgs).AddSingleton(Audit).AddSingleton(Views)
            .AddSingleton(People).AddSingleton(Policies).AddSingleton(WhatIf).AddSingleton(Drafts).AddSingleton(CalendarLoads).AddSingleton(Sweep)
            .AddSingleton(SavedViews).AddSingleton(Assignments).AddSingleton(Assignment)
            .AddSingleton<ICaseDesk>(Desk).AddSingleton(Registration).AddSingleton(Presence).AddSingleton(Templates).AddSingleton(Replies).AddSingleton(Labels)
            .AddSingleton(Citizens).AddSingleton(Fallback)
            .AddSingleton(JobRuns).AddSingleton(Alerts).AddSingleton(Tokens).AddSingleton(SavedQueries)
            .AddSingleton(Rereview).AddSingleton(Notices).AddSingleton(Outbox).AddSingleton(ReportReaders);
        if (Vault is not null)
            services.AddSingleton(Vault);
        if (Evidence is not null)
            services.AddSingleton(Evidence);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Desk.Dispose();
        Views.Dispose();
        Store.Dispose();
    }
}
