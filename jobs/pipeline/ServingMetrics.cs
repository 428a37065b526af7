using QualityInsight.Analytics;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>The metric engine over the newest snapshot.</summary>
public sealed class ServingMetrics : IDisposable
{
    private ServingMetrics(ServingReader reader)
    {
        Reader = reader;
        Engine = new MetricEngine(new SessionSource(reader.Snapshot.Name, reader.OpenSession));
    }

    /// <summary>The snapshot opened for reading.</summary>
    public ServingReader Reader { get; }

    /// <summary>The engine.</summary>
    public MetricEngine Engine { get; }

    /// <summary>Opens the newest snapshot of a deployment.</summary>
    /// <exception cref="WarehouseException">Nothing has been published.</exception>
    public static ServingMetrics Open(Deployment deployment) => new(ServingReader.Open(deployment.Root));

    /// <inheritdoc />
    public void Dispose() => Reader.Dispose();
}
