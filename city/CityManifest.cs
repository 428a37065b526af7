using System.Text.Json;

namespace QualityInsight.City;

/// <summary>The files of a written city in the order in which they are to be loaded.</summary>
/// <param name="City">The made-up city's name.</param>
/// <param name="Files">One entry a file.</param>
public sealed record CityManifest(string City, IReadOnlyList<CityFile> Files)
{
    /// <summary>The manifest's file name inside the city's folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Reads the manifest of a written city.</summary>
    /// <param name="folder">The folder given to <see cref="CityGenerator.Write"/>.</param>
    /// <exception cref="FileNotFoundException">No city was written there.</exception>
    public static CityManifest Read(string folder) =>
        JsonSerializer.Deserialize<CityManifest>(File.ReadAllText(Path.Combine(folder, FileName)), CityJson.Options)
        ?? throw new InvalidDataException($"{FileName} in {folder} is empty.");
}

/// <summary>One raw feed file.</summary>
/// <param name="File">Path inside the city's folder, with forward slashes.</param>
/// <param name="Feed">The feed's name: city, city-a, city-b, city-c, city-d or city-hotline.</param>
/// <param name="Entity">The table the rows go to: area, org, …, ticket, visit, review.</param>
/// <param name="Profile">The name of the mapping profile to load the file with.</param>
/// <param name="CorrectProfile">
/// Where <paramref name="Profile"/> is the one the vendor declared and it is wrong (the reversed feed): the right one.
/// </param>
public sealed record CityFile(string File, string Feed, string Entity, string Profile, string? CorrectProfile = null);
