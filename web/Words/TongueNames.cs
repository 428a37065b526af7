using QualityInsight.Feedback;

namespace QualityInsight.Web.Words;

/// <summary>The loop's own terms in the reader's language, as it words them.</summary>
internal static class TongueNames
{
    /// <summary>The name of a state, role, step, outcome, …</summary>
    public static string NameOf<T>(this Tongue tongue, T value) where T : struct, Enum => Sentence(Messages.Name(value, tongue.Language));

    /// <summary>What happened, as a title.</summary>
    public static string NameOf(this Tongue tongue, CaseEvent data) => Sentence(Messages.Event(data.TypeName, tongue.Language));

    /// <summary>What one does, as a title.</summary>
    public static string CommandName(this Tongue tongue, string command) => Sentence(Messages.Command(command, tongue.Language));

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
