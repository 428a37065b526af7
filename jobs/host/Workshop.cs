using QualityInsight.Ingest;
using QualityInsight.Jobs.Pipeline;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Host;

/// <summary>What a command that writes needs: the warehouse, owned, and the clock. Dispose it to let the warehouse go.</summary>
public sealed class Workshop : IDisposable
{
    private Workshop(Deployment deployment, TimeProvider time, DataWarehouse warehouse)
    {
        Deployment = deployment;
        Time = time;
        Warehouse = warehouse;
    }

    /// <summary>The bureau's zone where nothing else is said.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Where everything lies.</summary>
    public Deployment Deployment { get; }

    /// <summary>The clock: the machine's, or the story's in a demo folder.</summary>
    public TimeProvider Time { get; }

    /// <summary>The facts, owned by this process.</summary>
    public DataWarehouse Warehouse { get; }

    /// <summary>Publishes serving files.</summary>
    public Publishing Publishing => new(Warehouse, Time, Zone);

    /// <summary>Loads feeds.</summary>
    /// <param name="people">Keeps contact data of people to call back; null keeps none.</param>
    public IngestRunner Ingest(IPersonSink? people = null) =>
        new(Warehouse, Hasher, Time, people);

    /// <summary>Makes the keyed hashes by which facts and the desk know people.</summary>
    public PersonHasher Hasher => PersonHasher.FromFile(Path.Combine(Deployment.Keys, "person.key"), Deployment.Root);

    /// <summary>Labels texts.</summary>
    public Labelling Labelling => new(Deployment, Warehouse, Time);

    /// <summary>Opens the deployment for writing.</summary>
    /// <exception cref="WarehouseHeldException">Another process, mostly <c>qi serve</c>, owns it.</exception>
    public static Workshop Open(Deployment deployment, TimeProvider? time = null)
    {
        time ??= DemoClock.Of(deployment);
        return new(deployment, time, DataWarehouse.Open(deployment.Root, time, new WarehouseOptions { Program = "qi" }));
    }

    /// <inheritdoc />
    public void Dispose() => Warehouse.Dispose();
}
