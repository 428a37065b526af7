using System.Globalization;
using System.Text.RegularExpressions;

namespace QualityInsight.Web.Words;

/// <summary>
/// What integrity flags rest on, in the reader's language. The rules write their evidence in Chinese, each after one pattern;
/// an English reader gets the same statement with the same figures, or the rule's name before the original where a pattern is new.
/// </summary>
internal static partial class FlagWords
{
    private static readonly (Regex Pattern, string English)[] Patterns =
    [
        (Of("系统默认评价（渠道或默认标记）"), "made by a system (channel or default mark)"),
        (Of(@"同一秒有 (\d+) 条评价"), "{0} reviews in the same second"),
        (Of(@"评价恰在受理后 (\d+) 秒，该单位 (\d+) 条中 (\d+) 条如此"), "exactly {0} s after acceptance, like {2} of the unit's {1}"),
        (Of(@"评价恰在办结后 (\d+) 秒，该单位 (\d+) 条中 (\d+) 条如此"), "exactly {0} s after closing, like {2} of the unit's {1}"),
        (Of(@"评价早于办理结束 (\d+) 秒"), "rated {0} s before the service ended"),
        (Of(@"评价恰在(.+)后 (\d+) 秒，该单位 (\d+) 条中 (\d+) 条如此"), "exactly {1} s after {0}, like {3} of the unit's {2}"),
        (Of(@"办理结束后 (-?\d+) 秒即评价"), "rated {0} s after the service ended"),
        (Of(@"(.+) 在 (\d+) 分钟内有 (\d+) 条评价"), "{2} reviews within {1} min at {0}"),
        (Of(@"同一人当天评价了 (\d+) 件不同事项"), "one person rated {0} different matters on that day"),
        (Of(@"同一电话对应 (\d+) 个不同姓名"), "one telephone with {0} different names"),
        (Of(@"(.*) ?大厅当天未办理业务"), "{0} the hall did no business that day"),
        (Of(@"(.*) ?不在大厅开放时间内"), "{0} outside the hall's opening hours"),
        (Of(@"(\d+) 条主动评价全部为五星且无一勾选"), "{0} reviews of people's own accord, all five stars, not one tick"),
        (Of(@"评价第 (\d) 级，文字反映问题 (.+)"), "level {0}, but the words speak of {1}"),
        (Of(@"同一单位有 (\d+) 条文字完全相同的评价"), "{0} reviews of the unit with the very same words"),
        (Of(@"窗口 (.+) 未登记"), "counter {0} is not registered"),
        (Of(@"大厅 (.+) 未登记"), "hall {0} is not registered"),
        (Of(@"回访成功但通话仅 (\d+) 秒"), "reached, but the call lasted only {0} s"),
        (Of(@"整改反馈后 (\d+) 天内同单位同事项同问题再有 (\d+) 条差评"), "{1} more bad reviews on the same item and problem within {0} days of the reply"),
        (Of(@"同一单位有 (\d+) 件答复文字完全相同"), "{0} replies of the unit with the very same words"),
        (Of(@"回访后 (\d+) 分钟由第 (\d) 级改评第 (\d) 级"), "changed from level {1} to {2}, {0} min after the call"),
        (Of("评价时间早于受理时间"), "rated before the matter was accepted"),
        (Of("评价时间在未来"), "rated in the future"),
    ];

    /// <summary>The evidence as the reader reads it.</summary>
    public static string Of(string rule, string evidence, Tongue tongue)
    {
        if (tongue.IsChinese || !Chinese().IsMatch(evidence))
            return evidence;
        foreach (var (pattern, english) in Patterns)
            if (pattern.Match(evidence.Trim()) is { Success: true } found)
                return string.Format(
                    CultureInfo.InvariantCulture, english, [.. found.Groups.Values.Skip(1).Select(object (g) => g.Value.Trim())]).Trim();
        return $"{tongue[DataNames.Rule(rule)]}: {evidence}";
    }

    private static Regex Of(string pattern) => new($"^{pattern}$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
