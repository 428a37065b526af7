using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Jobs.Host;

/// <summary>
/// The operations store of a deployment and the services over it. SQLite in the data folder, or the PostgreSQL that
/// <c>QI__Operations</c> names by connection string.
/// </summary>
public sealed class Operations : IDisposable
{
    private Operations(Deployment deployment, TimeProvider time, OperationsStore store)
    {
        Store = store;
        Rules = new RuleBook(store, time);
        Accounts = new Accounts(store, time);
        Audit = new AccessAudit(store, time);
        Desk = new CaseDesk(store, Rules, Accounts);
        Vault = new PersonVault(store, Audit, time, PersonVault.LoadOrCreateKey(Path.Combine(deployment.Keys, "contacts.key"), deployment.Root));
    }

    /// <summary>Cases, events, accounts.</summary>
    public OperationsStore Store { get; }

    /// <summary>Policies and calendars in force.</summary>
    public RuleBook Rules { get; }

    /// <summary>Accounts.</summary>
    public Accounts Accounts { get; }

    /// <summary>Who looked at contact data, when and why.</summary>
    public AccessAudit Audit { get; }

    /// <summary>The service behind the queue and the case page.</summary>
    public CaseDesk Desk { get; }

    /// <summary>Encrypted contact data.</summary>
    public PersonVault Vault { get; }

    /// <summary>The connection string of PostgreSQL, or null where the store is SQLite.</summary>
    public static string? PostgresConnection => Environment.GetEnvironmentVariable("QI__Operations") is { Length: > 0 } named ? named : null;

    /// <summary>Opens the store, brings its schema up to date and puts in what is shipped (calendar, default policy).</summary>
    public static async Task<Operations> Open(Deployment deployment, TimeProvider time, CancellationToken cancellation)
    {
        Directory.CreateDirectory(deployment.Root);
        var store = PostgresConnection is { } connection ? OperationsStore.Postgres(connection) : OperationsStore.Sqlite(deployment.OperationsDatabase);
        try
        {
            await store.MigrateAsync(cancellation);
            var operations = new Operations(deployment, time, store);
            await operations.Rules.SeedAsync(cancellation);
            return operations;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => Store.Dispose();
}
