using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Html;

/// <summary>Classes and marks of a tone: never colour alone.</summary>
internal static class ToneClass
{
    public static string? Of(Tone tone) => tone switch
    {
        Tone.Act => "act",
        Tone.Good => "good",
        Tone.Faint => "faint",
        _ => null,
    };

    public static string Mark(Tone tone) => tone switch
    {
        Tone.Act => "▲ ",
        Tone.Good => "◇ ",
        _ => "",
    };
}
