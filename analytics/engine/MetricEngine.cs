using System.Collections.Concurrent;
using System.Globalization;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics;

/// <summary>Answers metric questions over one database.</summary>
public sealed class MetricEngine : IMetricEngine
{
    private const int MostRecords = 10_000;

    /// <summary>People with fewer records are never put in an order (DOMAIN §3.7).</summary>
    private const int StaffFewest = 30;

    private readonly bool _useRollups;
    private readonly IMetricSource _source;
    private readonly DimensionLabels _labels;
    private readonly PeerComparison _peers;
    private readonly ConcurrentDictionary<(string Model, string Time), DateOnly?> _firstDays = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Rollup>> _rollups = new(StringComparer.Ordinal);

    /// <summary>An engine over a database that holds the models of <see cref="AnalyticsScripts"/>.</summary>
    /// <param name="source">The database.</param>
    /// <param name="catalogue">The metrics; null for the program's own.</param>
    /// <param name="useRollups">False works every figure out from the single records, for checking.</param>
    public MetricEngine(IMetricSource source, MetricCatalogue? catalogue = null, bool useRollups = true)
    {
        _useRollups = useRollups;
        _source = source;
        _labels = new(source);
        _peers = new(source);
        Catalogue = catalogue ?? MetricCatalogue.Embedded;
    }

    /// <inheritdoc />
    public MetricCatalogue Catalogue { get; }

    /// <inheritdoc />
    public MetricResult Run(MetricQuery query, CancellationToken cancellation = default) =>
        Answer(query, (metric, asked, period) => Figures(metric, asked, period, cancellation), cancellation);

    /// <inheritdoc />
    public IReadOnlyList<MetricResult> RunAll(IReadOnlyList<MetricQuery> queries, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var batch = new MetricBatch(_source, Rollups(cancellation));
        foreach (var query in queries)
        {
            var metric = Checked(query);
            var period = HasPeriod(metric) ? query.Period : Period.All;
            batch.Add(metric, query, period);
            foreach (var kind in query.Compare.Where(Comparison.IsOfTime))
                batch.Add(metric, query, Comparison.Of(kind, period));
        }
        batch.Run(cancellation);
        return [.. queries.Select(q => Answer(q, (metric, asked, period) =>
            batch.Find(metric, asked, period)?.Select(cells => Row(metric, asked.By, cells)).ToList() ?? Figures(metric, asked, period, cancellation), cancellation))];
    }

    private MetricResult Answer(
        MetricQuery query, Func<MetricDefinition, MetricQuery, Period, List<MetricRow>> figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var metric = Checked(query);
        var period = HasPeriod(metric) ? query.Period : Period.All;
        var rows = figures(metric, query, period);
        rows = Comparisons.Add(rows, metric, query, period, then => figures(metric, query, then),
            then => FirstDay(metric, cancellation) is { } first && then.From >= first,
            now => _peers.Beside(now, metric, query, period, (wide, at) => figures(metric, wide, at), cancellation));
        var fewest = query.By.Contains("staff") ? StaffFewest : 0;
        if (query.Ranking is { } ranking)
            rows = Ranker.Rank(rows, metric, ranking with { MinN = Math.Max(ranking.MinN, fewest) });
        rows = Order(rows, metric, query, fewest).Where(r => query.By.Count == 0 || r.N >= query.MinN).Take(query.Limit ?? int.MaxValue).ToList();
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
            MetricAggregate.Composite => ["part1", "whole1", "part2", "whole2", "part3", "whole3"],
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
        foreach (var kind in query.Compare)
        {
            if (kind == Comparison.Target)
                TargetComparison.Check(metric);
            else if (kind == Comparison.Peers)
                _ = PeerComparison.UnitOf(query);
            else if (!HasPeriod(metric))
                throw new MetricQueryException($"{metric.Id} speaks of the present state and has no other time to be compared with.");
            _ = Comparison.Of(kind, query.Period);
        }
        return metric;
    }

    /// <summary>The first day the metric's model has a record of; a period that begins before it was not wholly observed.</summary>
    private DateOnly? FirstDay(MetricDefinition metric, CancellationToken cancellation) => metric.Time is not { } time ? null
        : _firstDays.GetOrAdd((metric.Model, time), _ =>
        {
            var rollup = Rollups(cancellation).FirstOrDefault(r => !r.OfValues && r.Model == metric.Model && r.Time == time);
            var sql = Sql.Load(typeof(MetricEngine), "engine.first_day.sql").Replace("{time}", rollup is null ? time : "day", StringComparison.Ordinal)
                .Replace("{model}", rollup?.Id ?? metric.Model, StringComparison.Ordinal);
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
        var batch = new MetricBatch(_source, Rollups(cancellation));
        batch.Add(metric, query, period);
        batch.Run(cancellation);
        return [.. batch.Find(metric, query, period)!.Select(cells => Row(metric, query.By, cells))];
    }

    /// <summary>The rollups that the snapshot holds and that were made from the definitions of this program.</summary>
    private IReadOnlyList<Rollup> Rollups(CancellationToken cancellation) => !_useRollups ? [] : _rollups.GetOrAdd(_source.Snapshot, _ =>
    {
        var nothing = new Dictionary<string, object?>();
        if (_source.Query(Sql.Load(typeof(MetricEngine), "engine.rollup_table.sql"), nothing, cancellation).Count == 0)
            return [];
        var there = _source.Query(Sql.Load(typeof(MetricEngine), "engine.rollups_there.sql"), nothing, cancellation).Select(r => (r[0] as string, r[1] as string)).ToHashSet();
        return [.. Rollup.All.Where(r => there.Contains((r.Id, r.Definition)))];
    });

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

    private static IEnumerable<MetricRow> Order(List<MetricRow> rows, MetricDefinition metric, MetricQuery query, int fewest)
    {
        if (fewest > 0 && query.Order is not (MetricOrder.Dimension or MetricOrder.NDescending))
        {
            var unplaced = rows.Where(r => r.N < fewest).Select(r => r with { Note = $"n < {fewest}" }).ToList();
            return [.. Order([.. rows.Where(r => r.N >= fewest)], metric, query, 0), .. Order(unplaced, metric, query with { Order = MetricOrder.Dimension, Ranking = null }, 0)];
        }
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
