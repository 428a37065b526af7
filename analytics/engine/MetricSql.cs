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

    private MetricSql(MetricDefinition metric, string prefix, ModelDefinition? model = null)
    {
        (_metric, _prefix) = (metric, prefix);
        _model = model ?? ModelCatalogue.Embedded[metric.Model];
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

    /// <summary>The query of the figures of several metrics that read the same rows of one model: d1 … dn, then four columns each.</summary>
    internal static BoundSql Together(MetricDefinition reading, string columns, MetricQuery query, Period period, string prefix, ModelDefinition? model = null)
    {
        var sql = new MetricSql(reading, prefix, model);
        var cut = string.Concat(query.By.Select((id, i) => $"{sql.Dimension(id)} AS d{i + 1}, "));
        var rows = sql.Rows(cut, query.Where, period);
        var keys = string.Concat(query.By.Select((_, i) => $"r.d{i + 1}, "));
        return new(Text("figures_together", ("keys", keys), ("columns", columns), ("rows", rows), ("group", Grouping(query.By.Count))), sql._arguments);
    }

    /// <summary>The query of a quantile from a rollup of values.</summary>
    internal static BoundSql QuantileOfValues(Rollup rollup, MetricDefinition metric, MetricQuery query, Period period, string prefix)
    {
        var sql = new MetricSql(rollup.Reading(metric), prefix, rollup.Read);
        var cut = string.Concat(query.By.Select((id, i) => $"{sql.Dimension(id)} AS d{i + 1}, "));
        var rows = sql.Rows(cut, query.Where, period);
        string Keys(string at) => string.Concat(query.By.Select((_, i) => $"{at}.d{i + 1}, "));
        return new(Text("quantile_of_values", ("keys", Keys("q")), ("keyed", Keys("v")), ("counted", Keys("c")), ("cut", Keys("r")), ("rows", rows),
            ("partition", query.By.Count == 0 ? "" : $"PARTITION BY {Keys("c")[..^2]} "), ("group", query.By.Count == 0 ? "" : $"GROUP BY {Keys("q")[..^2]}"),
            ("fraction", metric.Aggregate switch { MetricAggregate.Median => "0.5", MetricAggregate.P90 => "0.9", _ => "0.95" })), sql._arguments);
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

    internal static string Aggregate(MetricDefinition metric, string rows, string keys, int count) => Fill(AggregateFile(metric), new(Weights(metric))
    {
        ["keys"] = keys,
        ["rows"] = rows,
        ["group"] = Grouping(count),
        ["at"] = "r.",
        ["where"] = "",
    }, _ => "");

    /// <summary>The four columns of a metric among others of the same reading, named <c>numerator_3</c> and so on.</summary>
    internal static string Columns(MetricDefinition metric, int number, string where) => Fill(OwnColumns(metric, number),
        new(Weights(metric)) { ["at"] = $"r.m{number}_", ["where"] = where }, _ => "");

    /// <summary>The same from the sums of a rollup.</summary>
    internal static string ColumnsOfSums(MetricDefinition metric, int number) => Fill(Rollup.OverSums(OwnColumns(metric, number)),
        new(Weights(metric)) { ["at"] = $"r.{metric.Id}__" }, _ => "");

    private static string OwnColumns(MetricDefinition metric, int number)
    {
        var template = AggregateFile(metric);
        var from = template.IndexOf("{keys}", StringComparison.Ordinal) + "{keys}".Length;
        var columns = template[from..template.LastIndexOf("FROM ({rows})", StringComparison.Ordinal)];
        return OutputName().Replace(columns, match => $" AS {match.Groups["name"].Value}_{number}");
    }

    internal static string Grouping(int count) =>
        count == 0 ? "" : $"GROUP BY {string.Join(", ", Enumerable.Range(1, count).Select(i => $"r.d{i}"))}";

    private static string AggregateFile(MetricDefinition metric) =>
        Sql.Load(typeof(MetricSql), $"metrics/aggregates/{metric.Aggregate.ToString().ToLowerInvariant()}.sql");

    private static Dictionary<string, string> Weights(MetricDefinition metric)
    {
        var values = new Dictionary<string, string> { ["scale"] = metric.Scale.ToString("R", CultureInfo.InvariantCulture) };
        for (var i = 0; i < metric.Weights.Count; i++)
            values[$"weight{i + 1}"] = metric.Weights[i].ToString("R", CultureInfo.InvariantCulture);
        return values;
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

    [GeneratedRegex(@" AS (?<name>numerator|denominator|value|n)\b")]
    private static partial Regex OutputName();

    [GeneratedRegex(@"\{(?<name>[a-z]+[0-9]?)(?::(?<column>[a-z]+\.[a-z_]+))?\}")]
    private static partial Regex Placeholder();
}
