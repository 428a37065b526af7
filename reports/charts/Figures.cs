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

    /// <summary>A proportion between 0 and 1, written as a percentage. Rates near 0 or 1 keep the decimals that tell them apart.</summary>
    public static string Percent(double? share)
    {
        if (share is not { } p || !double.IsFinite(p)) return None;
        return Number(p * 100, DecimalsOf(p)) + "%";
    }

    /// <summary>A 95 % interval in percent without the sign: 97.4–98.3. As many decimals as its rate has.</summary>
    public static string Interval(double? rate, double? low, double? high) =>
        rate is { } p && low is { } from && high is { } to
            ? $"{Number(from * 100, DecimalsOf(p))}–{Number(to * 100, DecimalsOf(p))}"
            : None;

    private static int DecimalsOf(double share) => Math.Min(Math.Abs(share), Math.Abs(1 - share)) is > 0 and < 0.0095 ? 2 : 1;

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
