using System.Globalization;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics;

/// <summary>
/// The metrics as table macros for people who write SQL:
/// <c>SELECT * FROM metric_wait_median(from_date := '2026-11-16', to_date := '2026-11-23', by_dim := 'hall')</c>.
/// They are made from the same files as the engine's own queries.
/// </summary>
internal static class MetricMacros
{
    internal static IEnumerable<ServingScript> Scripts(MetricCatalogue catalogue)
    {
        yield return new("wilson", Sql.Load(typeof(MetricMacros), "engine/wilson.sql"));
        foreach (var metric in catalogue.All)
        {
            yield return new($"metric_{metric.Id}", Macro(metric));
            yield return new($"comment metric_{metric.Id}", Comment(metric));
        }
        yield return new("metric", Dictionary(catalogue));
        yield return new("comment metric", "COMMENT ON VIEW metric IS '指标字典，一行一个指标 · The dictionary of metrics, one row a metric'");
    }

    /// <summary>Dimensions a macro offers: those that need no join, for a macro always makes every one of them.</summary>
    internal static IReadOnlyList<(string Id, string Sql)> Offered(MetricDefinition metric)
    {
        var model = ModelCatalogue.Embedded[metric.Model];
        var plain = model.Dimensions
            .Where(d => d.Value.Joins.All(metric.Joins.Contains) && !DimensionCatalogue.Embedded[d.Key].FilterOnly)
            .Select(d => (d.Key, d.Value.Sql));
        var times = DimensionCatalogue.Embedded.All.Where(d => d.IsTime)
            .Select(d => (d.Id, Sql: MetricSql.TimeExpression(d.Id, metric, model)))
            .Where(d => d.Sql is not null).Select(d => (d.Id, d.Sql!));
        return [.. plain.Concat(times)];
    }

    private static string Macro(MetricDefinition metric)
    {
        var cases = string.Join(' ', Offered(metric).Select(d => $"WHEN '{d.Id}' THEN CAST({d.Sql} AS VARCHAR)"));
        var rows = MetricSql.RowsFor(metric, $"CASE by_dim {cases} END AS d1, ", [], column =>
            $"(from_date IS NULL OR {column} >= CAST(from_date AS DATE)) AND (to_date IS NULL OR {column} < CAST(to_date AS DATE))");
        return MetricSql.Text("create_macro", ("id", metric.Id), ("figures", MetricSql.Aggregate(metric, rows, "r.d1 AS code, ", 1)));
    }

    private static string Comment(MetricDefinition metric) => $"COMMENT ON MACRO TABLE metric_{metric.Id} IS " + AnalyticsScripts.Quote(
        $"{metric.NameZh} ({metric.NameEn}) [{metric.Unit}] {metric.SaysZh} 不计：{metric.ExclusionsZh}。 by_dim: "
        + string.Join(", ", Offered(metric).Select(d => d.Id)));

    private static string Dictionary(MetricCatalogue catalogue)
    {
        var rows = catalogue.All.Select(m => "(" + string.Join(", ",
            new[] { m.Id, m.Group, m.NameZh, m.NameEn, m.SaysZh, m.SaysEn, m.Unit, m.Grain, m.Numerator, m.Denominator, m.ExclusionsZh,
                m.ExclusionsEn, m.Direction.ToString().ToLowerInvariant(), m.SourceClass.ToString().ToLowerInvariant(), m.Source }
            .Select(v => v is null ? "NULL" : AnalyticsScripts.Quote(v))
            .Append(m.Target?.ToString("R", CultureInfo.InvariantCulture) ?? "CAST(NULL AS DOUBLE)")
            .Append(m.Version.ToString(CultureInfo.InvariantCulture))) + ")");
        return MetricSql.Text("create_dictionary", ("rows", string.Join(",\n", rows)));
    }
}
