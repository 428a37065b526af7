using System.Globalization;
using System.Text.RegularExpressions;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics;

/// <summary>A statement with the values of its parameters.</summary>
internal sealed record BoundSql(string Text, IReadOnlyDictionary<string, object?> Arguments);

/// <summary>
/// Fills the placeholders of a metric's files. What is put in comes from our own definition files; every value of the
/// caller becomes a parameter.
/// </summary>
internal sealed partial class MetricSql
{
    private readonly MetricDefinition _metric;
    private readonly ModelDefinition _model;
    private readonly string _prefix;
    private readonly Dictionary<string, object?> _arguments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _joins = new(StringComparer.Ordinal);

    private MetricSql(MetricDefinition metric, string prefix)
    {
        (_metric, _prefix) = (metric, prefix);
        _model = ModelCatalogue.Embedded[metric.Model];
        _joins.UnionWith(metric.Joins);
    }

    /// <summary>The query of the figures: columns d1 … dn, numerator, denominator, value, n.</summary>
    internal static BoundSql Figures(MetricDefinition metric, MetricQuery query, Period period, string prefix)
    {
        var sql = new MetricSql(metric, prefix);
        var cut = string.Concat(query.By.Select((id, i) => $"{sql.Dimension(id)} AS d{i + 1}, "));
        var rows = sql.Rows(cut, query.Where, period);
        var keys = string.Concat(query.By.Select((_, i) => $"r.d{i + 1}, "));
        return new(Aggregate(metric, rows, keys, query.By.Count), sql._arguments);
    }

    /// <summary>The query of the records behind the figures, one page.</summary>
    internal static BoundSql Page(MetricDefinition metric, MetricQuery query, long offset, int limit, string prefix)
    {
        var sql = new MetricSql(metric, prefix);
        var columns = RecordColumns(metric);
        var rows = sql.Rows(string.Concat(columns.Select(c => $"f.{c} AS {c}, ")), query.Where, query.Period);
        var newest = columns.Contains(metric.Time) ? $"r.{metric.Time} DESC, " : "";
        var order = newest + string.Join(", ", sql._model.Key.Select(k => $"r.{k}"));
        return new(Text("records_page", ("rows", rows), ("order", order), ("limit", sql.Bind(limit)), ("offset", sql.Bind(offset))), sql._arguments);
    }

    /// <summary>Key columns, then the model's other shown columns, then the metric's time.</summary>
    internal static IReadOnlyList<string> RecordColumns(MetricDefinition metric)
    {
        var model = ModelCatalogue.Embedded[metric.Model];
        var columns = model.Key.Concat(model.Show).ToList();
        if (metric.Time is { } time && !columns.Contains(time))
            columns.Add(time);
        return columns;
    }

    /// <summary>The rows with given dimensions, for the views and macros of the serving file.</summary>
    internal static string RowsFor(MetricDefinition metric, string dimensions, IEnumerable<string> joins, Func<string, string> period)
    {
        var model = ModelCatalogue.Embedded[metric.Model];
        return Fill(metric.Rows, new()
        {
            ["dimensions"] = dimensions,
            ["joins"] = JoinText(model, joins.Concat(metric.Joins)),
            ["filters"] = "TRUE",
        }, column => period(column ?? $"f.{metric.Time}"));
    }

    internal static string Aggregate(MetricDefinition metric, string rows, string keys, int count)
    {
        var name = metric.Aggregate.ToString().ToLowerInvariant();
        return Fill(Sql.Load(typeof(MetricSql), $"metrics/aggregates/{name}.sql"), new()
        {
            ["keys"] = keys,
            ["rows"] = rows,
            ["group"] = count == 0 ? "" : $"GROUP BY {string.Join(", ", Enumerable.Range(1, count).Select(i => $"r.d{i}"))}",
            ["scale"] = metric.Scale.ToString("R", CultureInfo.InvariantCulture),
        }, _ => "");
    }

    /// <summary>The expression of a time dimension over a time column.</summary>
    internal static string? TimeExpression(string dimension, MetricDefinition metric, ModelDefinition model)
    {
        if (metric.Time is not { } time || !model.Times.TryGetValue(time, out var column))
            return null;
        var day = $"f.{time}";
        return dimension switch
        {
            "day" => column.IsDate ? day : $"CAST({day} AS DATE)",
            "week" or "month" or "quarter" or "year" => $"CAST(date_trunc('{dimension}', CAST({day} AS TIMESTAMP)) AS DATE)",
            "weekday" => $"CAST(EXTRACT(isodow FROM {day}) AS INTEGER)",
            "hour" => column is { IsDate: true, Clock: null } ? null : $"CAST(EXTRACT(hour FROM f.{column.Clock ?? time}) AS INTEGER)",
            _ => null,
        };
    }

    private string Rows(string dimensions, IReadOnlyList<MetricFilter> filters, Period period)
    {
        var where = filters.Count == 0 ? "TRUE" : string.Join(" AND ", filters.Select(Filter));
        return Fill(_metric.Rows, new()
        {
            ["dimensions"] = dimensions,
            ["joins"] = JoinText(_model, _joins),
            ["filters"] = where,
        }, column => Within(column, period));
    }

    private static string JoinText(ModelDefinition model, IEnumerable<string> joins)
    {
        var wanted = joins.ToHashSet(StringComparer.Ordinal);
        return string.Join(' ', model.Joins.Where(j => wanted.Contains(j.Key)).Select(j => j.Value));
    }

    /// <summary>The condition of a period. The bare column is compared so that zone maps and indexes serve.</summary>
    private string Within(string? column, Period period)
    {
        var isDate = column is null && _metric.Time is { } time && _model.Times[time].IsDate;
        column ??= $"f.{_metric.Time}";
        object Value(DateOnly day) => isDate ? day : day.ToDateTime(TimeOnly.MinValue);
        var parts = new List<string>();
        if (period.From is { } from)
            parts.Add($"{column} >= {Bind(Value(from))}");
        if (period.To is { } to)
            parts.Add($"{column} < {Bind(Value(to))}");
        return parts.Count == 0 ? "TRUE" : string.Join(" AND ", parts);
    }

    private string Dimension(string id)
    {
        var dimension = DimensionCatalogue.Embedded[id];
        if (dimension.FilterOnly)
            throw new MetricQueryException($"{_metric.Id} can be filtered by {id} but not cut by it.");
        return Expression(id);
    }

    private string Expression(string id)
    {
        if (_model.Dimensions.TryGetValue(id, out var found))
        {
            _joins.UnionWith(found.Joins);
            return found.Sql;
        }
        return TimeExpression(id, _metric, _model) ?? throw new MetricQueryException(
            $"{_metric.Id} has no dimension \"{id}\". It has: {string.Join(", ", _metric.Dimensions)}.");
    }

    private string Filter(MetricFilter filter)
    {
        var dimension = DimensionCatalogue.Embedded[filter.Dimension];
        if (filter.Values.Count == 0)
            throw new MetricQueryException($"The filter on {dimension.Id} names no value.");
        var expression = Expression(dimension.Id);
        var parts = new List<string>();
        foreach (var value in filter.Values.Where(v => v is not null))
            if (dimension is { IsTime: true, Type: DimensionType.Text })
                parts.Add($"({Within(null, PeriodOf(dimension, value!))})");
        if (parts.Count == 0 && filter.Values.Where(v => v is not null).Select(v => Bind(Code(dimension, v!))).ToList() is { Count: > 0 } bound)
        {
            var list = string.Join(", ", bound);
            parts.Add(dimension.Id == "org_tree"
                ? $"{expression} IN (SELECT od.code FROM org_descendant AS od WHERE od.ancestor IN ({list}))"
                : $"{expression} IN ({list})");
        }
        if (filter.Values.Contains(null))
            parts.Add($"{expression} IS NULL");
        return parts.Count == 1 ? parts[0] : $"({string.Join(" OR ", parts)})";
    }

    private static Period PeriodOf(Dimension dimension, string value)
    {
        try { return Period.Parse(value); }
        catch (FormatException e) { throw new MetricQueryException($"Filter on {dimension.Id}: {e.Message}"); }
    }

    private static object Code(Dimension dimension, string value) => dimension.Type switch
    {
        DimensionType.Integer => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number : throw new MetricQueryException($"The filter on {dimension.Id} takes whole numbers, not \"{value}\"."),
        DimensionType.Boolean => bool.TryParse(value, out var yes)
            ? yes : throw new MetricQueryException($"The filter on {dimension.Id} takes true or false, not \"{value}\"."),
        _ => value,
    };

    private string Bind(object value)
    {
        var name = $"p{_arguments.Count + 1}";
        _arguments.Add(name, value);
        return _prefix + name;
    }

    /// <summary>One of the engine's own templates (<c>analytics/engine/*.sql</c>) with its placeholders filled.</summary>
    internal static string Text(string template, params (string Name, string Value)[] values) => Fill(
        Sql.Load(typeof(MetricSql), $"engine/{template}.sql"), values.ToDictionary(v => v.Name, v => v.Value), _ => "");

    private static string Fill(string template, Dictionary<string, string> values, Func<string?, string> period) =>
        Placeholder().Replace(template, match =>
        {
            var name = match.Groups["name"].Value;
            if (name == "period")
                return period(match.Groups["column"] is { Success: true } column ? column.Value : null);
            return values.TryGetValue(name, out var value)
                ? value
                : throw new InvalidOperationException($"The placeholder {{{name}}} is not one of {string.Join(", ", values.Keys)}, period.");
        });

    [GeneratedRegex(@"\{(?<name>[a-z]+)(?::(?<column>[a-z]+\.[a-z_]+))?\}")]
    private static partial Regex Placeholder();
}
