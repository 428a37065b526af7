using System.Text.Json;
using System.Text.RegularExpressions;

namespace QualityInsight.Warehouse;

/// <summary>
/// Which statements people may run: exactly one, that only reads. DuckDB's own parser takes the text apart
/// (<c>json_serialize_sql</c>, which knows SELECT and its kin only), so nothing is judged by how it is written. Functions
/// that give tables come from a closed list: those DuckDB has for other purposes write, reach out, or run hidden text
/// (<c>enable_logging</c> into a file is not refused even where the configuration is locked, seen in 1.5.6).
/// </summary>
internal static partial class StatementPolicy
{
    private const int LongestText = 100_000;

    private static readonly HashSet<string> TableFunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        "range", "generate_series", "unnest", "repeat", "json_each", "json_tree", "histogram", "histogram_values",
        "duckdb_columns", "duckdb_constraints", "duckdb_functions", "duckdb_keywords", "duckdb_schemas", "duckdb_tables",
        "duckdb_types", "duckdb_views", "pragma_table_info", "pragma_version", "pragma_storage_info", "icu_calendar_names",
        "pg_timezone_names",
    };

    /// <summary>Why the statement may not run; null where it may.</summary>
    public static string? Refusal(WarehouseSession session, string sql)
    {
        if (sql.Length > LongestText)
            return $"The statement is longer than {LongestText} characters.";
        var judged = Explain().Replace(sql, "");
        if (string.IsNullOrWhiteSpace(judged))
            return "There is no statement.";
        using var tree = JsonDocument.Parse(
            session.QuerySingle("SELECT json_serialize_sql($sql::VARCHAR)", row => row.Text(0), new() { ["sql"] = judged }),
            new() { MaxDepth = 2000 });
        if (tree.RootElement.GetProperty("error").GetBoolean())
        {
            var message = tree.RootElement.GetProperty("error_message").GetString()!;
            return message.StartsWith("Only SELECT", StringComparison.Ordinal)
                ? "Only statements that read are allowed here: SELECT, FROM, WITH, VALUES, DESCRIBE, SUMMARIZE, SHOW, EXPLAIN."
                : $"Parser Error: {message}";
        }

        var statements = tree.RootElement.GetProperty("statements").GetArrayLength();
        if (statements != 1)
            return $"One statement at a time: this text has {statements}.";
        var own = session.Query(
                "SELECT function_name FROM duckdb_functions() WHERE database_name = 'quality' AND NOT internal AND function_type = 'table_macro'",
                row => row.Text(0))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return TableFunctionsOf(tree.RootElement).FirstOrDefault(name => !TableFunctions.Contains(name) && !own.Contains(name)) is { } forbidden
            ? $"The function {forbidden} may not be used here."
            : null;
    }

    // Wherever they stand: in FROM, in a subquery, in a common table expression.
    private static IEnumerable<string> TableFunctionsOf(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
            return node.EnumerateArray().SelectMany(TableFunctionsOf);
        if (node.ValueKind != JsonValueKind.Object)
            return [];
        var within = node.EnumerateObject().SelectMany(property => TableFunctionsOf(property.Value));
        return node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "TABLE_FUNCTION"
            && node.TryGetProperty("function", out var function) && function.TryGetProperty("function_name", out var name)
            ? within.Prepend(name.GetString()!)
            : within;
    }

    [GeneratedRegex(@"^(\s|--[^\n]*\n)*EXPLAIN\s+(ANALYZE\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Explain();
}
