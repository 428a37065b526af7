namespace QualityInsight.Analytics;

/// <summary>Puts the metric's target (目标) beside each row.</summary>
internal static class TargetComparison
{
    internal static MetricComparison Beside(MetricRow row, MetricDefinition metric, Period period)
    {
        var target = metric.Target!.Value;
        var change = row.Value - target;
        // A target that lies outside the share's interval is missed or passed by more than chance.
        var verdict = row is not { Low: { } low, High: { } high } ? ChangeVerdict.Untested
            : target < low || target > high ? ChangeVerdict.Signal : ChangeVerdict.Ordinary;
        return new(Comparison.Target, period, target, 0, null, null, change, target == 0 ? null : change / target, verdict);
    }

    internal static void Check(MetricDefinition metric)
    {
        if (metric.Target is null)
            throw new MetricQueryException($"{metric.Id} has no target to be compared with; one can be set in the metric options (targets).");
    }
}
