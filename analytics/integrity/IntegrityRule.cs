namespace QualityInsight.Analytics;

/// <summary>
/// A rule that looks for patterns which honest ratings rarely show. What it finds is for a person to look at: a flag excludes
/// nothing and accuses nobody.
/// </summary>
public sealed record IntegrityRule
{
    /// <summary>R01 … R20.</summary>
    public required string Id { get; init; }

    /// <summary>Name in Chinese.</summary>
    public required string NameZh { get; init; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>What it looks for, in Chinese.</summary>
    public required string SaysZh { get; init; }

    /// <summary>What it looks for, in English.</summary>
    public required string SaysEn { get; init; }

    /// <summary>Its thresholds by name, as shipped.</summary>
    public required IReadOnlyDictionary<string, double> Thresholds { get; init; }

    /// <summary>Version of the definition.</summary>
    public required int Version { get; init; }

    /// <summary>A query of subject, source, subject_no, score, evidence.</summary>
    internal string Sql { get; init; } = "";

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<IntegrityRule> All { get; } = [.. DefinitionFiles.Ids("integrity.rules").Select(id =>
    {
        var y = DefinitionFiles.Read<RuleYaml>("integrity/rules", id);
        return new IntegrityRule
        {
            Id = y.Id, NameZh = y.Name.Zh, NameEn = y.Name.En, SaysZh = y.Says.Zh, SaysEn = y.Says.En,
            Thresholds = y.Thresholds, Version = y.Version, Sql = DefinitionFiles.SqlOf("integrity/rules", id),
        };
    })];
}

internal sealed record RuleYaml
{
    public required string Id { get; init; }
    public required Bilingual Name { get; init; }
    public required Bilingual Says { get; init; }
    public Dictionary<string, double> Thresholds { get; init; } = [];
    public required int Version { get; init; }
}
