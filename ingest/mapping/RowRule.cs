using System.Text.RegularExpressions;

namespace QualityInsight.Ingest;

/// <summary>What a rule does to a row that meets its conditions.</summary>
public enum RuleKind
{
    /// <summary>The row is no row of this output.</summary>
    Skip,

    /// <summary>The row goes to quarantine.</summary>
    Refuse,

    /// <summary>Named fields become empty, and are counted.</summary>
    Empty,

    /// <summary>Named fields get a value of ours.</summary>
    Set,
}

/// <summary>One rule of an output.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Reason">The reason reported, for refuse and empty.</param>
/// <param name="Fields">Canonical fields emptied.</param>
/// <param name="Values">Canonical fields set.</param>
/// <param name="Columns">Tests of raw columns; all must hold.</param>
/// <param name="Mapped">Tests of canonical values; all must hold.</param>
/// <param name="Line">Line of the profile.</param>
public sealed record RowRule(
    RuleKind Kind, string Reason, IReadOnlyList<string> Fields, IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, ValueTest> Columns, IReadOnlyDictionary<string, ValueTest> Mapped, long Line);

/// <summary>What a value is tested for; several parts must all hold.</summary>
public sealed record ValueTest
{
    /// <summary>The value is one of these.</summary>
    public IReadOnlyList<string>? AnyOf { get; init; }

    /// <summary>The value is none of these.</summary>
    public IReadOnlyList<string>? NoneOf { get; init; }

    /// <summary>Whether there is no value.</summary>
    public bool? Empty { get; init; }

    /// <summary>The value contains a match.</summary>
    public Regex? Matches { get; init; }

    /// <summary>Comparisons with a number, a time or another canonical field.</summary>
    public IReadOnlyList<(Comparison How, string Operand)> Comparisons { get; init; } = [];
}

/// <summary>Comparison of two values.</summary>
public enum Comparison
{
    /// <summary>Less than.</summary>
    Less,

    /// <summary>Less than or equal.</summary>
    LessOrEqual,

    /// <summary>Greater than.</summary>
    Greater,

    /// <summary>Greater than or equal.</summary>
    GreaterOrEqual,
}
