using System.Reflection;

namespace QualityInsight.City;

/// <summary>The room's own data files, embedded in the assembly.</summary>
internal static class Resource
{
    /// <summary>The file's lines without blank lines and comments (<c># …</c>).</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
                yield return line;
    }

    /// <summary>The rows of a table whose cells are separated by <c>|</c>; the first row is the header.</summary>
    public static IEnumerable<string[]> Table(string name) => Lines(name).Skip(1).Select(line => line.Split('|'));
}
