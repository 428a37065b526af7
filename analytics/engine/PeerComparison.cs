namespace QualityInsight.Analytics;

/// <summary>
/// Puts the units of the same kind (同类单位) beside each unit: the median of the others' values, so that every aggregate can be
/// compared and one odd unit moves nothing; shares are tested against all others together.
/// </summary>
internal sealed class PeerComparison(IMetricSource source)
{
    private const int FewRecords = 10;

    /// <summary>Dimensions whose codes name units, with the kind of code the model <c>peer_group</c> knows them by.</summary>
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["org"] = "org", ["hall"] = "hall", ["counter"] = "counter", ["staff"] = "staff", ["item"] = "item",
        ["area"] = "area", ["province"] = "area", ["city"] = "area", ["county"] = "area", ["street"] = "area", ["village"] = "area",
    };

    /// <summary>The dimension that names the unit: the first of the rows' own, else the one that a filter holds to a single code.</summary>
    internal static string UnitOf(MetricQuery query) =>
        query.By.FirstOrDefault(Units.ContainsKey)
        ?? query.Where.FirstOrDefault(w => Units.ContainsKey(w.Dimension) && w.Values is [not null])?.Dimension
        ?? throw new MetricQueryException(
            $"The comparison \"{Comparison.Peers}\" needs a unit: cut by, or filter to one of, {string.Join(", ", Units.Keys)}.");

    internal IReadOnlyList<MetricComparison> Beside(
        IReadOnlyList<MetricRow> rows, MetricDefinition metric, MetricQuery query, Period period,
        Func<MetricQuery, Period, List<MetricRow>> figures, CancellationToken cancellation)
    {
        var unit = UnitOf(query);
        var own = query.By.Contains(unit) ? null : query.Where.First(w => w.Dimension == unit).Values[0];
        // The filter to the unit itself, and to the part of the tree it stands in, would leave no peers.
        var wide = query with
        {
            By = own is null ? query.By : [.. query.By, unit],
            Where = [.. query.Where.Where(w => w.Dimension != unit && !(unit == "org" && w.Dimension == "org_tree"))],
        };
        var groups = Groups(Units[unit], cancellation);
        string? Group(string? code) => code is null ? null : groups.GetValueOrDefault(code);
        string Rest(MetricRow row) => string.Join('\u001f', row.Dimensions.Where(d => d.Dimension != unit).Select(d => d.Code ?? "\u0000"));
        var all = figures(wide, period).Where(r => Group(r.Code(unit)) is not null)
            .ToLookup(r => (Rest(r), Group(r.Code(unit))));
        return [.. rows.Select(row =>
        {
            var code = own ?? row.Code(unit);
            var others = all[(Rest(row), Group(code))].Where(r => r.Code(unit) != code && r is { Value: not null, N: > 0 }).ToList();
            return Compare(row, others, metric, period);
        })];
    }

    private static MetricComparison Compare(MetricRow row, List<MetricRow> others, MetricDefinition metric, Period period)
    {
        double? Sum(Func<MetricRow, double?> of) => others.Count == 0 || others.Any(o => of(o) is null) ? null : others.Sum(of);
        var n = others.Sum(o => o.N);
        var (numerator, denominator) = (Sum(o => o.Numerator), Sum(o => o.Denominator));
        var value = others.Count == 0 ? null : (double?)Median([.. others.Select(o => o.Value!.Value).Order()]);
        var change = row.Value - value;
        var verdict = metric.Aggregate != MetricAggregate.Share || row.N == 0 || n == 0 ? ChangeVerdict.Untested
            : Math.Min(row.N, n) < FewRecords ? ChangeVerdict.TooFew
            : ChangeTest.Verdict(ChangeTest.TwoProportions((long)row.Numerator!, row.N, (long)numerator!, n));
        return new(Comparison.Peers, period, value, n, numerator, denominator, change, value is null or 0 ? null : change / value, verdict) { Units = others.Count };
    }

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private Dictionary<string, string> Groups(string dimension, CancellationToken cancellation) => source.Query(
            MetricSql.Text("peer_groups", ("dimension", source.ParameterPrefix + "p1")),
            new Dictionary<string, object?> { ["p1"] = dimension }, cancellation)
        .ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.Ordinal);
}
