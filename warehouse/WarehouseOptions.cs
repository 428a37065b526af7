namespace QualityInsight.Warehouse;

/// <summary>How the owner opens the warehouse. The defaults suit a machine that does other work too.</summary>
public sealed record WarehouseOptions
{
    /// <summary>Threads a query may use; null leaves it to DuckDB (one a core).</summary>
    public int? Threads { get; init; }

    /// <summary>The most memory DuckDB takes, as it writes it (<c>4GB</c>); null is half of the machine's (or container's).</summary>
    public string? MemoryLimit { get; init; }

    /// <summary>Where DuckDB puts what does not fit into memory; null is <c>tmp</c> in the data folder.</summary>
    public string? TempFolder { get; init; }

    /// <summary>The program's name as others read it when they find the warehouse held.</summary>
    public string Program { get; init; } = "qi";

    /// <summary>How long closing waits for sessions that still work (they are interrupted first).</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
