using System.Globalization;
using QualityInsight.Testing;
using YamlDotNet.Serialization;

namespace QualityInsight.Analytics.Tests;

/// <summary>Few facts in, one figure out, computed by hand: a case of golden.yaml.</summary>
public sealed record GoldenCase
{
    public required string Metric { get; init; }
    public string Says { get; init; } = "";
    public double? Value { get; init; }
    public required long N { get; init; }
    public double? Numerator { get; init; }
    public double? Denominator { get; init; }
    public required string Inserts { get; init; }

    public override string ToString() => Says.Length == 0 ? Metric : $"{Metric}: {Says}";

    public static IReadOnlyList<GoldenCase> All { get; } = Read();

    private static List<GoldenCase> Read()
    {
        var path = Path.Combine(Repository.Root, "tests", "analytics", "metrics", "golden.yaml");
        var yaml = new DeserializerBuilder().Build();
        using var reader = new StreamReader(path);
        return [.. yaml.Deserialize<List<Dictionary<string, object?>>>(reader).Select(Case)];
    }

    private static GoldenCase Case(Dictionary<string, object?> c)
    {
        double? Number(string key) => c.TryGetValue(key, out var v) && v is not null ? Convert.ToDouble(v, CultureInfo.InvariantCulture) : null;
        return new()
        {
            Metric = (string)c["metric"]!,
            Says = c.GetValueOrDefault("says") as string ?? "",
            Value = Number("value"),
            N = (long)Number("n")!.Value,
            Numerator = Number("numerator"),
            Denominator = Number("denominator"),
            Inserts = string.Concat(Facts.Tables.Where(c.ContainsKey).Select(t => Facts.Insert(t,
                ((List<object>)c[t]!).Select(r => ((Dictionary<object, object?>)r).ToDictionary(p => (string)p.Key, p => (object?)p.Value))))),
        };
    }
}
