using System.Text.Json;
using System.Text.Json.Nodes;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Tests;

public sealed class ChartOptionTests
{
    [Theory]
    [InlineData(ReportLanguage.Chinese)]
    [InlineData(ReportLanguage.English)]
    public void Options_are_the_approved_ones(ReportLanguage language)
    {
        var pretty = new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        foreach (var chart in SampleCharts.All(language))
            Approved.Check($"{chart.Kind}.{language.Tag()}.json", JsonSerializer.Serialize(new
            {
                chart.Kind,
                chart.Question,
                chart.Answer,
                chart.Width,
                chart.Height,
                option = JsonNode.Parse(chart.Json),
            }, pretty) + "\n");
    }

    [Fact]
    public void Nothing_to_draw_gives_no_chart_instead_of_an_empty_one()
    {
        const ReportLanguage zh = ReportLanguage.Chinese;
        Assert.Null(WaitsByHallChart.Build([new("大厅", null, null, 0)], 900, 30, zh));
        Assert.Null(WaitHeatmapChart.Build([new(1, 9, null, 0)], 10, zh));
        Assert.Null(WeeklyTrendChart.Build("?", "分", [new("W46", 1, null, null, false)], null, 1, zh));
        Assert.Null(HandlingRatesChart.Build([new("局", null, null, null, 0)], null, 30, zh));
        Assert.Null(LevelsByChannelChart.Build([new("短信", [0, 0, 0, 0, 0])], 30, zh));
        Assert.Null(LoopFunnelChart.Build([new("立案", 0)], zh));
        Assert.Null(ReviewsTrioChart.Build(new("", null, null, null, 0), new("", null, null, null, 0), null, zh));
        Assert.Null(TopProblemsChart.Build([new("P01", 0, 3)], 0, zh));
    }

    [Fact]
    public void Halls_with_few_records_come_last_and_are_never_named_as_the_longest()
    {
        var chart = WaitsByHallChart.Build([new("小厅", 9000, 9900, 3), new("大厅", 600, 900, 300)], 900, 30, ReportLanguage.Chinese)!;
        var names = JsonNode.Parse(chart.Json)!["yAxis"]![0]!["data"]!.AsArray().Select(n => (string)n!);
        Assert.Equal(["大厅", "小厅"], names);
        Assert.StartsWith("大厅最久：中位 10.0 分", chart.Answer);
        Assert.DoesNotContain(ChartLook.ActNow, chart.Json);
    }

    [Fact]
    public void Red_needs_the_whole_interval_below_all_and_enough_records()
    {
        var chart = HandlingRatesChart.Build(
            [new("甲", 0.90, 0.88, 0.92, 900), new("乙", 0.93, 0.90, 0.96, 400), new("丙", 0.2, 0.1, 0.4, 10)], 0.95, 30, ReportLanguage.Chinese)!;
        var marks = JsonNode.Parse(chart.Json)!["series"]![2]!["data"]!.AsArray().Select(d => (string)d!["itemStyle"]!["color"]!);
        Assert.Equal([ChartLook.ActNow, ChartLook.Accent, ChartLook.InkSoft], marks);
    }

    [Fact]
    public void A_name_that_closes_the_script_element_stays_text()
    {
        var chart = WaitsByHallChart.Build([new("</script><script>alert(1)", 60, 90, 100)], null, 30, ReportLanguage.Chinese)!;
        Assert.DoesNotContain("</script", chart.Json);
        Assert.Equal("</script><script>alert(1)", (string)JsonNode.Parse(chart.Json)!["yAxis"]![0]!["data"]![0]!);
    }

    [Theory]
    [InlineData(0.9998, "99.98%")]
    [InlineData(0.0002, "0.02%")]
    [InlineData(1.0, "100.00%")]
    [InlineData(0.0, "0.00%")]
    [InlineData(0.9123, "91.23%")]
    [InlineData(double.NaN, "—")]
    [InlineData(null, "—")]
    public void Rates_have_two_decimals_and_nothing_is_a_dash(double? share, string written) =>
        Assert.Equal(written, Figures.Percent(share));

    [Fact]
    public void Figures_do_not_follow_the_culture_of_the_machine()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
            Assert.Equal("1,234,567", Figures.Count(1234567));
            Assert.Equal("12.3", Figures.Minutes(735));
            Assert.Equal(SampleCharts.All(ReportLanguage.Chinese).Select(c => c.Json), Invariant());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }

        static string[] Invariant()
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
            return [.. SampleCharts.All(ReportLanguage.Chinese).Select(c => c.Json)];
        }
    }
}
