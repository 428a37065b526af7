namespace QualityInsight.Warehouse;

/// <summary>The few places where SQL takes no parameter (ATTACH, names of our own tables).</summary>
internal static class SqlText
{
    /// <summary>A text literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
