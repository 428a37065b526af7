using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics;

/// <summary>
/// The figures of several questions. What a rollup of the snapshot answers is asked there, all metrics of one cut, filter and period at once; of
/// the rest, those of one model, time, join, cut, filter and period by one reading of the facts. A metric whose rows are written in another
/// shape than <see cref="MetricShape"/> is asked by itself. Readings run on all cores.
/// </summary>
internal sealed class MetricBatch(IMetricSource source, IReadOnlyList<Rollup> rollups)
{
    private readonly Dictionary<string, Dictionary<string, Wanted>> _readings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<object?[]>> _found = new(StringComparer.Ordinal);

    private sealed record Wanted(MetricDefinition Metric, MetricQuery Query, Period Period, MetricShape? Shape, Rollup? Rollup);

    internal void Add(MetricDefinition metric, MetricQuery query, Period period)
    {
        var rollup = rollups.FirstOrDefault(r => r.Answers(metric, query));
        var shape = rollup is null ? MetricShape.Of(metric) : null;
        var facts = rollup is not null ? rollup.Id + (rollup.OfValues ? "|" + metric.Id : "")
            : shape is null ? metric.Id : $"{metric.Model}|{metric.Time}|{string.Join(',', metric.Joins.Order(StringComparer.Ordinal))}";
        var reading = $"{facts}|{Asked(query, period)}";
        if (!_readings.TryGetValue(reading, out var wanted))
            _readings[reading] = wanted = new(StringComparer.Ordinal);
        wanted[metric.Id] = new(metric, query, period, shape, rollup);
    }

    internal void Run(CancellationToken cancellation)
    {
        List<Wanted>[] readings = [.. _readings.Values.Select(w => w.Values.ToList())];
        if (readings.Length == 1)
        {
            Read(readings[0], cancellation);
            return;
        }
        try
        {
            Parallel.ForEach(readings, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, r => Read(r, cancellation));
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions is [var first, ..])
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }

    internal IReadOnlyList<object?[]>? Find(MetricDefinition metric, MetricQuery query, Period period) =>
        _found.GetValueOrDefault(Key(metric, query, period));

    private void Read(List<Wanted> wanted, CancellationToken cancellation)
    {
        var (metric, query, period, _, rollup) = wanted[0];
        var sql = rollup is { OfValues: true } ? MetricSql.QuantileOfValues(rollup, metric, query, period, source.ParameterPrefix)
            : rollup is not null ? OfSums(wanted, rollup)
            : wanted.Count > 1 ? OfRecords(wanted)
            : MetricSql.Figures(metric, query, period, source.ParameterPrefix);
        var rows = source.Query(sql.Text, sql.Arguments, cancellation);
        var cut = query.By.Count;
        // A group that another metric of the reading has rows of is no group of this one.
        var shared = wanted.Count > 1 || rollup is not null;
        for (var i = 0; i < wanted.Count; i++)
        {
            var at = cut + 4 * i;
            _found[Key(wanted[i].Metric, query, period)] = [.. rows
                .Where(r => cut == 0 || !shared || Convert.ToInt64(r[at + 3], CultureInfo.InvariantCulture) > 0)
                .Select(r => (object?[])[.. r[..cut], .. r[at..(at + 4)]])];
        }
    }

    private BoundSql OfSums(List<Wanted> wanted, Rollup rollup)
    {
        var (first, query, period, _, _) = wanted[0];
        var reading = rollup.Reading(first) with { Rows = rollup.RowsOf(wanted.Select(w => w.Metric)) };
        var columns = string.Join(", ", wanted.Select((w, i) => MetricSql.ColumnsOfSums(w.Metric, i)));
        return MetricSql.Together(reading, columns, query, period, source.ParameterPrefix, rollup.Read);
    }

    private BoundSql OfRecords(List<Wanted> wanted)
    {
        var (first, query, period, _, _) = wanted[0];
        var conditions = wanted.Select(w => w.Shape!.Condition).Distinct(StringComparer.Ordinal).ToList();
        var shared = conditions.Count == 1;
        string Where(string condition) => shared || condition == "TRUE" ? "" : $" FILTER (WHERE r.c{conditions.IndexOf(condition)})";
        var inner = (shared ? [] : conditions.Select((c, i) => $"({c}) AS c{i}"))
            .Concat(wanted.SelectMany((w, i) => w.Shape!.Measures.Select(m => $"{m.Expression} AS m{i}_{m.Name}")));
        var reading = first with
        {
            Rows = Sql.Load(typeof(MetricBatch), "engine/rows_together.sql").Replace("{measures}", string.Join(", ", inner), StringComparison.Ordinal)
                .Replace("{model}", first.Model, StringComparison.Ordinal).Replace("{condition}", shared ? conditions[0] : "TRUE", StringComparison.Ordinal),
        };
        var columns = string.Join(", ", wanted.Select((w, i) => MetricSql.Columns(w.Metric, i, Where(w.Shape!.Condition))));
        return MetricSql.Together(reading, columns, query, period, source.ParameterPrefix);
    }

    private static string Key(MetricDefinition metric, MetricQuery query, Period period) => $"{metric.Id}|{Asked(query, period)}";

    private static string Asked(MetricQuery query, Period period) => string.Join('\u001e', query.By) + "|"
        + string.Join('\u001e', query.Where.Select(w => w.Dimension + "=" + string.Join('\u001f', w.Values.Select(v => v ?? "\u0000")))) + "|" + period;
}
