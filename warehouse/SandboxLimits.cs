namespace QualityInsight.Warehouse;

/// <summary>What one statement typed by a person may take.</summary>
public sealed record SandboxLimits
{
    /// <summary>The longest it may run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most rows it gives; the rest is left out and the result says so.</summary>
    public int Rows { get; init; } = 10_000;

    /// <summary>The most text it gives, in bytes of JSON; the rest is left out and the result says so.</summary>
    public long Bytes { get; init; } = 64L << 20;

    /// <summary>Megabytes that DuckDB's operators may take.</summary>
    public int MemoryMegabytes { get; init; } = 1024;

    /// <summary>Threads it may use.</summary>
    public int Threads { get; init; } = 2;
}

/// <summary>A column of a <see cref="SandboxResult"/>.</summary>
/// <param name="Name">Its name; names may occur twice.</param>
/// <param name="Type">Its type as DuckDB names it.</param>
public sealed record SandboxColumn(string Name, string Type);

/// <summary>The statement was refused, by the sandbox's rules or by DuckDB; the message is for the person who typed it.</summary>
public sealed class SqlRefusedException(string message) : WarehouseException(message);

/// <summary>The statement needed more memory than it may have.</summary>
public sealed class QueryMemoryLimitException(int megabytes)
    : WarehouseException($"The query needed more memory than it may have ({megabytes} MB). Aggregate more or select less.")
{
    /// <summary>The limit, in megabytes.</summary>
    public int Megabytes { get; } = megabytes;
}
