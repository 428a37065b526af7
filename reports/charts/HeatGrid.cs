using System.Globalization;

namespace QualityInsight.Reports.Charts;

/// <summary>One cell of a heat map.</summary>
/// <param name="Row">Which row, from 0.</param>
/// <param name="Column">Which column, from 0.</param>
/// <param name="Value">The figure, in the unit of the map; null where there is none.</param>
/// <param name="N">Records behind it.</param>
internal sealed record HeatCell(int Row, int Column, double? Value, long N);

/// <summary>The frame shared by the heat maps: names at the left and above, the figure written in each cell, hatched where n is too small.</summary>
internal static class HeatGrid
{
    private const int CellHeight = 25;

    /// <summary>The option and its height.</summary>
    /// <param name="rows">Names of the rows.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="cells">Cells that hold something.</param>
    /// <param name="minimumN">Cells with fewer records are hatched and carry no figure.</param>
    /// <param name="caption">How to read a cell; stands under the map.</param>
    /// <param name="left">Room for the names of the rows, CSS pixels.</param>
    /// <param name="write">How a figure is written.</param>
    public static (string Json, int Height) Build(
        IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<HeatCell> cells, int minimumN, string caption, int left, Func<double, string> write)
    {
        var shown = cells.Where(c => c.Value is not null && c.N >= minimumN).ToArray();
        var few = cells.Where(c => c.Value is not null && c.N < minimumN).ToArray();
        var most = shown.Length == 0 ? 1 : Math.Max(1, shown.Max(c => c.Value!.Value));
        var height = 24 + (rows.Count * CellHeight) + 40;
        var width = (ChartLook.FullWidth - left - 6) / (double)columns.Count;
        var option = new
        {
            animation = false,
            backgroundColor = "transparent",
            textStyle = ChartLook.Text(),
            grid = new { left, right = 6, top = 24, bottom = 40 },
            xAxis = Axis(columns, "top", false, null),
            yAxis = Axis(rows, "left", true, left - 10),
            visualMap = new { show = false, min = 0, max = Figures.Plot(most, 2), seriesIndex = 0, inRange = new { color = new[] { "#eef4f7", ChartLook.AccentSoft, ChartLook.Accent } } },
            series = new object[]
            {
                new
                {
                    type = "heatmap",
                    itemStyle = new { borderColor = "#ffffff", borderWidth = 2 },
                    label = new { show = true, fontFamily = ChartLook.Fonts, fontSize = 12 },
                    data = shown.Select(c => new
                    {
                        value = new object?[] { c.Column, c.Row, Figures.Plot(c.Value, 2) },
                        label = new { formatter = write(c.Value!.Value), color = c.Value > most * 0.72 ? "#ffffff" : ChartLook.Ink },
                    }),
                },
                new
                {
                    type = "scatter",
                    symbol = "path://M0,0 H48 V16 H0 Z M0,16 L16,0 M16,16 L32,0 M32,16 L48,0",
                    symbolSize = new[] { Math.Round(width - 4, 1), CellHeight - 4 },
                    itemStyle = new { color = "transparent", borderColor = ChartLook.Few, borderWidth = 1, opacity = 1 },
                    data = few.Select(c => new[] { c.Column, c.Row }),
                },
            },
            graphic = new[]
            {
                new
                {
                    type = "text", left, bottom = 8,
                    style = new { text = caption, fontFamily = ChartLook.Fonts, fontSize = 11, fill = ChartLook.InkSoft },
                },
            },
        };
        return (ChartLook.ToJson(option), height);
    }

    /// <summary>Two digits of an hour.</summary>
    public static string Hour(int hour) => hour.ToString("00", CultureInfo.InvariantCulture);

    private static object Axis(IEnumerable<string> names, string position, bool inverse, int? width) => new
    {
        type = "category",
        position,
        inverse,
        data = names,
        axisLine = new { show = false },
        axisTick = new { show = false },
        axisLabel = new { interval = 0, width, overflow = width is null ? null : "truncate", fontFamily = ChartLook.Fonts, fontSize = 11, color = ChartLook.InkSoft },
    };
}
