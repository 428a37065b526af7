using QualityInsight.Analytics;

namespace QualityInsight.Reports.Weekly;

/// <summary>Two counts that should be the same (勾稽).</summary>
/// <param name="Name">What is compared, as printed.</param>
/// <param name="Left">One count.</param>
/// <param name="Right">The other.</param>
/// <param name="MustHold">True where a difference stops the report; false where it is only shown.</param>
internal sealed record Reconciliation(string Name, long Left, long Right, bool MustHold)
{
    public bool Holds => Left == Right;

    /// <summary>The identities of a weekly report, from the metric layer and the feeds.</summary>
    public static IReadOnlyList<Reconciliation> Of(Ask ask, IReadOnlyList<FeedStatus> feeds)
    {
        var language = ask.Language;
        var reviews = ask.One("reviews").N;
        var bad = ask.One("bad_review_rate");
        var levels = ask.By("reviews", "level");
        return
        [
            new(language.Pick("收到的行 ＝ 入库 ＋ 重复 ＋ 隔离", "rows in = loaded + duplicate + refused"),
                feeds.Sum(f => f.RowsIn), feeds.Sum(f => f.Loaded + f.Duplicate + f.Quarantined), true),
            new(language.Pick("各等级评价之和 ＝ 评价总数", "reviews by level = all reviews"), levels.Sum(r => r.N), reviews, true),
            new(language.Pick("各渠道评价之和 ＝ 评价总数", "reviews by channel = all reviews"), ask.By("reviews", "channel").Sum(r => r.N), reviews, true),
            new(language.Pick("1★ 与 2★ 之和 ＝ 差评数", "1★ + 2★ = bad reviews"), levels.Where(r => r.Code("level") is "1" or "2").Sum(r => r.N), (long)(bad.Numerator ?? 0), true),
            new(language.Pick("差评数 ＝ 本周立案数", "bad reviews = cases opened"), (long)(bad.Numerator ?? 0), (long)(ask.One("cases_opened").Value ?? 0), false),
        ];
    }
}
