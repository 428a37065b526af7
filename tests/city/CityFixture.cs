using System.Text;
using QualityInsight.Testing;

namespace QualityInsight.City.Tests;

/// <summary>A fifth of the city, written once and read by all tests: twenty weeks that hold the National Day holiday and both its make-up days.</summary>
public sealed class CityFixture : IDisposable
{
    private readonly TempFolder _folder = new();

    public CityFixture()
    {
        Options = new CityOptions { Folder = _folder.File("city"), Scale = 0.2, Weeks = 20 };
        Truth = CityGenerator.Write(Options);
        Manifest = CityManifest.Read(Options.Folder);
    }

    public CityOptions Options { get; }

    public CityTruth Truth { get; }

    public CityManifest Manifest { get; }

    public string PathOf(CityFile file) => Path.Combine(Options.Folder, file.File);

    /// <summary>The rows of every file of a feed's entity, first the header's names as keys; lines with a wrong number of cells left out.</summary>
    internal IEnumerable<Dictionary<string, string>> Rows(string feed, string entity)
    {
        foreach (var file in Manifest.Files.Where(f => f.Feed == feed && f.Entity == entity))
        {
            var style = feed switch { "city-b" => FeedStyle.Standard, "city-c" => FeedStyle.HallSystem, "city-d" => FeedStyle.Vendor, _ => FeedStyle.National };
            using var reader = new StreamReader(PathOf(file), style.Encoding);
            var header = Split(reader.ReadLine()!, style.Delimiter);
            while (reader.ReadLine() is { } line)
                if (Split(line, style.Delimiter) is var cells && cells.Count == header.Count)
                    yield return header.Zip(cells).ToDictionary(p => p.First, p => p.Second);
        }
    }

    public string Planted(string id, int at) => Truth.Planted.Single(p => p.Id == id).Ids[at];

    private static List<string> Split(string line, char delimiter)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
            if (c == '"')
                quoted = !quoted;
            else if (c == delimiter && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(c);
        cells.Add(cell.ToString());
        return cells;
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>The tests that share the one city.</summary>
[CollectionDefinition("city")]
public sealed class CityCollection : ICollectionFixture<CityFixture>;
