using QualityInsight.Reports.Charts;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>Charts about waiting (等候).</summary>
internal sealed class WaitCharts(ChartMaker make)
{
    /// <summary>Which hall makes people wait longest?</summary>
    public ChartFigure? ByHall(BoardView view)
    {
        var medians = make.By("wait_median", view, "hall");
        var p90 = make.By("wait_p90", view, "hall").Where(r => r.Code("hall") is not null).ToDictionary(r => r.Code("hall")!);
        var halls = medians.Where(r => r.Code("hall") is not null)
            .Select(r => (Row: r, Name: make.Name(r.Dimensions[0]), P90: p90.GetValueOrDefault(r.Code("hall")!), Href: view.Link("wait_median", ("hall", r.Code("hall"))))).ToArray();
        return make.Figure(
            WaitsByHallChart.Build([.. halls.Select(h => new HallWait(h.Name, h.Row.Value, h.P90?.Value, h.Row.N))], make.Catalogue["wait_median"].Target, ChartMaker.MinimumN, make.Language),
            [make.Tongue[Dashboards.Hall], make.Tongue[Dashboards.Median], "P90", "n"],
            halls.OrderByDescending(h => h.Row.Value).Select(h => new FigureCell[]
            {
                new(h.Name, h.Href), new(make.Value("wait_median", h.Row.Value)), new(make.Value("wait_p90", h.P90?.Value)), new(make.Count(h.Row.N)),
            }),
            halls.Select(h => (h.Name, h.Href)), "wait_median");
    }

    /// <summary>When does one wait longest?</summary>
    public ChartFigure? ByHour(BoardView view)
    {
        var cells = make.By("wait_median", view, "weekday", "hour")
            .Where(r => r.Code("weekday") is not null && r.Code("hour") is not null)
            .Select(r => new HourWait(ChartMaker.Int(r.Code("weekday")!), ChartMaker.Int(r.Code("hour")!), r.Value, r.N)).ToArray();
        var hours = cells.Select(c => c.Hour).Distinct().Order().ToArray();
        return make.Figure(
            WaitHeatmapChart.Build(cells, ChartMaker.MinimumCellN, make.Language),
            [make.Tongue[Dashboards.Weekday], .. hours.Select(h => $"{h:00}")],
            cells.GroupBy(c => c.Weekday).OrderBy(g => g.Key).Select(day => new[] { new FigureCell(make.DayName(day.Key)) }
                .Concat(hours.Select(h => day.FirstOrDefault(c => c.Hour == h) is { } cell
                    ? new FigureCell(make.Value("wait_median", cell.MedianSeconds), view.Link("wait_median", ("weekday", $"{day.Key}"), ("hour", $"{h}")), make.Count(cell.N))
                    : new FigureCell("—"))).ToArray()),
            [], "wait_median");
    }

    /// <summary>Which hall, at which hour, keeps people longest?</summary>
    public ChartFigure? ByHallAndHour(BoardView view)
    {
        var rows = make.By("wait_p90", view, "hall", "hour").Where(r => r.Code("hall") is not null && r.Code("hour") is not null).ToArray();
        var hours = rows.Select(r => ChartMaker.Int(r.Code("hour")!)).Distinct().Order().ToArray();
        return make.Figure(
            HallHoursChart.Build([.. rows.Select(r => new HallHour(make.Name(r.Dimensions[0]), ChartMaker.Int(r.Code("hour")!), r.Value, r.N))], ChartMaker.MinimumCellN, make.Language),
            [make.Tongue[Dashboards.Hall], .. hours.Select(h => $"{h:00}")],
            rows.GroupBy(r => r.Code("hall")!).OrderByDescending(g => g.Max(r => r.Value)).Select(hall => new[] { new FigureCell(make.Name(hall.First().Dimensions[0])) }
                .Concat(hours.Select(h => hall.FirstOrDefault(r => r.Code("hour") == $"{h}") is { } cell
                    ? new FigureCell(make.Value("wait_p90", cell.Value), view.Link("wait_p90", ("hall", hall.Key), ("hour", $"{h}")), make.Count(cell.N))
                    : new FigureCell("—"))).ToArray()),
            [], "wait_p90");
    }

    /// <summary>Where are numbers taken and not answered?</summary>
    public ChartFigure? NoShows(BoardView view) => make.Rates("no_show_rate", "hall", ChartWords.NoShows, view);

    /// <summary>Is the wait getting longer?</summary>
    public ChartFigure? Trend(BoardView view) => make.Trend("wait_p90", ChartWords.WaitTrend, view, share: false, 1 / 60.0, make.Tongue[ChartWords.Minutes]);
}
