using AngleSharp.Html.Parser;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Tests;

[Collection("city")]
public sealed class RefusalTests(SampleCity city)
{
    [Fact]
    public void A_week_that_a_feed_does_not_reach_is_refused_by_name()
    {
        var refused = Assert.Throws<ReportRefusedException>(() => city.Build(week: "2026-W47"));
        Assert.Contains(refused.Reasons, r => r.Contains("hall") && r.Contains("visit"));
        Assert.Contains("--force", refused.Message);
    }

    [Fact]
    public void A_load_whose_rows_do_not_add_up_is_refused()
    {
        city.Execute("UPDATE batch SET rows_in = rows_in + 1 WHERE batch_id = 4");
        try
        {
            var refused = Assert.Throws<ReportRefusedException>(() => city.Build());
            Assert.Contains(refused.Reasons, r => r.Contains("rating") && r.Contains("不平"));
        }
        finally
        {
            city.Execute("UPDATE batch SET rows_in = rows_in - 1 WHERE batch_id = 4");
        }
    }

    [Fact]
    public async Task Forced_it_is_a_draft_that_says_why_on_the_page()
    {
        city.Execute("UPDATE batch SET last_event = TIMESTAMP '2026-11-10 09:00:00' WHERE batch_id = 2");
        try
        {
            Assert.Throws<ReportRefusedException>(() => city.Build());
            var model = city.Build(options: new() { Force = true });
            Assert.True(model.IsDraft);
            var page = new HtmlParser().ParseDocument(await WeeklyReportTests.Html(model));
            Assert.Contains("只到 2026-11-10 09:00", page.QuerySelector(".refusal")!.TextContent);
            Assert.Equal("草稿", page.QuerySelector(".watermark")!.TextContent);
        }
        finally
        {
            city.Execute("UPDATE batch SET last_event = (SELECT max(taken_at) FROM visit) WHERE batch_id = 2");
        }
    }

    [Fact]
    public void Figures_and_facts_of_two_snapshots_are_refused()
    {
        var facts = new OtherSnapshot(city.Facts);
        var refused = Assert.Throws<ReportRefusedException>(() =>
            WeeklyReport.Build(city.Engine, facts, SampleCity.Week, null, ReportLanguage.English, SampleCity.Clock));
        Assert.Contains(refused.Reasons, r => r.Contains("another"));
    }

    [Theory]
    [InlineData("2026-11")]
    [InlineData("2026-W60")]
    [InlineData("last week")]
    public void What_is_no_week_is_said_so(string week) => Assert.Throws<FormatException>(() => city.Build(week: week));

    [Theory]
    [InlineData(null, false, 5, FeedState.Dormant)]
    [InlineData("2026-05-01", false, 5, FeedState.Dormant)]
    [InlineData("2026-11-01", false, 1, FeedState.Dormant)]
    [InlineData("2026-11-01", false, 2, FeedState.Missing)]
    [InlineData("2026-11-11", true, 1, FeedState.Received)]
    [InlineData("2026-11-11", true, 2, FeedState.Late)]
    [InlineData("2026-11-13", true, 2, FeedState.Received)]
    [InlineData("2026-11-11", true, 2, FeedState.Received, 1.0)]
    [InlineData("2026-11-09", true, 2, FeedState.Late, 1.0)]
    public void The_state_of_a_feed_follows_its_newest_record_and_its_usual_silence(string? last, bool hasPeriod, long loads, FeedState expected, double? gap = null) =>
        Assert.Equal(expected, ServingFacts.StateOf(last is null ? null : DateTime.Parse(last), hasPeriod, loads, gap, new(2026, 11, 9), new(2026, 11, 16), new()));

    private sealed class OtherSnapshot(IReportFacts facts) : IReportFacts
    {
        public string Snapshot => "another";

        public IReadOnlyList<FeedStatus> Feeds(QualityInsight.Analytics.Period period) => facts.Feeds(period);

        public IReadOnlyList<StageCount> Funnel(QualityInsight.Analytics.Period period, string? org) => facts.Funnel(period, org);

        public IReadOnlyList<OverdueCase> Overdue(QualityInsight.Analytics.Period period, string? org, int limit) => facts.Overdue(period, org, limit);

        public IReadOnlyList<LateTicket> LateTickets(QualityInsight.Analytics.Period period, string? org, int limit) => facts.LateTickets(period, org, limit);

        public IReadOnlyList<RepeatProblem> Repeats(QualityInsight.Analytics.Period period, string? org, int limit) => facts.Repeats(period, org, limit);

        public IReadOnlyList<PolicyInUse> Policies(QualityInsight.Analytics.Period period, string? org) => facts.Policies(period, org);

        public IReadOnlyList<FlagExample> FlagExamples(QualityInsight.Analytics.Period period, string? org) => facts.FlagExamples(period, org);

        public string? OrgName(string code) => facts.OrgName(code);
    }
}
