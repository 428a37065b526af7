using System.Reflection;
using QualityInsight.Warehouse;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace QualityInsight.Analytics;

/// <summary>Reads the embedded definition files. An unknown or missing key is an error that names the file.</summary>
internal static class DefinitionFiles
{
    private static readonly Assembly Home = typeof(DefinitionFiles).Assembly;
    private static readonly string Prefix = Home.GetName().Name + ".";

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance).WithEnforceRequiredMembers().Build();

    /// <summary>Ids of the YAML files directly in a folder.</summary>
    internal static IEnumerable<string> Ids(string folder) => Home.GetManifestResourceNames()
        .Where(r => r.StartsWith($"{Prefix}{folder}.", StringComparison.Ordinal) && r.EndsWith(".yaml", StringComparison.Ordinal))
        .Select(r => r[(Prefix.Length + folder.Length + 1)..^5])
        .Where(id => !id.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    internal static string SqlOf(string folder, string id) => Sql.Load(Home, $"{folder}/{id}.sql");

    internal static T Read<T>(string folder, string id)
    {
        var name = $"{Prefix}{folder.Replace('/', '.')}.{id}.yaml";
        using var stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        try { return Yaml.Deserialize<T>(reader); }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new InvalidOperationException($"analytics/{folder}/{id}.yaml, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    internal static DimensionCatalogue Dimensions() => new(Read<List<DimensionYaml>>("metrics", "dimensions").Select(d =>
        new Dimension(d.Id, d.Zh, d.En, d.Time, d.Type, d.FilterOnly)
        {
            ValuesZh = d.Values.ToDictionary(v => v.Key, v => v.Value[0], StringComparer.Ordinal),
            ValuesEn = d.Values.ToDictionary(v => v.Key, v => v.Value[1], StringComparer.Ordinal),
        }));

    internal static IEnumerable<ModelDefinition> Models() => Ids("models").Select(id =>
    {
        var y = Read<ModelYaml>("models", id);
        return new ModelDefinition
        {
            Id = Same(id, y.Id, "models"),
            SaysZh = y.Says.Zh,
            SaysEn = y.Says.En,
            Sql = SqlOf("models", id),
            Stored = y.Stored,
            Uses = y.Uses,
            Key = y.Key,
            Show = y.Show,
            Columns = y.Columns,
            Joins = y.Joins,
            Rollups = [.. y.Rollups.Select(r => new DeclaredRollup(r.Time, [.. r.Dimensions.Select(d => DimensionCatalogue.Embedded[d].Id)], r.Values))],
            Times = y.Times.ToDictionary(t => t.Key, t => new TimeColumn(t.Value.Type == "date", t.Value.Clock), StringComparer.Ordinal),
            Dimensions = y.Dimensions.ToDictionary(d => DimensionCatalogue.Embedded[d.Key].Id,
                d => new ModelDimension(d.Value.Sql, d.Value.Joins), StringComparer.Ordinal),
        };
    });

    internal static IEnumerable<MetricDefinition> Metrics() => Ids("metrics").Where(id => id is not ("dimensions" or "cards" or "absent")).Select(id =>
    {
        var y = Read<MetricYaml>("metrics", id);
        var model = ModelCatalogue.Embedded[y.Model];
        if (y.Time is { } time && !model.Times.ContainsKey(time))
            throw new InvalidOperationException($"analytics/metrics/{id}.yaml: {time} is no time column of {model.Id}.");
        if (!MetricFormat.All.Contains(y.Format))
            throw new InvalidOperationException($"analytics/metrics/{id}.yaml: {y.Format} is no format.");
        var times = y.Time is null ? [] : DimensionCatalogue.Embedded.All.Where(d => d.IsTime).Select(d => d.Id);
        return new MetricDefinition
        {
            Id = Same(id, y.Id, "metrics"),
            NameZh = y.Name.Zh,
            NameEn = y.Name.En,
            SaysZh = y.Says.Zh,
            SaysEn = y.Says.En,
            Group = y.Group,
            Unit = y.Unit,
            Format = y.Format,
            Aggregate = y.Aggregate,
            Model = y.Model,
            Time = y.Time,
            Joins = y.Joins,
            Grain = y.Grain,
            Numerator = y.Numerator,
            Denominator = y.Denominator,
            ExclusionsZh = y.Exclusions.Zh,
            ExclusionsEn = y.Exclusions.En,
            Direction = y.Direction,
            Target = y.Target,
            Scale = y.Scale,
            Weights = y.Weights,
            Source = y.Source.Text,
            SourceClass = y.Source.Class switch
            {
                "F" => FormulaClass.Found,
                "N" => FormulaClass.Named,
                "I" => FormulaClass.Proposed,
                _ => throw new InvalidOperationException($"analytics/metrics/{id}.yaml: source class is F, N or I."),
            },
            Version = y.Version,
            Rows = SqlOf("metrics", id),
            Dimensions = [.. model.Dimensions.Keys.Concat(times)],
        };
    });

    internal static IEnumerable<MetricCard> Cards() => Read<List<CardYaml>>("metrics", "cards").Select(c =>
        new MetricCard(c.Id, c.Zh, c.En, [.. c.Lines.Select(l => new MetricCardLine(l.Zh, l.En, [.. l.Metrics.Select(m => MetricCatalogue.Embedded[m].Id)]))]));

    internal static IEnumerable<AbsentMetric> Absent() => Read<List<AbsentYaml>>("metrics", "absent")
        .Select(a => new AbsentMetric(a.Zh, a.En, a.Source, a.NeedsZh, a.NeedsEn));

    private static string Same(string file, string id, string folder) => file == id
        ? id
        : throw new InvalidOperationException($"analytics/{folder}/{file}.yaml has the id {id}.");
}
