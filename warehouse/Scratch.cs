using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// A DuckDB in memory for our own small computations (facts about the program itself), shut off from files and network
/// like a <see cref="ServingReader"/>. Dispose it to forget everything.
/// </summary>
public sealed class Scratch : IDisposable
{
    private readonly DuckDBConnection anchor;

    /// <summary>An empty one.</summary>
    public Scratch()
    {
        anchor = new(ConnectionSettings.Common(":memory:", threads: 1, memoryLimit: "256MB").ConnectionString);
        anchor.Open();
        using var session = new WarehouseSession(anchor.Duplicate(), open: true);
        session.Execute("SET GLOBAL TimeZone = 'UTC'");
        session.Execute(Sql.Load(typeof(Scratch), "sql/sandbox.sql"));
    }

    /// <summary>A session on it.</summary>
    public WarehouseSession OpenSession() => new(anchor.Duplicate(), open: true);

    /// <inheritdoc />
    public void Dispose() => anchor.Dispose();
}
