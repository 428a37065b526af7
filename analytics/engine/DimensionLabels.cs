namespace QualityInsight.Analytics;

/// <summary>Gives codes their names: closed codes from the definition file, others from the dimension tables as they are now.</summary>
internal sealed class DimensionLabels(IMetricSource source)
{
    private const string NotGivenZh = "未填", NotGivenEn = "not given";
    private static readonly HashSet<string> Areas = ["area", "province", "city", "county", "street", "village"];
    private static readonly HashSet<string> Named = ["org", "hall", "counter", "item", "tag", .. Areas];

    internal IReadOnlyList<MetricRow> Name(IReadOnlyList<MetricRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0 || rows[0].Dimensions.Count == 0)
            return rows;
        var names = new Dictionary<(string, string), string>();
        foreach (var id in rows[0].Dimensions.Select(d => d.Dimension).Where(Named.Contains))
            foreach (var (code, name) in Names(Areas.Contains(id) ? "area" : id, cancellation))
                names[(id, code)] = name;
        return [.. rows.Select(r => r with { Dimensions = [.. r.Dimensions.Select(d => WithName(d, names))] })];
    }

    private static DimensionValue WithName(DimensionValue value, Dictionary<(string, string), string> names)
    {
        if (value.Code is not { } code)
            return value with { Name = NotGivenZh, NameEn = NotGivenEn };
        var dimension = DimensionCatalogue.Embedded[value.Dimension];
        if (dimension.ValuesZh.TryGetValue(code, out var zh))
            return value with { Name = zh, NameEn = dimension.ValuesEn[code] };
        if (value.Dimension == "hour")
            return value with { Name = $"{code}:00–{code}:59", NameEn = $"{code}:00–{code}:59" };
        return names.TryGetValue((value.Dimension, code), out var name) ? value with { Name = name, NameEn = name } : value;
    }

    private IEnumerable<(string Code, string Name)> Names(string dimension, CancellationToken cancellation) => source.Query(
            MetricSql.Text("dimension_names", ("dimension", source.ParameterPrefix + "p1")),
            new Dictionary<string, object?> { ["p1"] = dimension }, cancellation)
        .Where(r => r[0] is not null && r[1] is not null)
        .Select(r => ((string)r[0]!, (string)r[1]!));
}
