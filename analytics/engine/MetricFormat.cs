using System.Globalization;

namespace QualityInsight.Analytics;

/// <summary>
/// Writes a value as people read it. Formats: <c>percent2</c> (17.86 %), <c>percent4</c> (shares near 0 or 1),
/// <c>minutes</c> (seconds shown as minutes), <c>seconds</c>, <c>days</c>, <c>hours</c> (seconds shown as hours),
/// <c>integer</c>, <c>number2</c>.
/// </summary>
public static class MetricFormat
{
    /// <summary>What stands where there is no value (0/0, nothing recorded).</summary>
    public const string Nothing = "—";

    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["percent2", "percent4", "minutes", "seconds", "hours", "days", "integer", "number2"];

    /// <summary>The value in the culture's digits, with the unit sign of the format; <see cref="Nothing"/> for null.</summary>
    /// <param name="value">The value in the metric's own unit.</param>
    /// <param name="format">One of <see cref="All"/>.</param>
    /// <param name="culture">Of the reader.</param>
    public static string Text(double? value, string format, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        if (value is not { } v || double.IsNaN(v))
            return Nothing;
        var chinese = culture.TwoLetterISOLanguageName == "zh";
        return format switch
        {
            "percent2" => (v * 100).ToString("N2", culture) + " %",
            "percent4" => (v * 100).ToString("N4", culture) + " %",
            "minutes" => (v / 60).ToString("N1", culture) + (chinese ? " 分钟" : " min"),
            "seconds" => v.ToString("N1", culture) + (chinese ? " 秒" : " s"),
            "hours" => (v / 3600).ToString("N1", culture) + (chinese ? " 小时" : " h"),
            "days" => v.ToString("N2", culture) + (chinese ? " 天" : " d"),
            "integer" => v.ToString("N0", culture),
            "number2" => v.ToString("N2", culture),
            _ => throw new ArgumentException($"Unknown format \"{format}\"; there are {string.Join(", ", All)}.", nameof(format)),
        };
    }
}
