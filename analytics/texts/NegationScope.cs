using System.Buffers;

namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Finds what a writer says is not so ("不是态度不好，是材料要得太多"): from the negating words to the end of the
/// clause. Only words that deny a statement count; "不" and "没有" alone mostly are the complaint ("没有告知").
/// </summary>
internal static class NegationScope
{
    private static readonly string[] Negators =
    [
        "并不是", "不是说", "倒不是", "也不是", "并非", "不是", "不能说", "不能怪", "不怪", "谈不上", "算不上", "不存在",
        "没有不", "没不", "从不", "绝不", "没觉得", "并没有", "没见", "从来没有", "没遇到", "没有发现", "没发现", "不算",
    ];

    private static readonly SearchValues<char> FirstChars = SearchValues.Create([.. Negators.Select(n => n[0]).Distinct()]);

    /// <summary>"是不是…", "要不是…", "不是…吗" ask or suppose; "不是…就是…" says both.</summary>
    private const string AskingBefore = "是要何莫可";

    private const string ClauseEnds = "，。！？；,.!?;：:~…\n";

    /// <summary>Sets the mark of every character in the scope of a negation to 1.</summary>
    public static void Mark(ReadOnlySpan<char> text, Span<byte> marks)
    {
        for (var i = text.IndexOfAny(FirstChars); i >= 0 && i < text.Length; i++)
        {
            if (!FirstChars.Contains(text[i])) continue;
            var length = NegatorAt(text[i..]);
            if (length == 0 || (i > 0 && AskingBefore.Contains(text[i - 1]))) continue;
            // In "没有不耐烦" the second 不 belongs to what is denied.
            var from = text[i + length - 1] == '不' && length > 1 && text[i] == '没' ? i + length - 1 : i + length;
            var clause = text[from..];
            var end = ClauseEnd(clause);
            clause = clause[..end];
            var denies = !clause.EndsWith("吗") && !clause.EndsWith("么") && !text[from..].StartsWith("吗")
                && !(text.Slice(i, length).EndsWith("不是") && HasEitherOr(text[from..]));
            if (denies) marks.Slice(from, end).Fill(1);
            i = from + end - 1;
        }
    }

    private static int ClauseEnd(ReadOnlySpan<char> clause)
    {
        var end = clause.IndexOfAny(ClauseEnds);
        if (end < 0) end = clause.Length;
        // Without a comma the correction itself ends the scope: "不是态度不好是材料太多", "不是慢而是乱".
        foreach (var turn in (ReadOnlySpan<string>)["而是", "是因为", "主要是", "但是", "但", "是"])
        {
            var at = clause[..end].IndexOf(turn);
            if (at > 1) end = at;
        }
        return end;
    }

    private static bool HasEitherOr(ReadOnlySpan<char> rest)
    {
        var sentence = rest.IndexOfAny("。！？!?;；");
        if (sentence >= 0) rest = rest[..sentence];
        return rest.IndexOf("就是") is > 0 and < 15;
    }

    private static int NegatorAt(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var negator in Negators)
            if (negator.Length > longest && text.StartsWith(negator))
                longest = negator.Length;
        return longest;
    }
}
