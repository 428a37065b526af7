namespace QualityInsight.Analytics;

/// <summary>What a deployment may set about metrics. What it set is printed beside the figures.</summary>
public sealed record AnalyticsOptions
{
    /// <summary>The lowest level that counts as good: 3, as in most provinces, or 4 where 基本满意 does not count.</summary>
    public int GoodFromLevel { get; init; } = 3;

    /// <summary>Points of levels 1 to 5; by default 0, 3, 6, 8, 10 (汕尾).</summary>
    public IReadOnlyList<double> Scores { get; init; } = [0, 3, 6, 8, 10];

    /// <summary>Targets by metric id, in the metric's unit.</summary>
    public IReadOnlyDictionary<string, double> Targets { get; init; } = new Dictionary<string, double>();

    internal void Check()
    {
        if (GoodFromLevel is not (3 or 4))
            throw new ArgumentException($"The lowest good level is 3 or 4, not {GoodFromLevel}.");
        if (Scores.Count != 5 || Scores.Any(s => !double.IsFinite(s)))
            throw new ArgumentException("Scores are five numbers, those of levels 1 to 5.");
    }
}
