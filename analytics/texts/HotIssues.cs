namespace QualityInsight.Analytics.Texts;

/// <summary>A message as the search for hot issues sees it. Times are wall-clock of one zone.</summary>
public sealed record IssueMessage(string Id, string Person, string Text, DateTime At, int Likes, int Dislikes);

/// <summary>
/// An issue several people raise (热点问题): its place, its heat, its messages (the one with most agreement first),
/// the people and the days between first and last.
/// </summary>
public sealed record HotIssue(int Rank, double Heat, IReadOnlyList<string> MessageIds, int People, DateTime From, DateTime To);

/// <summary>
/// Ranks what many people write about. Heat = ln(1 + people) · (messages + ln(1 + likes + dislikes)), so that ten people
/// outweigh one who writes ten times, and agreement counts but cannot be bought without end. Only groups of two or more
/// people are issues.
/// </summary>
public static class HotIssues
{
    /// <summary>The hottest issues, at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<HotIssue> Find(IReadOnlyList<IssueMessage> messages, int most = 20, double similarity = 0.5, CancellationToken ct = default) =>
        [.. NearDuplicates.Find([.. messages.Select(m => m.Text)], similarity, ct)
            .Select(g => g.Members.Select(i => messages[i]).OrderByDescending(m => m.Likes + m.Dislikes).ThenBy(m => m.At).ToList())
            .Select(g => (Messages: g, People: g.Select(m => m.Person).Distinct(StringComparer.Ordinal).Count()))
            .Where(g => g.People > 1)
            .Select(g => (g.Messages, g.People, Heat: Math.Log(1 + g.People) * (g.Messages.Count + Math.Log(1 + g.Messages.Sum(m => (double)m.Likes + m.Dislikes)))))
            .OrderByDescending(g => g.Heat).ThenBy(g => g.Messages[0].Id, StringComparer.Ordinal)
            .Take(most)
            .Select((g, i) => new HotIssue(i + 1, g.Heat, [.. g.Messages.Select(m => m.Id)], g.People, g.Messages.Min(m => m.At), g.Messages.Max(m => m.At)))];
}
