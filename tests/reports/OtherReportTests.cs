using QualityInsight.Analytics;
using QualityInsight.Reports.AdHoc;
using QualityInsight.Reports.Annex;
using QualityInsight.Reports.Bulletin;
using QualityInsight.Reports.Daily;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Tests;

[Collection("city")]
public sealed class OtherReportTests(SampleCity city)
{
    [Fact]
    public void The_daily_flash_is_the_metric_layers_answer_for_the_day()
    {
        var model = DailyReport.Build(city.Engine, city.Facts, "2026-11-12", null, ReportLanguage.Chinese, SampleCity.Clock);
        foreach (var figure in model.Figures)
        {
            var asked = city.Engine.Run(new MetricQuery(figure.Metric) { Period = Period.Parse("2026-11-12"), Compare = [Comparison.LastWeek] }).Single;
            Assert.Equal(asked.Value, figure.Value);
            Assert.Equal(asked.Comparisons.Single().Value, figure.Changes.Single().ThenValue);
        }
        Assert.Equal("2026 年 11 月 12 日（周四）", PeriodWords.Of(model));
        Assert.Throws<FormatException>(() => DailyReport.Build(city.Engine, city.Facts, "2026-W46", null, ReportLanguage.Chinese, SampleCity.Clock));
    }

    [Fact]
    public void A_sunday_without_numbers_is_no_missing_feed_but_a_silent_week_is()
    {
        var (from, to) = (new DateTime(2026, 11, 15), new DateTime(2026, 11, 16));
        Assert.Equal(FeedState.Received, ServingFacts.StateOf(new(2026, 11, 13, 17, 0, 0), false, 5, null, from, to, new()));
        Assert.Equal(FeedState.Missing, ServingFacts.StateOf(new(2026, 11, 9, 17, 0, 0), false, 5, null, from, to, new()));
    }

    [Fact]
    public async Task The_bulletin_holds_no_small_cell()
    {
        var model = BulletinReport.Build(city.Engine, city.Facts, "2026-10", "O7", ReportLanguage.Chinese, SampleCity.Clock);
        Assert.Contains(model.Figures, f => f.Text == SmallCells.Mark);
        Assert.All(model.Figures, f => Assert.False(f.N is > 0 and < 10, $"{f.Metric}: n={f.N}"));
        foreach (var cell in model.Sections.Where(s => s.Id != "appendix").SelectMany(s => s.Blocks).OfType<TableBlock>().SelectMany(t => t.Rows).SelectMany(r => r.Skip(1)))
            Assert.False(long.TryParse(cell.Text, out var n) && n is > 0 and < 10, cell.Text);
        var html = await WeeklyReportTests.Html(model);
        Assert.DoesNotContain("C1-", html);
        Assert.DoesNotContain("号窗口", html);
    }

    [Fact]
    public void Last_month_in_the_bulletin_is_the_calendar_month()
    {
        var model = BulletinReport.Build(city.Engine, city.Facts, "2026-10", null, ReportLanguage.English, SampleCity.Clock);
        var reviews = model.Figures.Single(f => f.Metric == "reviews");
        Assert.Equal(city.Engine.Run(new MetricQuery("reviews") { Period = Period.Parse("2026-09") }).Single.Value, reviews.Changes[0].ThenValue);
        Assert.Equal("October 2026", PeriodWords.Of(model));
    }

    [Fact]
    public void A_closed_cell_cannot_be_computed_from_the_total()
    {
        Assert.Equal([500L, null, 40L, 0L, null], SmallCells.Open(new long[] { 500, 25, 40, 0, 3 }));
        Assert.Equal([500L, 25L, 0L], SmallCells.Open(new long[] { 500, 25, 0 }));
        IReadOnlyList<IReadOnlyList<long>> table = [[100, 3, 50], [70, 60, 40], [90, 80, 30]];
        var open = SmallCells.Open(table);
        foreach (var r in Enumerable.Range(0, 3))
            Assert.NotEqual(1, open[r].Count(c => c is null));
        foreach (var c in Enumerable.Range(0, 3))
            Assert.NotEqual(1, open.Count(r => r[c] is null));
    }

    [Fact]
    public void A_rate_that_tells_of_a_few_is_closed_on_either_side()
    {
        MetricRow Row(double part, double whole) => new([], part / whole, (long)whole, part, whole, null, null);
        Assert.True(SmallCells.IsSmall(Row(3, 5000), MetricAggregate.Share));
        Assert.True(SmallCells.IsSmall(Row(4997, 5000), MetricAggregate.Share));
        Assert.False(SmallCells.IsSmall(Row(5000, 5000), MetricAggregate.Share));
        Assert.False(SmallCells.IsSmall(Row(40, 5000), MetricAggregate.Share));
        Assert.True(SmallCells.IsSmall(Row(1, 9), MetricAggregate.Mean));
    }

    [Fact]
    public void An_ad_hoc_report_answers_its_question_and_names_no_person()
    {
        var question = new AdHocQuestion(["wait_median", "bad_review_rate"], ["org"], new(2026, 11, 2), new(2026, 11, 15), []);
        var model = AdHocReport.Build(city.Engine, city.Facts, question, null, ReportLanguage.English, SampleCity.Clock);
        Assert.Equal(["overview", "cut-wait_median", "cut-bad_review_rate", "appendix"], model.Sections.Select(s => s.Id));
        var rows = Assert.IsType<TableBlock>(model.Sections[2].Blocks.Single()).Rows;
        Assert.Equal(city.Engine.Run(new MetricQuery("bad_review_rate") { Period = model.Period, By = ["org"] }).Rows.Select(r => r.Value), rows.Select(r => r[1].Value));
        Assert.Throws<MetricQueryException>(() => AdHocReport.Build(city.Engine, city.Facts, question with { By = ["staff"] }, null, ReportLanguage.English, SampleCity.Clock));
        Assert.Throws<MetricQueryException>(() => AdHocReport.Build(city.Engine, city.Facts, question with { Metrics = ["wait_medain"] }, null, ReportLanguage.English, SampleCity.Clock));
        Assert.NotEqual(question.Name, (question with { By = ["hall"] }).Name);
    }

    [Fact]
    public async Task The_annex_holds_every_table_and_the_exact_figures()
    {
        var model = city.Report();
        using var file = new MemoryStream();
        await ReportAnnex.Write(model, file);
        var sheets = WorkbookTests.Read(file.ToArray());
        Assert.Contains(sheets["说明"], r => r[0] is "数据快照" && r[1] is SampleCity.SnapshotName);
        foreach (var (figure, row) in model.Figures.Zip(sheets["指标"].Skip(1)))
        {
            Assert.Equal(figure.Metric, row[1]);
            Assert.Equal(figure.Value is { } v ? Math.Round(v * figure.Scale, 9) : null, row[3]);
            Assert.Equal((double)figure.N, row[5]);
        }
        var tables = model.Sections.SelectMany(s => s.Blocks).Select(b => b as TableBlock ?? (b as ChartBlock)?.Data).OfType<TableBlock>().ToArray();
        Assert.True(tables.Length >= 12, $"{tables.Length} tables");
        Assert.Equal(tables.Select(t => t.Rows.Count + 1 + (t.Note is null ? 0 : 1)), sheets.Skip(2).Select(s => s.Value.Count));
        Assert.Contains(sheets, s => s.Key.StartsWith("指标口径", StringComparison.Ordinal));
    }

    [Fact]
    public void A_topic_rises_only_where_the_test_and_the_weeks_before_agree()
    {
        Topic Of(long now, params long[] before) => new("problem", "P01", "x", now, before);
        Assert.True(RisingTopics.Test([Of(40, 10, 12, 9, 11)], 5).Single().IsRising);
        Assert.False(RisingTopics.Test([Of(13, 10, 12, 9, 11)], 5).Single().IsRising);
        // Four times the mean, but of small numbers: noise.
        Assert.False(RisingTopics.Test([Of(5, 1, 1, 2, 1)], 5).Single().IsRising);
        // Far above the mean, but one of the four weeks was as high: topics vary more than counting alone.
        Assert.False(RisingTopics.Test([Of(40, 41, 1, 1, 1)], 5).Single().IsRising);
        // Twenty topics tried at once: one of them is by chance what alone would be a signal.
        Assert.True(RisingTopics.Test([Of(24, 10, 9, 8, 10)], 5).Single().IsRising);
        Assert.DoesNotContain(RisingTopics.Test([Of(24, 10, 9, 8, 10), .. Enumerable.Repeat(Of(10, 10, 10, 10, 10), 19)], 5), t => t.IsRising);
        Assert.Empty(RisingTopics.Test([Of(4, 0, 0, 0, 0)], 5));
    }
}
