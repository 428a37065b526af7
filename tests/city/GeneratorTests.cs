using System.Security.Cryptography;
using QualityInsight.Testing;

namespace QualityInsight.City.Tests;

[Collection("city")]
public sealed class GeneratorTests(CityFixture city)
{
    [Fact]
    public void Same_options_give_the_same_bytes_and_another_seed_does_not()
    {
        using var folder = new TempFolder();
        string Hash(string name, int seed)
        {
            var path = folder.File(name);
            CityGenerator.Write(new CityOptions { Folder = path, Scale = 0.02, Weeks = 5, Seed = seed });
            return string.Join('\n', Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(f => Path.GetRelativePath(path, f) + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))));
        }
        var first = Hash("one", 7);
        Assert.Equal(first, Hash("two", 7));
        Assert.NotEqual(first, Hash("three", 8));
    }

    [Fact]
    public void Every_row_of_every_file_is_accounted_for()
    {
        Assert.Equal(city.Manifest.Files.Select(f => f.File), city.Truth.Files.Select(f => f.File));
        foreach (var (file, truth) in city.Manifest.Files.Zip(city.Truth.Files))
        {
            var lines = File.ReadAllBytes(city.PathOf(file)).Count(b => b == (byte)'\n') - 1;
            Assert.Equal(truth.Rows, lines);
            Assert.Equal(truth.Rows, truth.Loaded + truth.Duplicate + truth.Quarantined + truth.Skipped);
            Assert.Equal(truth.Quarantined, truth.Reasons.Values.Sum());
        }
    }

    [Fact]
    public void Loaded_rows_add_up_to_the_totals()
    {
        long Loaded(string entity) => city.Truth.Files.Where(f => f.Entity == entity && f.Feed != "city-d").Sum(f => f.Loaded - f.Updates);
        var totals = city.Truth.Totals;
        Assert.Equal(totals.Matters + totals.HotlineOrders, Loaded("ticket"));
        Assert.Equal(totals.Steps, Loaded("ticket_step"));
        Assert.Equal(totals.Suspensions, Loaded("ticket_suspension"));
        Assert.Equal(totals.Visits, Loaded("visit"));
        Assert.Equal(totals.VisitTickets, Loaded("visit_ticket"));
        Assert.Equal(totals.Reviews, Loaded("review"));
    }

    [Fact]
    public void Truth_and_manifest_read_back_as_written()
    {
        var truth = CityTruth.Read(city.Options.Folder);
        Assert.Equal(city.Truth.Totals, truth.Totals);
        Assert.Equal(city.Truth.Halls, truth.Halls);
        Assert.Equal(city.Truth.Planted.Select(p => p.Id), truth.Planted.Select(p => p.Id));
    }

    [Fact]
    public void Quarantine_covers_at_least_twelve_reasons()
    {
        var reasons = city.Truth.Files.SelectMany(f => f.Reasons.Keys).Distinct().ToList();
        Assert.True(reasons.Count >= 12, string.Join(", ", reasons));
    }

    [Fact]
    public void Feeds_are_written_in_their_own_encodings()
    {
        byte[] Head(string feed) => File.ReadAllBytes(city.PathOf(city.Manifest.Files.First(f => f.Feed == feed)))[..3];
        Assert.Equal([0xEF, 0xBB, 0xBF], Head("city-a"));
        Assert.Equal([0xB0, 0xEC, 0xBC], Head("city-b")); // 办件 in GB18030
        Assert.Equal("EXE"u8.ToArray(), Head("city-c"));
    }

    [Theory]
    [InlineData(0, 52, "2026-11-15")]
    [InlineData(21, 52, "2026-11-15")]
    [InlineData(1, 0, "2026-11-15")]
    [InlineData(1, 52, "2027-11-14")]
    [InlineData(1, 200, "2026-11-15")]
    public void Impossible_options_are_refused_with_a_message(double scale, int weeks, string lastDay)
    {
        var options = new CityOptions { Folder = city.Options.Folder, Scale = scale, Weeks = weeks, LastDay = DateOnly.Parse(lastDay) };
        Assert.NotEmpty(Assert.Throws<ArgumentException>(() => CityGenerator.Write(options)).Message);
    }

    [Fact]
    public void Writing_can_be_cancelled()
    {
        using var folder = new TempFolder();
        using var cancel = new CancellationTokenSource();
        var progress = new Stopper(cancel);
        Assert.Throws<OperationCanceledException>(() => CityGenerator.Write(new CityOptions { Folder = folder.Path, Weeks = 30 }, progress, cancel.Token));
    }

    [Fact]
    public void Progress_only_grows_and_reaches_the_end()
    {
        using var folder = new TempFolder();
        var seen = new Recorder();
        CityGenerator.Write(new CityOptions { Folder = folder.Path, Weeks = 3, Scale = 0.01 }, seen);
        Assert.Equal(seen.Values.Order(), seen.Values);
        Assert.Equal(1, seen.Values[^1]);
    }

    private sealed class Stopper(CancellationTokenSource cancel) : IProgress<CityProgress>
    {
        public void Report(CityProgress value) => cancel.Cancel();
    }

    private sealed class Recorder : IProgress<CityProgress>
    {
        public List<double> Values { get; } = [];

        public void Report(CityProgress value) => Values.Add(value.Done);
    }
}
