using System.Collections.Concurrent;
using System.Reflection;

namespace QualityInsight.Warehouse;

/// <summary>
/// SQL kept as files: <c>.sql</c> files that a project embeds (<c>&lt;EmbeddedResource Include="sql/**/*.sql" /&gt;</c>).
/// </summary>
public static class Sql
{
    private static readonly ConcurrentDictionary<(Assembly, string), string> Loaded = new();

    /// <summary>The text of an embedded file, found by the end of its name: <c>wait_mean.sql</c>, <c>metrics.wait_mean.sql</c>.</summary>
    /// <param name="owner">Any type of the assembly that embeds it.</param>
    /// <param name="name">The file's name, with as many folders (dots or slashes) before it as make it unique.</param>
    /// <exception cref="InvalidOperationException">No embedded file ends so, or more than one does.</exception>
    public static string Load(Type owner, string name) => Load(owner.Assembly, name);

    /// <inheritdoc cref="Load(Type, string)" />
    public static string Load(Assembly assembly, string name) =>
        Loaded.GetOrAdd((assembly, name), static key => Read(key.Item1, Find(key.Item1, key.Item2)));

    /// <summary>The names of all embedded files of a folder, in order of name.</summary>
    /// <param name="assembly">The assembly that embeds them.</param>
    /// <param name="folder">The folder in the project, for example <c>schema</c>.</param>
    public static IReadOnlyList<string> Names(Assembly assembly, string folder) =>
        [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && name.Contains($".{Dotted(folder)}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    private static string Find(Assembly assembly, string name)
    {
        var ending = "." + Dotted(name);
        var all = assembly.GetManifestResourceNames();
        var found = all.Where(resource => resource.EndsWith(ending, StringComparison.Ordinal) || resource == name).ToList();
        return found.Count == 1
            ? found[0]
            : throw new InvalidOperationException(
                $"{assembly.GetName().Name} embeds {(found.Count == 0 ? "no file" : $"{found.Count} files")} named {name}. "
                + $"Embedded: {string.Join(", ", found.Count == 0 ? all : found)}.");
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Dotted(string path) => path.Replace('/', '.').Replace('\\', '.');
}
