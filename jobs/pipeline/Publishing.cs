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
        var scripts = AnalyticsScripts.ForServing(asOf).Select(s => new ServingScript(s.Name, s.Sql)).ToList();
        return ServingFile.Publish(warehouse, scripts, progress: progress, cancel: cancellation);
    }
}
