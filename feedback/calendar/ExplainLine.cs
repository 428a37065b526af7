namespace QualityInsight.Feedback;

/// <summary>One line of a deadline's story.</summary>
/// <param name="Day">The day it speaks of, or null for a remark.</param>
/// <param name="Count">Which counted day it is (1 …), or null where it is not counted.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record ExplainLine(DateOnly? Day, int? Count, string Zh, string En)
{
    /// <summary>In the reader's language.</summary>
    public string Text(Language language) => language == Language.Zh ? Zh : En;
}
