using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Jobs.Host;

/// <summary>
/// Opens the loop of a deployment: its operations store is SQLite in the data folder, or the PostgreSQL that
/// <c>QI__Operations</c> names by connection string.
/// </summary>
public static class Operations
{
    /// <summary>The connection string of PostgreSQL, or null where the store is SQLite.</summary>
    public static string? PostgresConnection => Environment.GetEnvironmentVariable("QI__Operations") is { Length: > 0 } named ? named : null;

    /// <summary>Where citizens reach the desk, for links sent to them: <c>QI__PublicUrl</c>.</summary>
    public static string PublicUrl => Environment.GetEnvironmentVariable("QI__PublicUrl") is { Length: > 0 } named ? named : "http://localhost:5080";

    /// <summary>Opens the store, brings its schema up to date and puts in what is shipped (calendar, default policy).</summary>
    public static Task<FeedbackRoom> Open(Deployment deployment, TimeProvider time, CancellationToken cancellation)
    {
        Directory.CreateDirectory(deployment.Root);
        var key = PersonVault.LoadOrCreateKey(Path.Combine(deployment.Keys, "contacts.key"), deployment.Root);
        var store = PostgresConnection is { } connection ? OperationsStore.Postgres(connection) : OperationsStore.Sqlite(deployment.OperationsDatabase);
        return FeedbackRoom.OpenAsync(store, time, new() { ContactKey = key, EvidenceFolder = deployment.Evidence, PublicUrl = PublicUrl }, cancellation);
    }
}
