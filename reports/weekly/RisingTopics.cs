using QualityInsight.Analytics;

namespace QualityInsight.Reports.Weekly;

/// <summary>A topic, a week beside the four before.</summary>
/// <param name="Kind">What sort of topic: <c>category</c> or <c>problem</c>.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Now">Texts of the week.</param>
/// <param name="Before">Texts of each of the four weeks before, oldest first.</param>
internal sealed record Topic(string Kind, string Code, string Name, long Now, IReadOnlyList<long> Before)
{
    /// <summary>Mean of the weeks before.</summary>
    public double Mean => Before.Average();
}

/// <summary>A topic with what the test says.</summary>
internal sealed record TestedTopic(Topic Topic, double PValue, bool IsRising);

/// <summary>
/// Which topics rise: this week against the mean of the four weeks before. A topic rises where the exact test of two counts
/// (Przyborowski and Wilenski 1940) speaks at three sigma divided by the number of topics tested (Bonferroni), and the week
/// lies above every one of the four, since topics vary more from week to week than counting alone. Pure.
/// </summary>
internal static class RisingTopics
{
    public static IReadOnlyList<TestedTopic> Test(IReadOnlyList<Topic> topics, int fewest)
    {
        var tried = topics.Where(t => t.Now >= fewest).ToArray();
        var risk = ChangeTest.ThreeSigma / Math.Max(1, tried.Length);
        return [.. tried.Select(t =>
        {
            var p = ChangeTest.Counts(t.Now, t.Before.Sum(), 1, t.Before.Count);
            return new TestedTopic(t, p, t.Now > t.Mean && t.Now > t.Before.Max() && p < risk);
        }).OrderByDescending(t => t.IsRising).ThenByDescending(t => t.Topic.Now / Math.Max(0.25, t.Topic.Mean)).ThenBy(t => t.Topic.Code, StringComparer.Ordinal)];
    }
}
