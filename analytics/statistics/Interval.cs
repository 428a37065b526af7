namespace QualityInsight.Analytics;

/// <summary>An interval of plausible values, both ends included.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>True where the two have a value in common.</summary>
    public bool Overlaps(Interval other) => Low <= other.High && other.Low <= High;
}
