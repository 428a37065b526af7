namespace QualityInsight.Reports.Charts;

/// <summary>A proportion of one thing with its interval.</summary>
/// <param name="Name">What the proportion is of: an org (部门), a definition of 好评率, …</param>
/// <param name="Rate">The proportion, 0–1; null for 0/0.</param>
/// <param name="Low">Lower end of the 95 % Wilson interval, 0–1.</param>
/// <param name="High">Upper end of the 95 % Wilson interval, 0–1.</param>
/// <param name="N">The denominator.</param>
public sealed record RateRow(string Name, double? Rate, double? Low, double? High, long N);

/// <summary>Dots with intervals, shared by the charts of proportions.</summary>
internal static class RateDots
{
    /// <summary>The series, and the axis range: zoomed in on the intervals, since rates near 100 % differ behind the decimal point.</summary>
    public static (object[] Series, double Min, double Max, double Step) Of(IReadOnlyList<RateRow> rows, int minimumN, double? reference, string? referenceLabel, Func<int, string> colorOf)
    {
        var lows = rows.Select(r => r.N < minimumN ? r.Rate : r.Low ?? r.Rate).OfType<double>().Append(reference ?? 1).ToArray();
        var highs = rows.Select(r => r.N < minimumN ? r.Rate : r.High ?? r.Rate).OfType<double>().Append(reference ?? 0).ToArray();
        var (min, max, step) = Range(lows.Min() * 100, highs.Max() * 100);
        object invisible = new { color = "transparent" };
        var series = new object[]
        {
            new { type = "bar", stack = "interval", silent = true, barWidth = 5, itemStyle = invisible, data = rows.Select(r => Figures.Plot((r.Low ?? r.Rate) * 100)) },
            new
            {
                type = "bar", stack = "interval", silent = true, barWidth = 5,
                itemStyle = new { color = ChartLook.AccentFaint, borderRadius = 2 },
                data = rows.Select(r => Figures.Plot((r.High - r.Low) * 100)),
            },
            new
            {
                type = "scatter",
                symbolSize = 10,
                data = rows.Select((r, i) => new
                {
                    value = new object?[] { Figures.Plot(r.Rate * 100), i },
                    symbol = r.N < minimumN ? "emptyCircle" : "circle",
                    itemStyle = new { color = r.N < minimumN ? ChartLook.InkSoft : colorOf(i), opacity = 1 },
                }).Where((_, i) => rows[i].Rate is not null),
                markLine = reference is { } at && referenceLabel is not null ? RowChart.ReferenceLine(Math.Round(at * 100, 4), referenceLabel) : null,
            },
        };
        return (series, min, max, step);
    }

    public static string Interval(RateRow r) =>
        Figures.Interval(r.Rate, r.Low, r.High);

    private static (double Min, double Max, double Step) Range(double low, double high)
    {
        var span = Math.Max(high - low, 0.5);
        var step = new[] { 0.1, 0.2, 0.5, 1, 2, 5, 10, 20 }.First(s => span / s <= 6 || s >= 20);
        var min = Math.Max(0, Math.Floor((low - (span * 0.03)) / step) * step);
        var max = Math.Min(100, Math.Ceiling((high + (span * 0.03)) / step) * step);
        return (Math.Round(min, 6), Math.Round(max > min ? max : min + step, 6), step);
    }
}
