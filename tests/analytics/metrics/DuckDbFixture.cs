using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Tests;

/// <summary>A warehouse file of its own.</summary>
public class WarehouseFixture : IDisposable
{
    private readonly TempFolder _folder = new();

    public WarehouseFixture() => Warehouse = DataWarehouse.Open(_folder.Path, TimeProvider.System);

    public DataWarehouse Warehouse { get; }

    /// <summary>Empties the facts and runs INSERT statements.</summary>
    public void Load(string inserts)
    {
        using var session = Warehouse.OpenSession();
        session.InTransaction(() => session.Execute(string.Concat(Facts.Tables.Select(t => $"DELETE FROM {t};\n")) + inserts));
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Warehouse.Dispose();
        _folder.Dispose();
    }
}

/// <summary>A warehouse file of its own with the whole metric layer in it.</summary>
public sealed class DuckDbFixture : WarehouseFixture
{
    public DuckDbFixture()
    {
        using var session = Warehouse.OpenSession();
        session.InTransaction(() =>
        {
            foreach (var script in AnalyticsScripts.Models(AsOf))
                session.Execute(script.Sql);
        });
    }

    /// <summary>The moment the snapshot speaks of.</summary>
    public static DateTime AsOf { get; } = new(2026, 12, 31, 12, 0, 0);

    /// <summary>A new one each time: an engine remembers the first day of its snapshot, and every test loads another.</summary>
    public MetricEngine Engine => new(new SessionSource("test", Warehouse.OpenSession));
}

/// <summary>Tests that share one file with the metric layer; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DuckDbCollection : ICollectionFixture<DuckDbFixture>
{
    public const string Name = "metric layer";
}

/// <summary>Tests that share one bare warehouse; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class WarehouseCollection : ICollectionFixture<WarehouseFixture>
{
    public const string Name = "bare warehouse";
}
