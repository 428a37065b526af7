using System.Globalization;
using System.Text;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics;

/// <summary>
/// The statements that put the models and the metrics into a database that holds the facts.
/// </summary>
public static class AnalyticsScripts
{
    /// <summary>
    /// For the serving file (DuckDB), in order: model views, one table macro a metric, their comments, the dictionary of
    /// metrics. Run once, in the file's default schema, after the facts are there.
    /// </summary>
    /// <param name="asOf">The local moment the snapshot speaks of: what is due later is not due yet.</param>
    /// <param name="options">Scores and the good level; null for the defaults.</param>
    public static IReadOnlyList<ServingScript> ForServing(DateTime asOf, AnalyticsOptions? options = null)
    {
        options ??= new();
        var catalogue = MetricCatalogue.With(options);
        return
        [
            Joined("models", Made(asOf, options, stored: true)), Joined("comments of models", ModelComments()),
            Joined("metrics", MetricMacros.Scripts(catalogue)), .. Rollups(),
        ];
    }

    /// <summary>The rollups, after the models: sums by day from which the engine answers what needs no single record, and the list of them.</summary>
    public static IReadOnlyList<ServingScript> Rollups() =>
    [
        .. Rollup.All.Select(r => new ServingScript(r.Id, r.Script)),
        new("rollup", MetricSql.Text("list_rollups", ("rows", string.Join(",\n", Rollup.All.Select(r => $"({Quote(r.Id)}, {Quote(r.Model)}, {Quote(r.Time)}, {Quote(r.Definition)})"))))),
    ];

    /// <summary>The model views alone, in SQL that DuckDB and PostgreSQL both take.</summary>
    /// <inheritdoc cref="ForServing"/>
    public static IReadOnlyList<ServingScript> Models(DateTime asOf, AnalyticsOptions? options = null) => Made(asOf, options ?? new(), stored: false);

    private static List<ServingScript> Made(DateTime asOf, AnalyticsOptions options, bool stored)
    {
        options.Check();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{as_of}"] = asOf.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
            ["{good_from}"] = options.GoodFromLevel.ToString(CultureInfo.InvariantCulture),
        };
        for (var level = 1; level <= 5; level++)
            values[$"{{score_{level}}}"] = options.Scores[level - 1].ToString("R", CultureInfo.InvariantCulture);
        return [.. ModelCatalogue.Embedded.InOrder.Select(m =>
            new ServingScript(m.Id, MetricSql.Text(stored && m.Stored ? "create_table" : "create_view", ("id", m.Id), ("sql", Fill(m.Sql, values)))))];
    }

    // Few scripts: each is a transaction of its own where the file is made.
    private static ServingScript Joined(string name, IEnumerable<ServingScript> scripts) =>
        new(name, string.Join(";\n", scripts.Select(s => s.Sql.Trim().TrimEnd(';'))));

    internal static string Quote(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static IEnumerable<ServingScript> ModelComments() => ModelCatalogue.Embedded.InOrder.SelectMany(m => m.Columns
        .Select(c => new ServingScript($"comment {m.Id}.{c.Key}", $"COMMENT ON COLUMN {m.Id}.{c.Key} IS {Quote(c.Value)}"))
        .Prepend(new ServingScript($"comment {m.Id}", $"COMMENT ON {(m.Stored ? "TABLE" : "VIEW")} {m.Id} IS {Quote($"{m.SaysZh} · {m.SaysEn}")}")));

    private static string Fill(string sql, Dictionary<string, string> values)
    {
        var text = new StringBuilder(sql);
        foreach (var (name, value) in values)
            text.Replace(name, value);
        return text.ToString();
    }
}
