using QualityInsight.Feedback;

namespace QualityInsight.Web.Words;

/// <summary>The loop's own terms in the reader's language.</summary>
internal static class TongueNames
{
    /// <summary>The name of a state, role, step, outcome, …</summary>
    public static string NameOf<T>(this Tongue tongue, T value) where T : struct, Enum => value.ToString();

    /// <summary>What happened, as a title.</summary>
    public static string NameOf(this Tongue tongue, CaseEvent data) => data.TypeName;
}
