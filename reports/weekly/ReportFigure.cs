using QualityInsight.Analytics;

namespace QualityInsight.Reports.Weekly;

/// <summary>One figure of the overview with everything needed to trust it.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Unit">The unit as printed in the column head or beside: <c>分钟</c>, <c>%</c>, …; empty for counts.</param>
/// <param name="Text">The value as printed, "—" where there is none.</param>
/// <param name="Value">The exact value in the metric's own unit.</param>
/// <param name="N">Records behind it.</param>
/// <param name="Interval">The 95 % interval of a share as printed; null for others.</param>
/// <param name="Target">The target as printed; null where none is set.</param>
/// <param name="Changes">Against last week and the same week last year, in this order.</param>
public sealed record ReportFigure(
    string Metric, string Name, string Unit, string Text, double? Value, long N, string? Interval, string? Target,
    IReadOnlyList<FigureChange> Changes)
{
    /// <summary>Lower end of the interval of a share, in the metric's unit; null for others.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of that interval.</summary>
    public double? High { get; init; }

    /// <summary>True where the figure is closed to protect persons: <see cref="Text"/> says below what, and n is not given.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Factor from the metric's unit to the printed one: 100 for percent, 1/60 for minutes.</summary>
    public double Scale { get; init; } = 1;
}

/// <summary>A comparison of a figure.</summary>
/// <param name="Kind"><see cref="Comparison.LastWeek"/> or <see cref="Comparison.LastYear"/>.</param>
/// <param name="Then">The value then as printed.</param>
/// <param name="ThenValue">The exact value then.</param>
/// <param name="Change">The change as printed, with its sign; "—" where it cannot be computed. Shares change by percentage points.</param>
/// <param name="Verdict">Whether it is more than noise.</param>
/// <param name="Tone">Better, worse, or nothing to see.</param>
/// <param name="Words">The verdict in words: 显著变化, 正常波动, …</param>
public sealed record FigureChange(string Kind, string Then, double? ThenValue, string Change, ChangeVerdict Verdict, Tone Tone, string Words);

/// <summary>Turns the metric layer's answers into printed figures. Pure.</summary>
internal static class FigureText
{
    /// <summary>A value as printed, without its unit.</summary>
    public static string Value(MetricDefinition metric, double? value) => metric.Format switch
    {
        "percent2" => Charts.Figures.Number(value * 100, 2),
        // Four decimals tell shares near 0 and 1 apart; elsewhere they are noise.
        "percent4" => Charts.Figures.Number(value * 100, value is > 0.005 and < 0.995 ? 2 : 4),
        "minutes" => Charts.Figures.Minutes(value),
        "hours" => Charts.Figures.Number(value / 3600, 1),
        "seconds" => Charts.Figures.Number(value, 1),
        "integer" => Charts.Figures.Number(value, 0),
        _ => Charts.Figures.Number(value, 2),
    };

    /// <summary>The unit that belongs to <see cref="Value"/>.</summary>
    public static string Unit(MetricDefinition metric, ReportLanguage language) => metric.Format switch
    {
        "percent2" or "percent4" => "%",
        "minutes" => language.Pick("分钟", "min"),
        "hours" => language.Pick("小时", "h"),
        "seconds" => language.Pick("秒", "s"),
        "days" => language.Pick("天", "d"),
        _ => "",
    };

    /// <summary>The name in the reader's language.</summary>
    public static string Name(MetricDefinition metric, ReportLanguage language) =>
        language.Pick(metric.NameZh, char.ToUpperInvariant(metric.NameEn[0]) + metric.NameEn[1..]);

    /// <summary>The figure of a row.</summary>
    public static ReportFigure Figure(MetricDefinition metric, MetricRow row, ReportLanguage language) => new(
        metric.Id, Name(metric, language), Unit(metric, language), Value(metric, row.Value), row.Value, row.N,
        row.Low is null || row.Value is null ? null : Interval(metric, row),
        metric.Target is { } target ? Value(metric, target) : null,
        [.. row.Comparisons.Select(c => Change(metric, c, language))])
    {
        Low = row.Value is null ? null : row.Low,
        High = row.Value is null ? null : row.High,
        Scale = Scale(metric),
    };

    /// <summary>Factor from the metric's unit to the printed one.</summary>
    public static double Scale(MetricDefinition metric) => metric.Format switch
    {
        "percent2" or "percent4" => 100,
        "minutes" => 1 / 60.0,
        "hours" => 1 / 3600.0,
        _ => 1,
    };

    /// <summary>A value as printed, with its unit.</summary>
    public static string WithUnit(MetricDefinition metric, double? value, ReportLanguage language)
    {
        var (text, unit) = (Value(metric, value), Unit(metric, language));
        return text == Charts.Figures.None || unit.Length == 0 ? text : unit == "%" ? text + "%" : $"{text} {unit}";
    }

    private static string Interval(MetricDefinition metric, MetricRow row) => metric.Format.StartsWith("percent", StringComparison.Ordinal)
        ? Charts.Figures.Interval(row.Value, row.Low, row.High)
        : $"{Charts.Figures.Number(row.Low, 0)}–{Charts.Figures.Number(row.High, 0)}";

    private static FigureChange Change(MetricDefinition metric, MetricComparison comparison, ReportLanguage language)
    {
        var change = comparison.Change is { } c && double.IsFinite(c) ? Signed(metric, c) : Charts.Figures.None;
        return new(comparison.Kind, Value(metric, comparison.Value), comparison.Value, change, comparison.Verdict,
            ToneOf(metric.Direction, comparison), ChangeTest.Words(comparison.Verdict, language == ReportLanguage.Chinese));
    }

    private static string Signed(MetricDefinition metric, double change)
    {
        // A change of a share is written with the decimals of the share, not of the small number it is.
        var text = metric.Format == "percent4" ? Charts.Figures.Number(Math.Abs(change) * 100, 2) : Value(metric, Math.Abs(change));
        var isZero = text.All(c => c is '0' or '.');
        return isZero ? text : (change > 0 ? "+" : "−") + text;
    }

    private static Tone ToneOf(MetricDirection direction, MetricComparison comparison) => comparison.Verdict switch
    {
        ChangeVerdict.TooFew => Tone.Faint,
        ChangeVerdict.Signal when direction == MetricDirection.None => Tone.Plain,
        ChangeVerdict.Signal => comparison.Change > 0 == (direction == MetricDirection.Higher) ? Tone.Good : Tone.Act,
        _ => Tone.Plain,
    };
}
