namespace QualityInsight.Feedback;

/// <summary>
/// What makes a matter's case one: the feed and the number. Orders count apart from reviews, so that a feed that gives both under
/// the same number gets a case for each; whatever kind an order is later said to be, it stays the same order.
/// </summary>
internal static class MatterKey
{
    private const string Order = "order/";

    /// <summary>The feed as column <c>review_source</c> of table <c>case</c> keeps it.</summary>
    internal static string Of(CaseKind kind, string source) => kind == CaseKind.BadReview ? source : Order + source;

    /// <summary>The feed itself.</summary>
    internal static string SourceOf(string key) => key.StartsWith(Order, StringComparison.Ordinal) ? key[Order.Length..] : key;
}
