using System.Globalization;

namespace QualityInsight.Reports.Charts;

/// <summary>How figures are written on charts and in reports: the same in both languages, "—" where there is none.</summary>
public static class Figures
{
    /// <summary>What stands where a figure does not exist (0/0, no record).</summary>
    public const string None = "—";

    /// <summary>A count with thousands separators: 12,345.</summary>
    public static string Count(long? n) => n is { } v ? v.ToString("#,0", CultureInfo.InvariantCulture) : None;

    /// <summary>A duration given in seconds, written in minutes with one decimal: 12.3.</summary>
    public static string Minutes(double? seconds) => Number(seconds / 60, 1);

    /// <summary>A proportion between 0 and 1 as a percentage with two decimals, as the metric layer writes rates: 98.62%.</summary>
    public static string Percent(double? share) => Number(share * 100, 2) is var text && text == None ? None : text + "%";

    /// <summary>A part of a whole where tenths are enough: 25.0%.</summary>
    public static string Part(double? share) => Number(share * 100, 1) is var text && text == None ? None : text + "%";

    /// <summary>A 95 % interval in percent without the sign: 97.40–98.31.</summary>
    public static string Interval(double? rate, double? low, double? high) =>
        rate is not null && low is not null && high is not null ? $"{Number(low * 100, 2)}–{Number(high * 100, 2)}" : None;

    /// <summary>A number with a fixed count of decimals and thousands separators.</summary>
    public static string Number(double? value, int decimals) =>
        value is { } v && double.IsFinite(v)
            ? Math.Round(v, decimals, MidpointRounding.AwayFromZero)
                .ToString("#,0" + (decimals > 0 ? "." + new string('0', decimals) : ""), CultureInfo.InvariantCulture)
            : None;

    /// <summary>A number for the drawing itself, rounded so that the option does not carry noise digits.</summary>
    internal static double? Plot(double? value, int decimals = 4) =>
        value is { } v && double.IsFinite(v) ? Math.Round(v, decimals) : null;
}
