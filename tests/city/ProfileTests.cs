using QualityInsight.Ingest;

namespace QualityInsight.City.Tests;

[Collection("city")]
public sealed class ProfileTests(CityFixture city)
{
    [Fact]
    public void Every_profile_the_manifest_names_is_in_the_program_and_fits_its_files()
    {
        foreach (var file in city.Manifest.Files)
            foreach (var name in new[] { file.Profile, file.CorrectProfile }.OfType<string>())
            {
                var profile = ProfileCatalog.Load(name);
                Assert.Equal(file.Feed, profile.Source);
                Assert.Equal([file.Entity], profile.Outputs.Select(o => o.Entity.Name));
            }
    }

    [Fact]
    public void Every_city_profile_is_used_by_the_city()
    {
        var used = city.Manifest.Files.SelectMany(f => new[] { f.Profile, f.CorrectProfile }).OfType<string>().ToHashSet();
        Assert.Equal(ProfileCatalog.Names.Where(n => n.StartsWith("city-", StringComparison.Ordinal)).Order(), used.Order());
    }
}
