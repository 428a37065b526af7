using QualityInsight.City;
using QualityInsight.Ingest;
using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Tests;

/// <summary>Six weeks of a small made-up city, loaded with cases in it, published and read by a metric engine.</summary>
internal static class SmallCity
{
    /// <summary>Makes it in a folder.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="loaded">Sees the facts before they are published, or null.</param>
    /// <returns>The data folder, and the last day of the feeds.</returns>
    public static (string Data, DateOnly LastDay) Make(TempFolder folder, Action<WarehouseSession>? loaded = null)
    {
        var (city, data) = (folder.File("city"), folder.File("data"));
        var options = new CityOptions { Folder = city, Scale = 0.02, Weeks = 6 };
        CityGenerator.Write(options);
        using var warehouse = DataWarehouse.Open(data, TimeProvider.System);
        var runner = new IngestRunner(warehouse, new PersonHasher(new byte[32]), TimeProvider.System);
        foreach (var file in CityManifest.Read(city).Files)
            runner.Load(ProfileCatalog.Load(file.CorrectProfile ?? file.Profile), Path.Combine(city, file.File));
        using (var session = warehouse.OpenSession())
        {
            session.Execute(Sql.Load(typeof(SmallCity), "metrics/city_cases.sql"));
            loaded?.Invoke(session);
        }
        ServingFile.Publish(warehouse, AnalyticsScripts.ForServing(DuckDbFixture.AsOf));
        return (data, options.LastDay);
    }
}
