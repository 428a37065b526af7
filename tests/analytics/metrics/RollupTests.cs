using System.Globalization;
using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Tests;

/// <summary>What the rollups of a snapshot answer is what its single records give: value, n, numerator, denominator, groups.</summary>
public class RollupTests
{
    private static readonly string[] Summed = ["review_clean", "visit_clean", "ticket_clean"];

    [Fact]
    public void A_rollup_gives_what_the_records_of_the_city_give_for_every_metric_and_cut()
    {
        using var folder = new TempFolder();
        var (data, lastDay) = SmallCity.Make(folder);
        var asked = Same(data, new Period(lastDay.AddDays(-16), lastDay.AddDays(1)));
        Assert.True(asked.Rolled > 100, $"{asked.Rolled} statements of {asked.All} asked a rollup");
    }

    [Fact]
    public void Missing_values_fractions_and_empty_groups_are_no_exception()
    {
        using var folder = new TempFolder();
        using (var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System))
        {
            using (var session = warehouse.OpenSession())
                session.Execute(
                    Facts.Insert("visit", Enumerable.Range(0, 90).Select(i => Row(
                        ("number", $"{i}"), ("hall_code", i % 4 == 0 ? null! : $"H{i % 3}"), ("org_code", i % 5 == 0 ? null : $"O{i % 2}"), ("visit_date", $"2026-11-{10 + i % 17}"),
                        ("wait_s", i % 6 == 0 ? null : i * 12.34), ("handle_s", i % 7 == 0 ? null : i / 3.0), ("outcome", i % 11 == 0 ? "NO_SHOW" : i % 13 == 0 ? "VOID" : "SERVED"),
                        ("taken_at", i % 9 == 0 ? null : $"2026-11-{10 + i % 17} {9 + i % 8:00}:00:00"), ("is_forwarded", i % 8 == 0), ("seq", 1 + i % 2))).Where(r => r["hall_code"] is not null))
                    + Facts.Insert("ticket", Enumerable.Range(0, 60).Select(i => Row(
                        ("ticket_no", $"{i}"), ("org_code", i % 4 == 0 ? null : $"O{i % 3}"), ("area_code", i % 3 == 0 ? null : "990102003004"), ("kind", i % 5 == 0 ? "HOTLINE" : "MATTER"),
                        ("applied_at", i % 17 == 0 ? null : $"2026-11-{10 + i % 9} 23:59:59"), ("due_at", i % 3 == 0 ? null : "2026-11-20 12:00:00"), ("closed_at", i % 7 == 0 ? null : $"2026-11-{12 + i % 14} 00:00:00"),
                        ("suspended_s", i * 100))))
                    + Facts.Insert("review", Enumerable.Range(0, 80).Select(i => Row(
                        ("review_no", $"{i}"), ("level", 1 + i % 5), ("is_default", i % 3 == 0), ("org_code", i % 6 == 0 ? null : $"O{i % 3}"), ("hall_code", i % 2 == 0 ? null : "H1"),
                        ("ticket_source", "t"), ("ticket_no", $"{i % 40}"), ("reviewed_at", $"2026-11-{10 + i % 17} 10:00:00")))));
            ServingFile.Publish(warehouse, AnalyticsScripts.ForServing(DuckDbFixture.AsOf));
        }
        Same(folder.Path, Period.IsoWeek(2026, 47));
    }

    [Fact]
    public void A_rollup_made_from_another_definition_is_not_asked()
    {
        using var folder = new TempFolder();
        using (var warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System))
        {
            using (var session = warehouse.OpenSession())
                session.Execute(Facts.Insert("review", [Row(("level", 5)), Row(("level", 1))]));
            ServingFile.Publish(warehouse, [.. AnalyticsScripts.ForServing(DuckDbFixture.AsOf), new("older", "UPDATE rollup SET definition = 'older'; UPDATE rollup_review_clean_1 SET n0 = 7")]);
        }
        using var reader = ServingReader.Open(folder.Path);
        Assert.Equal(2, new MetricEngine(new SessionSource(reader)).Run(new("reviews")).Single.N);
    }

    private static (int Rolled, int All) Same(string data, Period period)
    {
        using var reader = ServingReader.Open(data);
        var source = new Watched(new SessionSource(reader));
        var (rolled, records) = (new MetricEngine(source), new MetricEngine(new SessionSource(reader), useRollups: false));
        var metrics = rolled.Catalogue.All.Where(m => Summed.Contains(m.Model)).ToList();
        var wrong = new List<string>();
        foreach (var dimension in DimensionCatalogue.Embedded.All.Select(d => d.Id).Prepend(""))
            foreach (var days in new[] { period, Period.All })
            {
                var filterOnly = dimension.Length > 0 && DimensionCatalogue.Embedded[dimension].FilterOnly;
                var cuts = filterOnly || dimension.Length == 0 ? [] : metrics.DistinctBy(m => (m.Model, m.Time)).Select(m => (m.Model, m.Time, Codes: Codes(records, m, dimension))).Where(c => c.Codes is not null).ToList();
                var of = metrics.Where(m => dimension.Length == 0 || (filterOnly ? m.Dimensions.Contains(dimension) : cuts.Any(c => (c.Model, c.Time) == (m.Model, m.Time)))).ToList();
                var code = filterOnly ? "O1" : cuts.SelectMany(c => c.Codes!).FirstOrDefault(c => c is not null);
                List<MetricQuery> questions = [];
                if (!filterOnly)
                    questions.AddRange(of.Select(m => new MetricQuery(m.Id) { Period = days, By = dimension.Length == 0 ? [] : dimension == "week" ? ["week"] : [dimension, "week"], Compare = days == period ? [Comparison.LastWeek] : [] }));
                if (dimension.Length > 0)
                    questions.AddRange(of.Select(m => new MetricQuery(m.Id) { Period = days, Where = [new MetricFilter(dimension, [code, null])] }));
                foreach (var (question, (ours, theirs)) in questions.Zip(rolled.RunAll(questions).Zip(records.RunAll(questions))))
                    if (!ours.Rows.Select(Text).SequenceEqual(theirs.Rows.Select(Text)))
                        wrong.Add($"{question.Metric} by {string.Join(',', question.By)} {days}: {string.Join(" | ", ours.Rows.Select(Text).Except(theirs.Rows.Select(Text)).Take(2))} by rollup, "
                            + $"{string.Join(" | ", theirs.Rows.Select(Text).Except(ours.Rows.Select(Text)).Take(2))} by records");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
        return (source.Rolled, source.All);
    }

    /// <summary>The codes a metric is cut into; null where it has no such dimension.</summary>
    private static List<string?>? Codes(MetricEngine engine, MetricDefinition metric, string dimension)
    {
        try { return [.. engine.Run(new(metric.Id) { By = [dimension] }).Rows.Select(r => r.Code(dimension))]; }
        catch (MetricQueryException) { return null; }
    }

    private static Dictionary<string, object?> Row(params (string Column, object? Value)[] cells) => cells.ToDictionary(c => c.Column, c => c.Value);

    private static string Text(MetricRow row) => string.Join(';', row.Dimensions.Select(d => d.Code ?? "-")
        .Concat([Number(row.Value), row.N.ToString(CultureInfo.InvariantCulture), Number(row.Numerator), Number(row.Denominator)])
        .Concat(row.Comparisons.SelectMany(c => new[] { Number(c.Value), c.N.ToString(CultureInfo.InvariantCulture), c.Verdict.ToString() })));

    /// <summary>Eleven digits: sums of another order differ beyond.</summary>
    private static string Number(double? value) => value is { } v ? (Math.Abs(v) < 1e-9 ? 0 : v).ToString("G11", CultureInfo.InvariantCulture) : "-";

    private sealed class Watched(IMetricSource inner) : IMetricSource
    {
        private int _rolled, _all;

        public int Rolled => _rolled;

        public int All => _all;

        public string Snapshot => inner.Snapshot;

        public string ParameterPrefix => inner.ParameterPrefix;

        public IReadOnlyList<object?[]> Query(string sql, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _all);
            if (sql.Contains("FROM rollup_", StringComparison.Ordinal))
                Interlocked.Increment(ref _rolled);
            return inner.Query(sql, arguments, cancellation);
        }
    }
}
