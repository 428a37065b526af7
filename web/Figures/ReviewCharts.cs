using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>Charts about reviews (评价).</summary>
internal sealed class ReviewCharts(ChartMaker make)
{
    /// <summary>How much of the good-review rate is real?</summary>
    public ChartFigure? GoodRates(BoardView view)
    {
        string[] ids = ["good_rate", "active_good_rate", "unflagged_good_rate"];
        var rows = ids.Select(id => (Id: id, Row: make.One(id, view))).Where(r => r.Row is not null).ToDictionary(r => r.Id, r => r.Row!);
        if (!rows.ContainsKey(ids[0]) || !rows.ContainsKey(ids[1]))
            return null;
        RateRow Rate(string id) => new(make.Title(id), rows[id].Value, rows[id].Low, rows[id].High, rows[id].N);
        return make.Figure(
            ReviewsTrioChart.Build(Rate(ids[0]), Rate(ids[1]), rows.ContainsKey(ids[2]) ? Rate(ids[2]) : null, make.Language),
            [make.Tongue[Dashboards.Figure], make.Tongue[Dashboards.Value], make.Tongue[Dashboards.Interval95], "n"],
            ids.Where(rows.ContainsKey).Select(id => new FigureCell[]
            {
                new(make.Title(id), view.Link(id)), new(make.Value(id, rows[id].Value)), new(make.Interval(id, rows[id])), new(make.Count(rows[id].N)),
            }),
            [], "unflagged_good_rate");
    }

    /// <summary>Where do bad reviews come from?</summary>
    public ChartFigure? ByChannel(BoardView view)
    {
        var channels = make.By("reviews", view, "channel", "level").GroupBy(r => r.Code("channel")).Select(g =>
        {
            var levels = new long[5];
            foreach (var row in g)
                levels[5 - ChartMaker.Int(row.Code("level")!)] += row.N;
            return (Code: g.Key, Levels: new ChannelLevels(make.Name(g.First().Dimensions[0]), levels));
        }).OrderByDescending(c => c.Levels.N).ToArray();
        return make.Figure(
            LevelsByChannelChart.Build([.. channels.Select(c => c.Levels)], ChartMaker.MinimumN, make.Language),
            [make.Tongue[Dashboards.Channel], "5★", "4★", "3★", "2★", "1★", "n"],
            channels.Select(c => new[] { new FigureCell(c.Levels.Channel, view.Link("reviews", ("channel", c.Code))) }
                .Concat(c.Levels.Levels.Select((n, i) => new FigureCell(make.Count(n), n > 0 ? view.Link("reviews", ("channel", c.Code), ("level", $"{5 - i}")) : null)))
                .Append(new(make.Count(c.Levels.N))).ToArray()),
            channels.Select(c => (c.Levels.Channel, view.Link("reviews", ("channel", c.Code)))), "reviews");
    }

    /// <summary>Which items draw bad reviews?</summary>
    public ChartFigure? ByItem(BoardView view) => make.Rates("active_bad_rate", "item", ChartWords.BadByItem, view);

    /// <summary>Is the bad-review rate changing?</summary>
    public ChartFigure? Trend(BoardView view) => make.Trend("bad_review_rate", ChartWords.BadTrend, view, share: true);

    /// <summary>What do people complain of most?</summary>
    public ChartFigure? Problems(BoardView view)
    {
        MetricFilter[] bad = [new("level", ["1", "2"])];
        var rows = make.Within("problem_texts", view, bad, "problem").Where(r => r.Code("problem") is not null).OrderByDescending(r => r.N).ToArray();
        var before = view.Filter.Previous is { } earlier
            ? make.Within("problem_texts", view with { Filter = earlier }, bad, "problem").Where(r => r.Code("problem") is not null).ToDictionary(r => r.Code("problem")!, r => r.N) : [];
        (string Name, string? Href, long N, long Before)[] bars =
            [.. rows.Select(r => (Problem(r.Code("problem")!), view.Link("problem_texts", ("problem", r.Code("problem")), ("level", "1,2")), r.N, before.GetValueOrDefault(r.Code("problem")!)))];
        return make.Figure(
            TopProblemsChart.Build([.. bars.Select(b => new ProblemCount(b.Name, b.N, b.Before))], make.One("bad_reviews", view)?.N ?? 0, make.Language, isWeek: view.Filter.Period.IsIsoWeek),
            [make.Tongue[Dashboards.Problem], "n", make.Tongue[Dashboards.PeriodBefore]],
            bars.Select(b => new FigureCell[] { new(b.Name, b.Href), new(make.Count(b.N)), new(make.Count(b.Before)) }),
            bars.Select(b => (b.Name, b.Href)), "problem_texts");
    }

    private string Problem(string code) => $"{code} {make.Tongue[ProblemNames.Of(code)]}";
}
