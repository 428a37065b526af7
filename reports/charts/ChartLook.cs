using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace QualityInsight.Reports.Charts;

/// <summary>
/// The one look of every chart: one accent, greys, red only for "act now", a diverging five-step scale that stays
/// apart for colour-blind readers (blue to orange, after Okabe and Ito), fonts with Chinese glyphs.
/// </summary>
public static class ChartLook
{
    /// <summary>The accent: what the chart is about.</summary>
    public const string Accent = "#1f5f7f";

    /// <summary>The accent in the background: bars that are there for comparison.</summary>
    public const string AccentSoft = "#9fbccb";

    /// <summary>The lightest step of the accent, for intervals and empty cells.</summary>
    public const string AccentFaint = "#d6e3ea";

    /// <summary>Red: act now. Never used for anything else, never without a shape or a word beside it.</summary>
    public const string ActNow = "#b3261e";

    /// <summary>Text and ticks.</summary>
    public const string Ink = "#22282d";

    /// <summary>Secondary text.</summary>
    public const string InkSoft = "#5f6b73";

    /// <summary>Too few records to compare.</summary>
    public const string Few = "#c9cfd3";

    /// <summary>Grid lines.</summary>
    public const string Line = "#e3e7ea";

    /// <summary>Fonts in order of preference; every list ends with a generic family.</summary>
    public const string Fonts = "'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

    /// <summary>The width of a chart over the whole text column of an A4 page, in CSS pixels.</summary>
    public const int FullWidth = 680;

    /// <summary>Colours of the levels 5 (best) to 1; index 0 is level 5.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["#1f5f7f", "#6fa3bd", "#cfd8dd", "#eeb07a", "#a8521a"];

    // Chinese stays readable in the JSON; the characters that could end a script element do not.
    private static readonly JsonSerializerOptions Writer = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static string ToJson(object option) => JsonSerializer.Serialize(option, Writer);

    internal static object Text(int size = 12, string color = Ink, string? align = null, string? weight = null) =>
        new { fontFamily = Fonts, fontSize = size, color, align, fontWeight = weight };

    /// <summary>How wide a text will be drawn, in pixels: a Chinese character is a square, a Latin one little more than half.</summary>
    internal static int WidthOf(string text, int size = 12) =>
        (int)Math.Ceiling(text.Sum(c => c < 0x2E80 ? size * 0.6 : size));
}
