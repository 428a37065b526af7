using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// Values for a statement's parameters, by name without the dollar sign: <c>new() { ["from"] = day }</c> for <c>$from</c>.
/// Null is SQL's NULL. A string must not hold an embedded NUL, which would end it.
/// </summary>
public sealed class SqlArguments : Dictionary<string, object?>
{
    /// <summary>No arguments yet.</summary>
    public SqlArguments() : base(StringComparer.Ordinal)
    {
    }

    internal void BindTo(DuckDBCommand command)
    {
        foreach (var (name, value) in this)
        {
            if (value is string text && text.Contains('\0', StringComparison.Ordinal))
                throw new ArgumentException($"The value of ${name} holds a NUL character, at which DuckDB would end it.");
            command.Parameters.Add(new DuckDBParameter(name, value));
        }
    }
}
