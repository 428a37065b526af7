using System.Collections.Concurrent;
using System.Globalization;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics;

/// <summary>Answers metric questions over one database.</summary>
public sealed class MetricEngine : IMetricEngine
{
    private const int MostRecords = 10_000;
    private readonly IMetricSource _source;
    private readonly DimensionLabels _labels;
    private readonly ConcurrentDictionary<(string Model, string Time), DateOnly?> _firstDays = new();

    /// <summary>An engine over a database that holds the models of <see cref="AnalyticsScripts"/>.</summary>
    /// <param name="source">The database.</param>
    /// <param name="catalogue">The metrics; null for the program's own.</param>
    public MetricEngine(IMetricSource source, MetricCatalogue? catalogue = null)
    {
        _source = source;
        _labels = new(source);
        Catalogue = catalogue ?? MetricCatalogue.Embedded;
    }

    /// <inheritdoc />
    public MetricCatalogue Catalogue { get; }

    /// <inheritdoc />
    public MetricResult Run(MetricQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var metric = Checked(query);
        var period = HasPeriod(metric) ? query.Period : Period.All;
        var rows = Figures(metric, query, period, cancellation);
        rows = Comparisons.Add(rows, metric, query, period, then => Figures(metric, query, then, cancellation),
            then => FirstDay(metric, cancellation) is { } first && then.From >= first);
        if (query.Ranking is { } ranking)
            rows = Ranker.Rank(rows, metric, ranking);
        rows = Order(rows, metric, query).Where(r => query.By.Count == 0 || r.N >= query.MinN).Take(query.Limit ?? int.MaxValue).ToList();
        return new(metric.Id, metric.Unit, period, _source.Snapshot, query.By, _labels.Name(rows, cancellation));
    }

    /// <inheritdoc />
    public MetricRecords Records(MetricQuery query, long offset = 0, int limit = 100, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var metric = Checked(query);
        var one = query with { By = [], Compare = [], Ranking = null, Limit = null, MinN = 0 };
        var total = Figures(metric, one, one.Period, cancellation)[0].N;
        var page = MetricSql.Page(metric, one, offset, Math.Min(limit, MostRecords), _source.ParameterPrefix);
        var rows = _source.Query(page.Text, page.Arguments, cancellation);
        string[] measures = metric.Aggregate switch
        {
            MetricAggregate.Share => ["part"],
            MetricAggregate.Ratio => ["part", "whole"],
            _ => ["x"],
        };
        return new(metric.Id, metric.Model, [.. MetricSql.RecordColumns(metric), .. measures],
            [.. rows.Select(r => (IReadOnlyList<object?>)[.. r.Select(Cell)])], total, offset);
    }

    private MetricDefinition Checked(MetricQuery query)
    {
        var metric = Catalogue[query.Metric];
        if (query.By.Distinct(StringComparer.Ordinal).Count() != query.By.Count)
            throw new MetricQueryException($"A dimension is named twice: {string.Join(", ", query.By)}.");
        if (query.Period is { From: { } from, To: { } to } && from >= to)
            throw new MetricQueryException($"The period {query.Period} is empty: its end is the day after its last.");
        if (query.Compare.Count > 0 && !HasPeriod(metric))
            throw new MetricQueryException($"{metric.Id} speaks of the present state and has no other time to be compared with.");
        foreach (var comparison in query.Compare)
            _ = Comparison.Of(comparison, query.Period);
        return metric;
    }

    /// <summary>The first day the metric's model has a record of; a period that begins before it was not wholly observed.</summary>
    private DateOnly? FirstDay(MetricDefinition metric, CancellationToken cancellation) => metric.Time is not { } time ? null
        : _firstDays.GetOrAdd((metric.Model, time), _ =>
        {
            var sql = Sql.Load(typeof(MetricEngine), "engine.first_day.sql").Replace("{time}", time, StringComparison.Ordinal)
                .Replace("{model}", metric.Model, StringComparison.Ordinal);
            return _source.Query(sql, new Dictionary<string, object?>(), cancellation)[0][0] switch
            {
                DateOnly day => day,
                DateTime at => DateOnly.FromDateTime(at),
                _ => null,
            };
        });

    private static bool HasPeriod(MetricDefinition metric) => metric.Rows.Contains("{period", StringComparison.Ordinal);

    private List<MetricRow> Figures(MetricDefinition metric, MetricQuery query, Period period, CancellationToken cancellation)
    {
        var sql = MetricSql.Figures(metric, query, period, _source.ParameterPrefix);
        return [.. _source.Query(sql.Text, sql.Arguments, cancellation).Select(r => Row(metric, query.By, r))];
    }

    private static MetricRow Row(MetricDefinition metric, IReadOnlyList<string> by, object?[] cells)
    {
        var at = by.Select((id, i) => Place(id, cells[i])).ToArray();
        double? numerator = Number(cells[by.Count]), denominator = Number(cells[by.Count + 1]);
        var value = Number(cells[by.Count + 2]);
        var n = Convert.ToInt64(cells[by.Count + 3], CultureInfo.InvariantCulture);
        Interval? interval = metric.Aggregate == MetricAggregate.Share && n > 0
            ? Proportion.Wilson(numerator!.Value, denominator!.Value) : null;
        return new(at, value, n, numerator, denominator, interval?.Low * metric.Scale, interval?.High * metric.Scale);
    }

    private static DimensionValue Place(string id, object? cell)
    {
        var code = DimensionCode.Text(id, cell);
        return new(id, code, code ?? "", code ?? "");
    }

    private static double? Number(object? cell) => cell is null ? null : Convert.ToDouble(cell, CultureInfo.InvariantCulture);

    private static object? Cell(object? cell) => cell switch
    {
        null or string or long or double or bool or DateTime => cell,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        decimal or float => Convert.ToDouble(cell, CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint => Convert.ToInt64(cell, CultureInfo.InvariantCulture),
        System.Numerics.BigInteger big => (long)big,
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
    };

    private static IEnumerable<MetricRow> Order(List<MetricRow> rows, MetricDefinition metric, MetricQuery query)
    {
        var lowerIsWorse = metric.Direction == MetricDirection.Higher;
        var order = query.Ranking is not null && query.Order == MetricOrder.Dimension ? MetricOrder.BestFirst : query.Order;
        double Key(MetricRow row) => (row.Shrunk ?? row.Value)!.Value;
        var byValue = rows.OrderBy(r => r.Value is null);
        var byRank = query.Ranking is null ? byValue : byValue.ThenBy(r => r.Rank is null);
        var sorted = order switch
        {
            MetricOrder.Dimension => rows.OrderBy(_ => 0),
            MetricOrder.ValueDescending => byValue.ThenByDescending(r => r.Value),
            MetricOrder.ValueAscending => byValue.ThenBy(r => r.Value),
            MetricOrder.NDescending => rows.OrderByDescending(r => r.N),
            MetricOrder.WorstFirst => byRank.ThenBy(r => r.Value is null ? 0 : lowerIsWorse ? Key(r) : -Key(r)),
            _ => byRank.ThenBy(r => r.Value is null ? 0 : lowerIsWorse ? -Key(r) : Key(r)),
        };
        for (var i = 0; i < query.By.Count; i++)
        {
            var at = i;
            sorted = sorted.ThenBy(r => r.Dimensions[at].Code is null).ThenBy(r => r.Dimensions[at].Code, StringComparer.Ordinal);
        }
        return sorted;
    }
}
