namespace QualityInsight.Analytics;

/// <summary>
/// What a metric means, read from <c>analytics/metrics/&lt;id&gt;.yaml</c>; its rows are in <c>&lt;id&gt;.sql</c>.
/// </summary>
public sealed record MetricDefinition
{
    /// <summary>Stable id, lower case with underscores.</summary>
    public required string Id { get; init; }

    /// <summary>The name in Chinese, as the rules write it.</summary>
    public required string NameZh { get; init; }

    /// <summary>The name in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>What the figure says, in one or two Chinese sentences.</summary>
    public required string SaysZh { get; init; }

    /// <summary>The same in English.</summary>
    public required string SaysEn { get; init; }

    /// <summary>Group in dictionaries and menus: <c>wait</c>, <c>handling</c>, <c>review</c>, <c>loop</c>, <c>convenience</c>,
    /// <c>hotline</c>, <c>volume</c>, <c>data</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Unit of the value.</summary>
    public required string Unit { get; init; }

    /// <summary>How a value is written: see <see cref="MetricFormat"/>.</summary>
    public required string Format { get; init; }

    /// <summary>How the rows become one figure.</summary>
    public required MetricAggregate Aggregate { get; init; }

    /// <summary>The model (view) its rows come from.</summary>
    public required string Model { get; init; }

    /// <summary>
    /// The model's column that puts a record into a period and into time dimensions; null for metrics of the present state
    /// (service items), which know no period of their own.
    /// </summary>
    public string? Time { get; init; }

    /// <summary>Names of the model's joins that its rows need by themselves.</summary>
    public IReadOnlyList<string> Joins { get; init; } = [];

    /// <summary>What one row is, in words.</summary>
    public required string Grain { get; init; }

    /// <summary>The upper part in words; null for plain statistics.</summary>
    public string? Numerator { get; init; }

    /// <summary>The lower part in words.</summary>
    public string? Denominator { get; init; }

    /// <summary>What is left out and why, Chinese.</summary>
    public required string ExclusionsZh { get; init; }

    /// <summary>The same in English.</summary>
    public required string ExclusionsEn { get; init; }

    /// <summary>Which way is better.</summary>
    public MetricDirection Direction { get; init; } = MetricDirection.None;

    /// <summary>The target in the metric's unit; null where none is set. <see cref="AnalyticsOptions.Targets"/> may set its own.</summary>
    public double? Target { get; init; }

    /// <summary>Factor from fraction to value: 10,000 for "per 10,000", else 1.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Weights of the parts of a <see cref="MetricAggregate.Composite"/>, as many as parts; else empty.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [];

    /// <summary>Where the formula comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the formula is.</summary>
    public required FormulaClass SourceClass { get; init; }

    /// <summary>Version of the definition; counts up whenever the same data would give another figure.</summary>
    public required int Version { get; init; }

    /// <summary>Ids of the dimensions it may be cut and filtered by.</summary>
    public required IReadOnlyList<string> Dimensions { get; init; }

    /// <summary>The SQL of its rows, with the engine's placeholders.</summary>
    public required string Rows { get; init; }
}

/// <summary>Which way is better.</summary>
public enum MetricDirection
{
    /// <summary>Neither: a volume or a description.</summary>
    None,

    /// <summary>Higher is better.</summary>
    Higher,

    /// <summary>Lower is better.</summary>
    Lower,
}

/// <summary>Writes a <see cref="FormulaClass"/> as readers see it.</summary>
public static class FormulaClasses
{
    /// <summary><c>F</c>, <c>N</c> or <c>I</c>, as the definition files write it.</summary>
    public static string Letter(this FormulaClass source) => source switch { FormulaClass.Found => "F", FormulaClass.Named => "N", _ => "I" };

    /// <summary>What the letter means, in one line.</summary>
    /// <param name="source">The class.</param>
    /// <param name="chinese">True for Chinese, false for English.</param>
    public static string Words(this FormulaClass source, bool chinese) => (source, chinese) switch
    {
        (FormulaClass.Found, true) => "公式见于规则或公布的表",
        (FormulaClass.Found, false) => "formula found in a rule or published table",
        (FormulaClass.Named, true) => "名称见于规则，公式为本系统所定",
        (FormulaClass.Named, false) => "name found in a rule, formula ours",
        (_, true) => "名称与公式均为本系统所拟",
        _ => "name and formula ours",
    };
}

/// <summary>How sure a formula is, shown to the reader.</summary>
public enum FormulaClass
{
    /// <summary>F: the formula was found in a rule or a published table.</summary>
    Found,

    /// <summary>N: the name is found in a rule, the formula is ours.</summary>
    Named,

    /// <summary>I: name and formula are ours.</summary>
    Proposed,
}

/// <summary>How rows become a figure. Each is one file in <c>analytics/metrics/aggregates</c>.</summary>
public enum MetricAggregate
{
    /// <summary>Number of rows.</summary>
    Count,

    /// <summary>Number of different <c>x</c>.</summary>
    Distinct,

    /// <summary>Sum of <c>x</c>.</summary>
    Sum,

    /// <summary>Sum of <c>part</c> (0 or 1) over the number of rows; carries a Wilson interval.</summary>
    Share,

    /// <summary>Sum of <c>part</c> over sum of <c>whole</c>.</summary>
    Ratio,

    /// <summary>Arithmetic mean of <c>x</c>.</summary>
    Mean,

    /// <summary>Median of <c>x</c>, exact, interpolated (Hyndman and Fan 1996, type 7).</summary>
    Median,

    /// <summary>90th percentile of <c>x</c>, exact, interpolated (type 7).</summary>
    P90,

    /// <summary>95th percentile of <c>x</c>, exact, interpolated (type 7).</summary>
    P95,

    /// <summary>Largest <c>x</c>.</summary>
    Max,

    /// <summary>Weighted sum of three fractions, each sum of <c>part1</c> over sum of <c>whole1</c> and so on.</summary>
    Composite,
}
