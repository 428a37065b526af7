namespace QualityInsight.Reports.Rendering;

/// <summary>The text files inside this assembly.</summary>
internal static class EmbeddedText
{
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly; build again with node_modules restored.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
