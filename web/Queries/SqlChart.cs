using System.Globalization;
using System.Text.Json;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Queries;

/// <summary>A bar or line chart of a query's own columns.</summary>
internal static class SqlChart
{
    private const int MostPoints = 500;

    /// <summary>The chart; null where the columns do not fit. <paramref name="x"/> and <paramref name="y"/> are places of columns, −1 chooses.</summary>
    public static ChartFigure? Of(SqlAnswer answer, string kind, int x, int y, string question)
    {
        var grid = answer.Grid("");
        var numeric = Enumerable.Range(0, answer.Columns.Count).Where(grid.IsNumeric).ToList();
        if (kind is not ("bar" or "line") || answer.Rows.Count == 0 || numeric.Count == 0)
            return null;
        var across = x >= 0 && x < answer.Columns.Count ? x : Enumerable.Range(0, answer.Columns.Count).Except(numeric).DefaultIfEmpty(0).First();
        var up = y >= 0 && y < answer.Columns.Count && numeric.Contains(y) ? y : numeric.FirstOrDefault(n => n != across, numeric[0]);
        var rows = answer.Rows.Take(MostPoints).ToList();
        var option = new
        {
            grid = new { left = 8, right = 16, top = 28, bottom = 8, containLabel = true },
            tooltip = new { trigger = "axis" },
            xAxis = new { type = "category", data = rows.Select(r => CsvDownload.Plain(r[across])) },
            yAxis = new { type = "value", name = answer.Columns[up], nameTextStyle = new { align = "left" } },
            series = new[] { new { type = kind, name = answer.Columns[up], data = rows.Select(r => Number(r[up])), itemStyle = new { color = "#1f5f7f" }, showSymbol = rows.Count <= 60, barMaxWidth = 40 } },
        };
        // The default encoder escapes <, > and &: no text can end the block it stands in.
        return new("sql-chart", question, null, JsonSerializer.Serialize(option), 320, [answer.Columns[across], answer.Columns[up]],
            [.. rows.Select(r => (IReadOnlyList<FigureCell>)[new(CsvDownload.Plain(r[across])), new(CsvDownload.Plain(r[up]))])]);
    }

    private static double? Number(object? value) =>
        value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : null;
}
