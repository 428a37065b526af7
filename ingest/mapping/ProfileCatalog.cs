using System.Reflection;
using System.Text;

namespace QualityInsight.Ingest;

/// <summary>The profiles of the program, and those of a bureau given by path.</summary>
public static class ProfileCatalog
{
    private const string Prefix = "profiles.";
    private static readonly Assembly Home = typeof(ProfileCatalog).Assembly;

    /// <summary>Names of the profiles that come with the program.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Home.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^".yaml".Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a profile by name, or by path where the text ends in .yaml or .yml.</summary>
    /// <exception cref="ProfileException">There is none of that name, or it cannot be used.</exception>
    public static Profile Load(string nameOrPath) =>
        nameOrPath.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || nameOrPath.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            ? FromFile(nameOrPath)
            : ProfileParser.Parse($"{nameOrPath}.yaml", nameOrPath, Text(nameOrPath));

    /// <summary>The YAML text of a profile of the program.</summary>
    /// <exception cref="ProfileException">There is none of that name.</exception>
    public static string Text(string name)
    {
        using var stream = Home.GetManifestResourceStream($"{Prefix}{name}.yaml")
            ?? throw new ProfileException(name, 0, "", $"no profile of this name; there are: {string.Join(", ", Names)}. A profile of your own is given by its path (ending in .yaml)");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a profile from its text, for example one drafted in the desk.</summary>
    /// <param name="name">The name it must bear.</param>
    /// <param name="text">YAML.</param>
    /// <exception cref="ProfileException">It cannot be used.</exception>
    public static Profile Parse(string name, string text) => ProfileParser.Parse($"{name}.yaml", name, text);

    private static Profile FromFile(string path)
    {
        if (!File.Exists(path)) throw new ProfileException(path, 0, "", "no such file");
        return ProfileParser.Parse(path, Path.GetFileNameWithoutExtension(path), File.ReadAllText(path, Encoding.UTF8));
    }
}
