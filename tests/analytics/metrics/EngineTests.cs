namespace QualityInsight.Analytics.Tests;

[Collection(DuckDbCollection.Name)]
public class EngineTests(DuckDbFixture duck)
{
    private static Dictionary<string, object?> Row(params (string, object?)[] cells) => cells.ToDictionary(c => c.Item1, c => c.Item2);

    /// <summary>Per hall and day: so many numbers, so many of them passed.</summary>
    private static string Visits(params (string Hall, string Day, int N, int NoShows)[] groups) => Facts.Insert("visit", groups.SelectMany(g =>
        Enumerable.Range(0, g.N).Select(i => Row(("hall_code", g.Hall), ("visit_date", g.Day), ("number", $"{i}"), ("wait_s", 60.0 * (i + 1)),
            ("taken_at", $"{g.Day} {9 + i % 8:00}:30:00"), ("outcome", i < g.NoShows ? "NO_SHOW" : "SERVED")))));

    [Fact]
    public void Dimensions_cut_name_and_order()
    {
        duck.Load(Visits(("H2", "2026-11-16", 3, 0), ("H1", "2026-11-16", 2, 0), ("H1", "2026-11-23", 1, 0))
            + Facts.Insert("hall", [Row(("code", "H1"), ("name", "旧名"), ("valid_to", "2026-01-01")), Row(("code", "H1"), ("name", "市民中心"), ("valid_from", "2026-01-01"))]));
        var rows = duck.Engine.Run(new("visits") { By = ["hall", "week"] }).Rows;
        Assert.Equal(["H1|2026-W47|2", "H1|2026-W48|1", "H2|2026-W47|3"], rows.Select(r => $"{r.Code("hall")}|{r.Code("week")}|{r.N}"));
        Assert.Equal(("市民中心", "H2"), (rows[0].Dimensions[0].Name, rows[2].Dimensions[0].Name));
        Assert.Equal(["H2", "H1"], duck.Engine.Run(new("visits") { By = ["hall"], Where = [new("week", "2026-W47")], Order = MetricOrder.ValueDescending }).Rows.Select(r => r.Code("hall")));
        Assert.Equal(["09", "10", "11"], duck.Engine.Run(new("visits") { By = ["hour"] }).Rows.Select(r => r.Code("hour")));
        Assert.Equal(["1"], duck.Engine.Run(new("visits") { By = ["weekday"] }).Rows.Select(r => r.Code("weekday")));
        Assert.Equal("周一", duck.Engine.Run(new("visits") { By = ["weekday"] }).Rows[0].Dimensions[0].Name);
    }

    [Fact]
    public void A_period_holds_its_first_day_and_not_its_end()
    {
        duck.Load(Visits(("H1", "2026-11-15", 1, 0), ("H1", "2026-11-16", 2, 0), ("H1", "2026-11-22", 4, 0), ("H1", "2026-11-23", 8, 0)));
        Assert.Equal(6, duck.Engine.Run(new("visits") { Period = Period.IsoWeek(2026, 47) }).Single.N);
        Assert.Equal(14, duck.Engine.Run(new("visits") { Period = new(new(2026, 11, 16), null) }).Single.N);
    }

    [Fact]
    public void Comparisons_stand_at_the_same_place_of_the_earlier_period()
    {
        duck.Load(Visits(("H1", "2026-11-16", 4, 1), ("H1", "2026-11-17", 2, 0), ("H1", "2026-11-09", 3, 1), ("H1", "2025-11-17", 5, 5)));
        var byDay = duck.Engine.Run(new("visits") { Period = Period.IsoWeek(2026, 47), By = ["day"], Compare = ["last-week", "last-year"] }).Rows;
        Assert.Equal((3.0, 5.0), (byDay[0].Comparisons[0].Value, byDay[0].Comparisons[1].Value));
        Assert.Equal((0.0, 0.0), (byDay[1].Comparisons[0].Value, byDay[1].Comparisons[1].Value));
        var rate = duck.Engine.Run(new("no_show_rate") { Period = Period.IsoWeek(2026, 47), Compare = ["previous", "base:2025", "base:2020"] }).Single;
        Assert.Equal(1.0 / 6 - 1.0 / 3, rate.Comparisons[0].Change!.Value, 12);
        Assert.Equal(ChangeVerdict.TooFew, rate.Comparisons[0].Verdict);
        Assert.Equal((1.0, 5L), (rate.Comparisons[1].Value, rate.Comparisons[1].N));
        Assert.Null(rate.Comparisons[2].Value);
        Assert.Null(rate.Comparisons[2].Change);
    }

    [Fact]
    public void A_real_change_is_a_signal_and_a_small_one_is_not()
    {
        duck.Load(Visits(("H1", "2026-11-16", 200, 80), ("H1", "2026-11-09", 200, 30), ("H2", "2026-11-16", 200, 34), ("H2", "2026-11-09", 200, 30)));
        var rows = duck.Engine.Run(new("no_show_rate") { Period = Period.IsoWeek(2026, 47), By = ["hall"], Compare = ["last-week"] }).Rows;
        Assert.Equal([ChangeVerdict.Signal, ChangeVerdict.Ordinary], rows.Select(r => r.Comparisons[0].Verdict));
    }

    [Fact]
    public void A_ranking_asks_for_enough_records_shrinks_and_shows_ties()
    {
        duck.Load(Visits(("A", "2026-11-16", 400, 40), ("B", "2026-11-16", 400, 40), ("C", "2026-11-16", 40, 0), ("D", "2026-11-16", 5, 0), ("E", "2026-11-16", 400, 200)));
        var rows = duck.Engine.Run(new("no_show_rate") { By = ["hall"], Ranking = new() }).Rows;
        Assert.Equal(["C:1", "A:2", "B:2", "E:4", "D:"], rows.Select(r => $"{r.Code("hall")}:{r.Rank}"));
        Assert.Equal("n < 30", rows[^1].Note);
        Assert.True(rows[0].Shrunk > 0 && rows[0].Value == 0, "a unit without a no-show among 40 is not believed to have none");
        Assert.True(rows[3].Shrunk < rows[3].Value);
    }

    [Fact]
    public void Shares_carry_the_interval_of_Wilson()
    {
        duck.Load(Visits(("A", "2026-11-16", 10, 1)));
        var row = duck.Engine.Run(new("no_show_rate")).Single;
        Assert.Equal((0.0178762130950729, 0.404150026795238), (row.Low!.Value, row.High!.Value), Within(1e-12));
    }

    private static EqualityComparer<(double, double)> Within(double e) =>
        EqualityComparer<(double, double)>.Create((a, b) => Math.Abs(a.Item1 - b.Item1) < e && Math.Abs(a.Item2 - b.Item2) < e);

    [Fact]
    public void An_org_filter_with_all_below_reaches_grandchildren()
    {
        duck.Load(Facts.Insert("org", [Row(("code", "A")), Row(("code", "B"), ("parent_code", "A")), Row(("code", "C"), ("parent_code", "B")), Row(("code", "X"))])
            + Facts.Insert("visit", new[] { "A", "B", "C", "X" }.Select((o, i) => Row(("number", $"{i}"), ("org_code", o)))));
        Assert.Equal(3, duck.Engine.Run(new("visits") { Where = [new("org_tree", "A")] }).Single.N);
        Assert.Equal(2, duck.Engine.Run(new("visits") { Where = [new("org_tree", "B")] }).Single.N);
        Assert.Equal(1, duck.Engine.Run(new("visits") { Where = [new("org", "A")] }).Single.N);
    }

    [Fact]
    public void A_filter_value_is_only_ever_a_value()
    {
        duck.Load(Visits(("H1", "2026-11-16", 2, 0)));
        Assert.Equal(0, duck.Engine.Run(new("visits") { Where = [new("hall", "H1' OR '1'='1")] }).Single.N);
        Assert.Equal(2, duck.Engine.Run(new("visits") { Where = [new("queue", [null])] }).Single.N);
    }

    [Theory]
    [InlineData("wait_medain", "", "", "wait_median")]
    [InlineData("wait_median", "hal", "", "hall")]
    [InlineData("wait_median", "level", "", "hall")]
    [InlineData("wait_median", "org_tree", "", "filtered by")]
    [InlineData("wait_median", "", "last-yaer", "last-year")]
    [InlineData("items", "", "last-year", "present state")]
    public void An_unknown_name_is_answered_with_the_nearest(string metric, string by, string compare, string says) => Assert.Contains(says,
        Assert.Throws<MetricQueryException>(() => duck.Engine.Run(new(metric)
        { By = by.Length > 0 ? [by] : [], Compare = compare.Length > 0 ? [compare] : [], Period = Period.IsoWeek(2026, 47) })).Message);

    [Fact]
    public void Every_metric_can_be_cut_by_each_of_its_dimensions_and_opened()
    {
        duck.Load("");
        foreach (var metric in duck.Engine.Catalogue.All)
            foreach (var dimension in metric.Dimensions.Where(d => !DimensionCatalogue.Embedded[d].FilterOnly))
                Assert.Empty(duck.Engine.Run(new(metric.Id) { By = [dimension], Period = Period.IsoWeek(2026, 47) }).Rows);
    }

    [Fact]
    public void The_records_behind_a_number_are_as_many_as_its_n_and_come_in_pages()
    {
        duck.Load(Visits(("H1", "2026-11-16", 25, 5), ("H2", "2026-11-16", 3, 1)));
        var query = new MetricQuery("no_show_rate") { Where = [new("hall", "H1")] };
        var page = duck.Engine.Records(query, offset: 20, limit: 20);
        Assert.Equal((25L, 5), (page.Total, page.Rows.Count));
        Assert.Equal("part", page.Columns[^1]);
        var all = duck.Engine.Records(query, limit: 100);
        Assert.Equal(5L, all.Rows.Sum(r => (long)r[^1]!));
    }

    [Fact]
    public void Peers_are_the_units_of_the_same_kind_and_their_median_stands_beside_each()
    {
        duck.Load(Visits(("A", "2026-11-16", 100, 10), ("B", "2026-11-16", 100, 20), ("C", "2026-11-16", 100, 60), ("D", "2026-11-16", 100, 90))
            + Facts.Insert("hall", [Row(("code", "A"), ("kind", "x")), Row(("code", "B"), ("kind", "x")), Row(("code", "C"), ("kind", "x")), Row(("code", "D"), ("kind", "y"))]));
        var rows = duck.Engine.Run(new("no_show_rate") { By = ["hall"], Compare = ["peers"] }).Rows;
        Assert.Equal(["A:0.4:2", "B:0.35:2", "C:0.15:2", "D::0"], rows.Select(r => FormattableString.Invariant($"{r.Code("hall")}:{r.Comparisons[0].Value:0.##}:{r.Comparisons[0].Units}")));
        Assert.Equal(ChangeVerdict.Signal, rows[2].Comparisons[0].Verdict);
        Assert.Equal((80.0, 200L), (rows[0].Comparisons[0].Numerator, rows[0].Comparisons[0].N));
        // One unit by a filter has the same peers as in the table of all.
        var one = duck.Engine.Run(new("no_show_rate") { Where = [new("hall", "A")], Compare = ["peers"] }).Single;
        Assert.Equal((0.4, 2), (one.Comparisons[0].Value!.Value, one.Comparisons[0].Units!.Value));
        // A median cannot be pooled from sums: the median of the others' medians.
        Assert.NotNull(duck.Engine.Run(new("wait_median") { By = ["hall"], Compare = ["peers"] }).Rows[0].Comparisons[0].Value);
        Assert.Contains("needs a unit", Assert.Throws<MetricQueryException>(() => duck.Engine.Run(new("no_show_rate") { By = ["weekday"], Compare = ["peers"] })).Message);
    }

    [Fact]
    public void A_target_stands_beside_the_figure_and_chance_is_told_from_a_miss()
    {
        var catalogue = MetricCatalogue.With(new() { Targets = new Dictionary<string, double> { ["no_show_rate"] = 0.1 } });
        var engine = new MetricEngine(new SessionSource("test", duck.Warehouse.OpenSession), catalogue);
        duck.Load(Visits(("A", "2026-11-16", 100, 12), ("B", "2026-11-16", 100, 40)));
        var rows = engine.Run(new("no_show_rate") { By = ["hall"], Compare = ["target"] }).Rows;
        Assert.Equal([ChangeVerdict.Ordinary, ChangeVerdict.Signal], rows.Select(r => r.Comparisons[0].Verdict));
        Assert.Equal(0.3, rows[1].Comparisons[0].Change!.Value, 12);
        Assert.Contains("no target", Assert.Throws<MetricQueryException>(() => duck.Engine.Run(new("visits") { Compare = ["target"] })).Message);
        Assert.Contains("peers", Assert.Throws<MetricQueryException>(() => duck.Engine.Run(new("visits") { Compare = ["peer"], By = ["hall"], Period = Period.Day(new(2026, 11, 16)) })).Message);
    }

    [Fact]
    public void Rows_that_the_data_cannot_tell_apart_share_a_band_of_places()
    {
        duck.Load(Visits(("A", "2026-11-16", 400, 40), ("B", "2026-11-16", 400, 44), ("C", "2026-11-16", 400, 38), ("E", "2026-11-16", 400, 200), ("F", "2026-11-16", 400, 210)));
        var rows = duck.Engine.Run(new("no_show_rate") { By = ["hall"], Ranking = new() }).Rows;
        Assert.Equal(["C:1–3", "A:1–3", "B:1–3", "E:4–5", "F:4–5"], rows.Select(r => $"{r.Code("hall")}:{r.Place}"));
        var means = duck.Engine.Run(new("wait_max") { By = ["hall"], Ranking = new() }).Rows;
        Assert.All(means.Where(r => r.Rank is not null), r => Assert.Equal(r.Rank, r.RankFrom));
    }

    [Fact]
    public void People_with_few_records_are_never_put_in_an_order()
    {
        duck.Load(Facts.Insert("visit", new[] { ("S1", 40, 100.0), ("S2", 29, 10.0), ("S3", 35, 50.0) }.SelectMany(s => Enumerable.Range(0, s.Item2)
            .Select(i => Row(("staff_code", s.Item1), ("number", $"{s.Item1}-{i}"), ("wait_s", s.Item3))))));
        var best = duck.Engine.Run(new("wait_mean") { By = ["staff"], Order = MetricOrder.BestFirst }).Rows;
        Assert.Equal(["S3", "S1", "S2"], best.Select(r => r.Code("staff")));
        Assert.Equal("n < 30", best[^1].Note);
        Assert.Null(duck.Engine.Run(new("wait_mean") { By = ["staff"], Ranking = new(MinN: 1) }).Rows.Single(r => r.Code("staff") == "S2").Rank);
    }

    [Fact]
    public void A_village_is_the_twelve_digits_of_its_code()
    {
        duck.Load(Facts.Insert("review", [Row(("area_code", "990102003004")), Row(("area_code", "990102003005")), Row(("area_code", "990102"))])
            + Facts.Insert("area", [Row(("code", "990102003004"), ("name", "桥头社区"), ("level", "VILLAGE"))]));
        var rows = duck.Engine.Run(new("reviews") { By = ["village"] }).Rows;
        Assert.Equal(["990102003004|桥头社区", "990102003005|990102003005", "|未填"], rows.Select(r => $"{r.Code("village")}|{r.Dimensions[0].Name}"));
        Assert.Equal(2, duck.Engine.Run(new("reviews") { By = ["street"] }).Rows[0].N);
    }

    [Fact]
    public void Several_questions_at_once_give_what_each_gives_alone()
    {
        duck.Load(Visits(("H1", "2026-11-16", 40, 4), ("H2", "2026-11-17", 30, 9), ("H1", "2026-11-09", 20, 5), ("H3", "2026-11-17", 3, 3))
            + Facts.Insert("review", Enumerable.Range(0, 60).Select(i => Row(("level", 1 + i % 5), ("is_default", i % 3 == 0), ("hall_code", $"H{i % 3}")))));
        foreach (var by in new string[][] { [], ["hall"], ["hall", "day"] })
        {
            var questions = duck.Engine.Catalogue.All.Where(m => m.Model is "visit_clean" or "review_clean")
                .Select(m => new MetricQuery(m.Id) { By = by, Period = Period.IsoWeek(2026, 47), Compare = m.Time is null ? [] : ["last-week"] }).ToList();
            var together = duck.Engine.RunAll(questions);
            foreach (var (question, answer) in questions.Zip(together))
                Assert.Equal(MetricWriter.Json(duck.Engine.Run(question)), MetricWriter.Json(answer));
        }
    }

    [Fact]
    public void A_card_asks_each_of_its_metrics_what_that_metric_knows()
    {
        duck.Load(Facts.Insert("one_thing", [Row(("code", "T1"), ("materials_before", 40), ("materials_after", 26), ("visits_before", 7), ("visits_after", 1))]));
        var card = MetricCard.Of("one-thing").Read(duck.Engine, new("") { By = ["theme"], Period = Period.IsoWeek(2026, 47) });
        var materials = card.Single(a => a.Metric.Id == "materials_cut").Result.Rows.Single();
        Assert.Equal(("T1", 14.0, 40.0), (materials.Code("theme"), materials.Numerator, materials.Denominator));
        Assert.Equal(["问得少", "跑得少", "交得少", "等得少", "体验好"], MetricCard.Of("five-way").Lines.Select(l => l.NameZh));
        Assert.NotEmpty(MetricCard.Of("five-way").Read(duck.Engine, new("") { Period = Period.IsoWeek(2026, 47), Compare = ["last-week", "target"] }));
        Assert.Contains("five-way", Assert.Throws<MetricQueryException>(() => MetricCard.Of("fiveway")).Message);
    }
}
