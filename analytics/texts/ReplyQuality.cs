namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Signals of how well an office answered (答复质量), each 0–1 and each with a plain meaning; no single grade is made of
/// them.
/// </summary>
/// <param name="Relevance">Share of what the message speaks of (its rarer 2-grams) that the reply takes up.</param>
/// <param name="Completeness">Share of the parts of a full answer that are there: salutation, what was found, what was or will be done, date or contact.</param>
/// <param name="Explanation">1 where reasons or rules are named (因为, 根据, 依据, 《…》, 第…条), else 0.</param>
/// <param name="CannedShare">Share of the reply's sentences that other replies of the same set hold word for word.</param>
public sealed record ReplySignals(double Relevance, double Completeness, double Explanation, double CannedShare)
{
    /// <summary>A reply of which most is copied and little speaks to the message.</summary>
    public bool IsCanned => CannedShare >= 0.8 && Relevance < 0.2;
}

/// <summary>Judges replies against their messages and against each other.</summary>
public sealed class ReplyQuality
{
    private const int CopiesToBeCanned = 3;
    private const int ShortestSentence = 6;
    private static readonly string[] Reasons = ["因为", "由于", "根据", "依据", "按照", "《", "鉴于", "原因"];
    private static readonly string[][] Parts =
    [
        ["您好", "你好", "尊敬的", "网友"],
        ["经查", "经核实", "经调查", "经了解", "核实", "调查", "现回复如下", "答复如下", "情况如下"],
        ["已", "将", "正在", "下一步", "要求", "责令", "整改", "办理", "建议您"],
        ["电话", "联系", "咨询", "年", "月", "日"],
    ];

    private readonly Dictionary<string, int> _repliesWithSentence = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _messagesWithPair = new(StringComparer.Ordinal);
    private readonly int _messages;

    /// <summary>Learns from the set which sentences are copied and which words are rare.</summary>
    public ReplyQuality(IReadOnlyList<(string Message, string Reply)> set)
    {
        _messages = set.Count;
        foreach (var (message, reply) in set)
        {
            foreach (var sentence in Sentences(reply).Distinct(StringComparer.Ordinal))
                _repliesWithSentence[sentence] = _repliesWithSentence.GetValueOrDefault(sentence) + 1;
            foreach (var pair in Pairs(message))
                _messagesWithPair[pair] = _messagesWithPair.GetValueOrDefault(pair) + 1;
        }
    }

    /// <summary>The signals of one reply to one message.</summary>
    public ReplySignals Judge(string message, string reply)
    {
        var normalized = TextNormalizer.Normalize(reply);
        var topics = Pairs(message).Where(p => _messagesWithPair.GetValueOrDefault(p) <= Math.Max(2, _messages * 0.05)).ToList();
        var sentences = Sentences(reply).ToList();
        return new ReplySignals(
            Share(topics.Count(t => normalized.Contains(t, StringComparison.Ordinal)), topics.Count),
            Share(Parts.Count(part => part.Any(p => normalized.Contains(p, StringComparison.Ordinal))), Parts.Length),
            Reasons.Any(r => normalized.Contains(r, StringComparison.Ordinal)) ? 1 : 0,
            Share(sentences.Count(s => _repliesWithSentence.GetValueOrDefault(s) >= CopiesToBeCanned), sentences.Count));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static IEnumerable<string> Sentences(string text) =>
        TextNormalizer.Normalize(text).Split(['。', '!', '?', ';', ',', '：', ':'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(s => s.Length >= ShortestSentence);

    private static HashSet<string> Pairs(string text)
    {
        var normalized = TextNormalizer.Normalize(text);
        HashSet<string> pairs = new(StringComparer.Ordinal);
        for (var i = 0; i + 1 < normalized.Length; i++)
            if (char.IsLetter(normalized[i]) && char.IsLetter(normalized[i + 1]))
                pairs.Add(normalized.Substring(i, 2));
        return pairs;
    }
}
