namespace QualityInsight.Jobs.Health;

/// <summary>How bad a finding is.</summary>
public enum CheckState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, but something is missing (no PDF, little disk).</summary>
    Narrow,

    /// <summary>Does not work.</summary>
    Broken,
}

/// <summary>One thing looked at.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="State">How it is.</param>
/// <param name="Saw">What was seen.</param>
/// <param name="Advice">What to do; null where nothing.</param>
public sealed record Finding(string What, CheckState State, string Saw, string? Advice = null);
