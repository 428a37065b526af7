using System.Reflection;

namespace QualityInsight.Analytics.Texts;

/// <summary>The data files of this folder, which travel inside the assembly.</summary>
internal static class TextResource
{
    /// <summary>The whole text of one file, by its name without folder.</summary>
    public static string Read(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"QualityInsight.Analytics.texts.{name}")
            ?? throw new InvalidOperationException($"The assembly carries no file '{name}' of analytics/texts.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of one file.</summary>
    public static string[] ReadLines(string name) =>
        Read(name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
