using QualityInsight.Analytics;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>Publishes a serving file with the metric layer in it.</summary>
public sealed class Publishing(DataWarehouse warehouse, TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>Writes, checks and switches to a new snapshot of the warehouse as it is now.</summary>
    public ServingSnapshot Run(IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        var asOf = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime;
        return ServingFile.Publish(warehouse, AnalyticsScripts.ForServing(asOf), progress: progress, cancel: cancellation);
    }

    /// <summary>True where the newest snapshot holds other numbers of rows than the warehouse now, or there is none.
    /// Every change of facts, findings and events adds rows.</summary>
    public bool AnythingNew(Deployment deployment, CancellationToken cancellation)
    {
        if (ServingFile.CurrentFile(deployment.Root) is not { } file)
            return true;
        using var reader = ServingReader.OpenFile(file);
        using var session = warehouse.OpenSession();
        var now = session.Query(Sql.Load(typeof(Publishing), "row_counts.sql"), r => (Table: r.Text("table_name"), Rows: r.Long("n")), cancel: cancellation);
        return now.Any(t => reader.Snapshot.Rows.TryGetValue(t.Table, out var then) && then != t.Rows);
    }
}
