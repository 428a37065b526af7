namespace QualityInsight.Reports.Charts;

/// <summary>
/// The frame shared by the charts that have one row a thing (hall, org, channel, problem): names at the left, marks in
/// the middle, columns of figures at the right. The figures stand beside the marks, so no label can hide another.
/// </summary>
internal sealed class RowChart
{
    private const int RowHeight = 23;
    private const int Head = 26;
    private const int Gap = 10;
    private readonly List<object> _axes = [];
    private readonly int _rows;
    private readonly int _left;
    private int _right = Gap;

    /// <summary>A frame for the named rows, top to bottom. Names longer than <paramref name="widestName"/> pixels are cut with "…".</summary>
    public RowChart(IReadOnlyList<string> names, int widestName = 190)
    {
        _rows = names.Count;
        var width = Math.Min(widestName, names.Max(n => ChartLook.WidthOf(n)) + 2);
        _left = width + 10;
        _axes.Add(new
        {
            type = "category",
            inverse = true,
            data = names,
            axisLine = new { lineStyle = new { color = ChartLook.InkSoft } },
            axisTick = new { show = false },
            axisLabel = new { interval = 0, margin = 8, width, overflow = "truncate", fontFamily = ChartLook.Fonts, fontSize = 12, color = ChartLook.Ink },
        });
    }

    /// <summary>Adds a column of figures, right-aligned under its head, to the right of those added before.</summary>
    public RowChart Column(string head, IReadOnlyList<string> figures, string color = ChartLook.Ink)
    {
        var width = figures.Append(head).Max(f => ChartLook.WidthOf(f)) + 12;
        _right += width;
        _axes.Add(new
        {
            type = "category",
            position = "right",
            offset = _right,
            inverse = true,
            data = figures,
            name = head,
            nameLocation = "start",
            nameGap = 8,
            nameTextStyle = ChartLook.Text(11, ChartLook.InkSoft, "right"),
            axisLine = new { show = false },
            axisTick = new { show = false },
            axisLabel = new { interval = 0, align = "right", margin = 0, fontFamily = ChartLook.Fonts, fontSize = 12, color },
        });
        return this;
    }

    /// <summary>
    /// The option and its size. <paramref name="scale"/> is what the marks are measured in and how to read them;
    /// it stands under the axis in place of a legend.
    /// </summary>
    public (string Json, int Height) Build(string scale, double min, double max, string tickFormat, IEnumerable<object> series, object? legend = null, bool counts = false, double? step = null)
    {
        var top = Head + (legend is null ? 0 : 22);
        var height = top + (_rows * RowHeight) + 44;
        var option = new
        {
            animation = false,
            backgroundColor = "transparent",
            textStyle = ChartLook.Text(),
            aria = legend is null ? null : new { enabled = true, label = new { enabled = false }, decal = new { show = true } },
            legend,
            grid = new { left = _left, right = _right + 6, top, bottom = 44 },
            xAxis = new
            {
                type = "value",
                min,
                max,
                minInterval = counts ? 1 : (int?)null,
                interval = step,
                name = scale,
                nameLocation = "middle",
                nameGap = 26,
                nameTextStyle = ChartLook.Text(11, ChartLook.InkSoft),
                axisLabel = new { formatter = tickFormat, fontFamily = ChartLook.Fonts, fontSize = 11, color = ChartLook.InkSoft, hideOverlap = true },
                splitLine = new { lineStyle = new { color = ChartLook.Line } },
            },
            yAxis = _axes,
            series = series.ToArray(),
        };
        return (ChartLook.ToJson(option), height);
    }

    /// <summary>A dashed line across the rows with its label at the top.</summary>
    public static object ReferenceLine(double at, string label) => new
    {
        silent = true,
        symbol = "none",
        lineStyle = new { type = "dashed", color = ChartLook.InkSoft, width = 1 },
        label = new { formatter = label, position = "start", distance = 4, fontFamily = ChartLook.Fonts, fontSize = 11, color = ChartLook.InkSoft },
        data = new[] { new { xAxis = at } },
    };

    /// <summary>A round upper end for an axis that starts at zero.</summary>
    public static double NiceMax(double largest)
    {
        if (!(largest > 0)) return 1;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        double[] steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
        return Math.Round(steps.First(s => s * magnitude >= largest) * magnitude, 6);
    }
}
