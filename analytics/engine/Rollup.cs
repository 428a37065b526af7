using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics;

/// <summary>
/// Sums of one model by day and a few dimensions, made once when a snapshot is published, for questions that need no single record. It is
/// written from the metrics' own files: what a metric counts, leaves out and adds up is said in one place. A rollup of values keeps, instead of
/// sums, how often each value occurs, which is enough for exact quantiles.
/// </summary>
internal sealed partial class Rollup
{
    private readonly ModelDefinition _model;
    private readonly Dictionary<string, (MetricDefinition Metric, MetricShape Shape)> _metrics;
    private readonly List<string> _conditions;

    private Rollup(string id, ModelDefinition model, string time, IReadOnlyList<string> dimensions, bool ofValues, IEnumerable<(MetricDefinition Metric, MetricShape Shape)> metrics)
    {
        (Id, _model, Time, OfValues) = (id, model, time, ofValues);
        _metrics = metrics.ToDictionary(m => m.Metric.Id, StringComparer.Ordinal);
        _conditions = [.. _metrics.Values.Select(m => m.Shape.Condition).Distinct(StringComparer.Ordinal)];
        Read = new ModelDefinition
        {
            Id = id, SaysZh = "", SaysEn = "", Sql = "",
            Times = new Dictionary<string, TimeColumn> { ["day"] = new(IsDate: true, Clock: null) },
            Dimensions = Offered(model, dimensions),
        };
        Script = Create(dimensions);
        Definition = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))[..16];
    }

    /// <summary>The table's name.</summary>
    internal string Id { get; }

    /// <summary>The model it sums up.</summary>
    internal string Model => _model.Id;

    /// <summary>The model's column whose days it is cut by.</summary>
    internal string Time { get; }

    /// <summary>True where it keeps how often each value occurs, for quantiles.</summary>
    internal bool OfValues { get; }

    /// <summary>The table as a model: time <c>day</c>, the dimensions that its columns answer.</summary>
    internal ModelDefinition Read { get; }

    /// <summary>The statement that makes it.</summary>
    internal string Script { get; }

    /// <summary>Stands for the statement: another definition of a metric or model is another rollup.</summary>
    internal string Definition { get; }

    internal IEnumerable<MetricDefinition> Metrics => _metrics.Values.Select(m => m.Metric);

    /// <summary>Every rollup that the models declare.</summary>
    internal static IReadOnlyList<Rollup> All { get; } = [.. ModelCatalogue.Embedded.InOrder.SelectMany(Of)];

    /// <summary>True where the question can be answered from it alone.</summary>
    internal bool Answers(MetricDefinition metric, MetricQuery query)
    {
        bool Known(string id) => Read.Dimensions.ContainsKey(id) || DimensionCatalogue.Embedded[id] is { IsTime: true } && id != "hour";
        return _metrics.TryGetValue(metric.Id, out var own) && own.Metric.Rows == metric.Rows && own.Metric.Aggregate == metric.Aggregate
            && query.By.All(Known) && query.Where.All(w => Known(w.Dimension));
    }

    /// <summary>The metric as one of the rollup's: the engine asks it like any other.</summary>
    internal MetricDefinition Reading(MetricDefinition metric) => metric with
    {
        Model = Id,
        Time = "day",
        Joins = [],
        Dimensions = [.. Read.Dimensions.Keys],
        Rows = RowsOf([metric]),
    };

    /// <summary>The rows of several of its metrics.</summary>
    internal string RowsOf(IEnumerable<MetricDefinition> metrics) => Sql.Load(typeof(Rollup), "engine/rollup_rows.sql")
        .Replace("{columns}", string.Join(", ", metrics.SelectMany(m => Columns(m.Id))), StringComparison.Ordinal).Replace("{id}", Id, StringComparison.Ordinal);

    private IEnumerable<string> Columns(string metric) => OfValues ? ["f.x AS x", "f.n AS n"]
        : Sums(_metrics[metric]).Select(s => s.Over.Length == 0 ? $"f.{s.Name} AS {metric}__n" : $"f.{s.Name}");

    /// <summary>An aggregate of records rewritten for their sums; <c>{at}</c> is what stands before a column's name.</summary>
    internal static string OverSums(string aggregate) => Everything().Replace(aggregate, match => match.Groups["function"].Value switch
    {
        "count(*)" => "CAST(COALESCE(sum({at}n), 0) AS BIGINT)",
        "avg(CAST({at}x AS DOUBLE PRECISION))" => "sum({at}x) / NULLIF(CAST(sum({at}k) AS DOUBLE PRECISION), 0)",
        var other => other,
    });

    private static IEnumerable<Rollup> Of(ModelDefinition model)
    {
        foreach (var (number, declared) in model.Rollups.Index())
        {
            var metrics = MetricCatalogue.Embedded.All.Where(m => m.Model == model.Id && m.Time == declared.Time)
                .Select(m => (Metric: m, Shape: MetricShape.Of(m))).Where(m => m.Shape is not null).Select(m => (m.Metric, Shape: m.Shape!)).ToList();
            if (!declared.Values)
                yield return new($"rollup_{model.Id}_{number + 1}", model, declared.Time, declared.Dimensions, false, metrics.Where(m => IsSum(m.Metric.Aggregate)));
            else
                foreach (var shared in metrics.Where(m => IsQuantile(m.Metric.Aggregate)).GroupBy(m => $"{m.Shape.Condition}|{m.Shape.Measures[0].Expression}|{string.Join(',', m.Metric.Joins)}"))
                    yield return new($"rollup_{shared.First().Metric.Id}_values", model, declared.Time, declared.Dimensions, true, shared);
        }
    }

    // Not among them: numbers of different things, which do not add up.
    private static bool IsSum(MetricAggregate aggregate) => aggregate is MetricAggregate.Count or MetricAggregate.Sum or MetricAggregate.Share
        or MetricAggregate.Ratio or MetricAggregate.Mean or MetricAggregate.Max or MetricAggregate.Composite;

    internal static bool IsQuantile(MetricAggregate aggregate) => aggregate is MetricAggregate.Median or MetricAggregate.P90 or MetricAggregate.P95;

    // Metrics of the same records share their number.
    private IEnumerable<(string Name, string Over, string Function)> Sums((MetricDefinition Metric, MetricShape Shape) of)
    {
        var id = of.Metric.Id;
        yield return (string.Create(CultureInfo.InvariantCulture, $"n{_conditions.IndexOf(of.Shape.Condition)}"), "", "count(*)");
        if (of.Metric.Aggregate == MetricAggregate.Count)
            yield break;
        foreach (var measure in of.Shape.Measures)
            yield return ($"{id}__{measure.Name}", measure.Name, of.Metric.Aggregate == MetricAggregate.Max ? "max" : "sum");
        if (of.Metric.Aggregate == MetricAggregate.Mean)
            yield return ($"{id}__k", "x", "count");
    }

    private string Create(IReadOnlyList<string> dimensions)
    {
        var metrics = _metrics.Values.ToList();
        var joins = dimensions.SelectMany(d => _model.Dimensions.TryGetValue(d, out var found) ? found.Joins : []).Concat(metrics.SelectMany(m => m.Metric.Joins)).ToHashSet(StringComparer.Ordinal);
        var day = _model.Times[Time].IsDate ? $"f.{Time}" : $"CAST(f.{Time} AS DATE)";
        var cut = dimensions.Select(d => $"{Expression(d)} AS {d}").Prepend($"{day} AS day").ToList();
        var columns = OfValues
            ? cut.Append($"{metrics[0].Shape.Measures[0].Expression} AS x")
            : cut.Concat(_conditions.Select((c, i) => $"({c}) AS c{i}")).Concat(metrics.SelectMany((m, i) => m.Shape.Measures.Select(p => $"{p.Expression} AS m{i}_{p.Name}")));
        var rows = Sql.Load(typeof(Rollup), "engine/rows_together.sql").Replace("{dimensions} {measures}", string.Join(", ", columns), StringComparison.Ordinal)
            .Replace("{model}", _model.Id, StringComparison.Ordinal)
            .Replace("{joins}", string.Join(' ', _model.Joins.Where(j => joins.Contains(j.Key)).Select(j => j.Value)), StringComparison.Ordinal)
            .Replace("{condition} AND {period} AND {filters}", (OfValues ? $"({_conditions[0]}) AND " : "") + $"f.{Time} IS NOT NULL", StringComparison.Ordinal);
        string Sum(int at, string over, string function)
        {
            var where = metrics[at].Shape.Condition == "TRUE" ? "" : $" FILTER (WHERE r.c{_conditions.IndexOf(metrics[at].Shape.Condition)})";
            var sum = function switch { "count(*)" => "count(*)", "sum" => $"sum(r.m{at}_{over})", _ => $"{function}(r.m{at}_{over})" };
            return function is "sum" or "max" ? $"CAST({sum}{where} AS DOUBLE PRECISION)" : sum + where;
        }
        var sums = OfValues ? ["count(*) AS n"] : metrics.SelectMany((m, i) => Sums(m).Select(s => $"{Sum(i, s.Over, s.Function)} AS {s.Name}")).Distinct(StringComparer.Ordinal);
        var keys = dimensions.Prepend("day").Concat(OfValues ? ["x"] : []).Select(d => $"r.{d}").ToList();
        return MetricSql.Text("create_rollup", ("id", Id), ("keys", string.Join(", ", keys)), ("sums", string.Join(", ", sums)), ("rows", rows));
    }

    private string Expression(string dimension) => _model.Dimensions.TryGetValue(dimension, out var found) ? found.Sql
        : _model.Times[Time] is { } column && dimension == "hour" ? string.Create(CultureInfo.InvariantCulture, $"CAST(EXTRACT(hour FROM f.{column.Clock ?? Time}) AS INTEGER)")
        : throw new InvalidOperationException($"analytics/models/{_model.Id}.yaml: the rollup's dimension {dimension} is no dimension of the model.");

    // A dimension is answered where nothing but the rollup's own columns is needed to work it out: a county from an area, a tree of orgs from an org.
    private static Dictionary<string, ModelDimension> Offered(ModelDefinition model, IReadOnlyList<string> dimensions)
    {
        var offered = new Dictionary<string, ModelDimension>(StringComparer.Ordinal);
        foreach (var (id, dimension) in model.Dimensions)
        {
            var expression = dimension.Sql;
            foreach (var own in dimensions.Where(model.Dimensions.ContainsKey))
                expression = Regex.Replace(expression, Regex.Escape(model.Dimensions[own].Sql) + "(?![a-z_])", $"\u0001{own}");
            if (!Foreign().IsMatch(expression))
                offered[id] = new(expression.Replace("\u0001", "f.", StringComparison.Ordinal), []);
        }
        if (dimensions.Contains("hour"))
            offered["hour"] = new("f.hour", []);
        return offered;
    }

    [GeneratedRegex(@"(?<function>count\(\*\)|avg\(CAST\(\{at\}x AS DOUBLE PRECISION\)\)|(sum|max)\(\{at\}[a-z]+[1-3]?\))\{where\}")]
    private static partial Regex Everything();

    [GeneratedRegex(@"\b[a-z_]+\.[a-z_]+")]
    private static partial Regex Foreign();
}
