using QualityInsight.Analytics;
using QualityInsight.Web.Facts;

namespace QualityInsight.Web.Queries;

/// <summary>A name one can write in a query.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kind">table, column, macro, metric or word.</param>
/// <param name="Of">The table of a column; what a macro takes.</param>
/// <param name="Says">What it is.</param>
internal sealed record SqlName(string Name, string Kind, string? Of, string? Says);

/// <summary>What the desk's editor completes: tables, columns and macros of the snapshot, metrics, words of SQL.</summary>
internal sealed class SqlNames(Serving serving, IMetricEngine engine)
{
    private static readonly string[] Words =
    [
        "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "LIMIT", "JOIN", "LEFT JOIN", "USING", "WITH", "HAVING", "QUALIFY", "FILTER", "OVER", "PARTITION BY",
        "CASE", "WHEN", "BETWEEN", "DISTINCT", "UNION ALL", "DESCRIBE", "SUMMARIZE", "count(*)", "quantile_cont", "median", "date_trunc", "date_diff", "coalesce", "round",
    ];

    /// <summary>All of them; null where nothing has been published.</summary>
    public async Task<IReadOnlyList<SqlName>?> AllAsync(bool chinese, CancellationToken cancel)
    {
        var found = await serving.QueryAsync("sql/sql_completion.sql",
            r => new SqlName(r.Text("name"), r.Text("kind"), r.TextOrNull("parent"), r.TextOrNull("says")), null, cancel);
        if (found is null)
            return null;
        var metrics = engine.Catalogue.All.Select(m => new SqlName(m.Id, "metric", null, chinese ? m.NameZh : m.NameEn));
        return [.. found, .. metrics.Where(m => found.All(f => f.Name != m.Name)), .. Words.Select(w => new SqlName(w, "word", null, null))];
    }
}
