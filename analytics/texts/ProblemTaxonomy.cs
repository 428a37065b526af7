using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace QualityInsight.Analytics.Texts;

/// <summary>What follows from a problem beyond mending it.</summary>
public enum ProblemHandling
{
    /// <summary>Nothing beyond the ordinary loop.</summary>
    Ordinary,
    /// <summary>Also to discipline inspection (纪检).</summary>
    Escalate,
    /// <summary>Somebody may come under pressure: warn before anybody calls the citizen.</summary>
    Risk,
    /// <summary>Usually answered by explaining the law (解释说明).</summary>
    Explain,
    /// <summary>Nothing to mend.</summary>
    None,
}

/// <summary>One type of service problem (服务问题类型).</summary>
public sealed record ProblemType
{
    /// <summary>P01 … P13, P99.</summary>
    public required string Code { get; init; }
    /// <summary>Chinese name.</summary>
    public required string Zh { get; init; }
    /// <summary>English name.</summary>
    public required string En { get; init; }
    /// <summary>What belongs to it, in Chinese.</summary>
    public required string ZhNote { get; init; }
    /// <summary>What belongs to it, in English.</summary>
    public required string EnNote { get; init; }
    /// <summary>Codes of review indicators that say this, by version (<c>v1</c>, <c>v2</c>).</summary>
    public required Dictionary<string, List<string>> Tags { get; init; }
    /// <summary>Words people use, as examples.</summary>
    public required List<string> Words { get; init; }
    /// <summary>What follows from it.</summary>
    public ProblemHandling Handling { get; init; }
}

/// <summary>The types of service problems, from <c>problems.yaml</c>.</summary>
public static class ProblemTaxonomy
{
    private sealed record File { public List<ProblemType> Problems { get; init; } = []; }

    /// <summary>All types, in the order of their codes.</summary>
    public static IReadOnlyList<ProblemType> All { get; } = Yaml<File>("problems.yaml").Problems;

    /// <summary>The type of a code; null where there is none.</summary>
    public static ProblemType? Find(string code) => All.FirstOrDefault(p => p.Code == code);

    internal static T Yaml<T>(string file) =>
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithEnforceRequiredMembers().Build()
            .Deserialize<T>(TextResource.Read(file));
}
