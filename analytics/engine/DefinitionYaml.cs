namespace QualityInsight.Analytics;

// The shapes of the definition files, key by key.

internal sealed record Bilingual
{
    public required string Zh { get; init; }
    public required string En { get; init; }
}

internal sealed record DimensionYaml
{
    public required string Id { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }
    public bool Time { get; init; }
    public bool FilterOnly { get; init; }
    public DimensionType Type { get; init; }
    public Dictionary<string, List<string>> Values { get; init; } = [];
}

internal sealed record ModelYaml
{
    public required string Id { get; init; }
    public required Bilingual Says { get; init; }
    public bool Stored { get; init; }
    public List<string> Uses { get; init; } = [];
    public List<string> Key { get; init; } = [];
    public List<string> Show { get; init; } = [];
    public Dictionary<string, TimeYaml> Times { get; init; } = [];
    public Dictionary<string, string> Columns { get; init; } = [];
    public Dictionary<string, string> Joins { get; init; } = [];
    public Dictionary<string, ModelDimensionYaml> Dimensions { get; init; } = [];
    public List<RollupYaml> Rollups { get; init; } = [];
}

internal sealed record RollupYaml
{
    public required string Time { get; init; }
    public List<string> Dimensions { get; init; } = [];
    public bool Values { get; init; }
}

internal sealed record TimeYaml
{
    public required string Type { get; init; }
    public string? Clock { get; init; }
}

internal sealed record ModelDimensionYaml
{
    public required string Sql { get; init; }
    public List<string> Joins { get; init; } = [];
}

internal sealed record MetricYaml
{
    public required string Id { get; init; }
    public required string Group { get; init; }
    public required Bilingual Name { get; init; }
    public required Bilingual Says { get; init; }
    public required string Unit { get; init; }
    public required string Format { get; init; }
    public required MetricAggregate Aggregate { get; init; }
    public required string Model { get; init; }
    public string? Time { get; init; }
    public List<string> Joins { get; init; } = [];
    public required string Grain { get; init; }
    public string? Numerator { get; init; }
    public string? Denominator { get; init; }
    public required Bilingual Exclusions { get; init; }
    public MetricDirection Direction { get; init; }
    public double? Target { get; init; }
    public double Scale { get; init; } = 1;
    public List<double> Weights { get; init; } = [];
    public required SourceYaml Source { get; init; }
    public required int Version { get; init; }
}

internal sealed record SourceYaml
{
    public required string Class { get; init; }
    public required string Text { get; init; }
}

internal sealed record CardYaml
{
    public required string Id { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }
    public required List<CardLineYaml> Lines { get; init; }
}

internal sealed record CardLineYaml
{
    public required string Zh { get; init; }
    public required string En { get; init; }
    public required List<string> Metrics { get; init; }
}

internal sealed record AbsentYaml
{
    public required string Zh { get; init; }
    public required string En { get; init; }
    public required string Source { get; init; }
    public required string NeedsZh { get; init; }
    public required string NeedsEn { get; init; }
}
