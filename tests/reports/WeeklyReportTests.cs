using System.Globalization;
using AngleSharp.Html.Parser;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Html;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Tests;

[Collection("city")]
public sealed class WeeklyReportTests(SampleCity city)
{
    private static readonly Period Week = Period.Parse(SampleCity.Week);

    [Fact]
    public async Task Every_figure_of_the_overview_is_the_metric_layers_answer()
    {
        var page = await Page(city.Report());
        var cells = page.QuerySelectorAll("table.figures td.now").ToArray();
        Assert.True(cells.Length >= 30);
        foreach (var cell in cells)
        {
            var asked = city.Engine.Run(new MetricQuery(cell.GetAttribute("data-metric")!) { Period = Week, Compare = [Comparison.LastWeek, Comparison.LastYear] }).Single;
            Assert.Equal(asked.Value, Number(cell.GetAttribute("data-value")));
            Assert.Equal(asked.N, long.Parse(cell.GetAttribute("data-n")!));
            var then = cell.ParentElement!.QuerySelectorAll("td.then").Select(t => Number(t.GetAttribute("data-value")));
            Assert.Equal(asked.Comparisons.Select(c => c.Value), then);
        }
    }

    [Fact]
    public async Task Every_figure_of_the_tables_is_the_metric_layers_answer_for_its_place()
    {
        var page = await Page(city.Report());
        var cells = page.QuerySelectorAll("td[data-metric][data-at]").ToArray();
        Assert.True(cells.Length >= 40);
        foreach (var cell in cells)
        {
            var at = cell.GetAttribute("data-at")!.Split('=', 2);
            var asked = city.Engine.Run(new MetricQuery(cell.GetAttribute("data-metric")!) { Period = Week, Where = [new MetricFilter(at[0], at[1])] }).Single;
            Assert.Equal(asked.Value, Number(cell.GetAttribute("data-value")));
        }
    }

    [Fact]
    public void Printed_figures_are_the_exact_ones_rounded()
    {
        foreach (var figure in city.Report().Figures.Where(f => f.Value is not null))
        {
            var factor = figure.Unit switch { "%" => 100, "分钟" => 1 / 60.0, "小时" => 1 / 3600.0, _ => 1 };
            var decimals = figure.Text.Contains('.') ? figure.Text.Length - figure.Text.IndexOf('.') - 1 : 0;
            var printed = double.Parse(figure.Text, NumberStyles.Number, CultureInfo.InvariantCulture);
            Assert.True(Math.Abs(printed - (figure.Value!.Value * factor)) <= 0.5001 * Math.Pow(10, -decimals), $"{figure.Metric}: {figure.Text} is not {figure.Value}");
        }
    }

    [Fact]
    public void A_rate_over_nothing_is_a_dash_and_never_zero_or_all()
    {
        var figure = city.Report().Figures.Single(f => f.Metric == "reply_days_median");
        Assert.Equal(("—", null), (figure.Text, figure.Value));
        Assert.Equal(0, figure.N);
    }

    [Fact]
    public void The_doubled_wait_is_a_signal_for_the_worse()
    {
        var model = city.Report();
        var points = model.Sections[0].Blocks.OfType<PointsBlock>().Single().Points;
        Assert.Contains(points, p => p.Tone == Tone.Act && p.Text.StartsWith("等候时长 P90 ") && p.Text.Contains("控制限"));
        Assert.Contains(points, p => p.Tone == Tone.Act && p.Text.StartsWith("等候超 15 分钟占比") && p.Text.Contains("显著变化"));
        Assert.Contains(model.Charts, c => c.Chart.Kind == "waits-by-hall" && c.Chart.Answer.StartsWith("市政务服务中心最久"));
    }

    [Fact]
    public void The_trend_of_the_week_before_the_planted_change_is_ordinary()
    {
        var points = city.Build(week: "2026-W45").Sections[0].Blocks.OfType<PointsBlock>().Single().Points;
        Assert.DoesNotContain(points, p => p.Text.StartsWith("等候时长"));
    }

    [Fact]
    public void A_report_for_a_department_covers_it_and_those_under_it_only()
    {
        var model = city.Build(org: "O1");
        Assert.Equal("市公安局", model.Scope);
        var tickets = model.Figures.Single(f => f.Metric == "tickets");
        var asked = city.Engine.Run(new MetricQuery("tickets") { Period = Week, By = ["org"] }).Rows.Where(r => r.Code("org") is "O1" or "O8").Sum(r => r.N);
        Assert.Equal(asked, tickets.N);
        Assert.True(asked < city.Report().Figures.Single(f => f.Metric == "tickets").N);
        Assert.Throws<MetricQueryException>(() => city.Build(org: "NOPE"));
    }

    [Fact]
    public async Task Nothing_outside_the_page_is_referenced_and_no_script_runs()
    {
        foreach (var language in Enum.GetValues<ReportLanguage>())
        {
            var html = await Html(city.Report(language));
            var page = new HtmlParser().ParseDocument(html);
            Assert.Empty(page.QuerySelectorAll("script, link, iframe, object, embed, base"));
            Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name is "src" or "href" or "xlink:href" && !a.Value.StartsWith('#'));
            Assert.DoesNotContain("url(http", html);
            Assert.Equal(language.Tag(), page.DocumentElement.GetAttribute("lang"));
        }
    }

    [Fact]
    public async Task Made_again_it_is_the_same_but_for_the_time_stamp()
    {
        var first = city.Report();
        var again = WeeklyReport.Build(city.Engine, city.Facts, SampleCity.Week, null, ReportLanguage.Chinese, TimeProvider.System);
        Assert.Equal(await Html(first), (await Html(again with { MadeAt = first.MadeAt })));
    }

    [Fact]
    public async Task English_readers_find_no_chinese_but_names_out_of_the_feeds()
    {
        var page = await Page(city.Report(ReportLanguage.English));
        var heads = page.QuerySelectorAll("h1, h2, h3, thead, .figures th, .small, .answer, dt").Select(e => e.TextContent);
        string[] names = ["市政务服务中心", "市自然资源和规划局", "市公安局"];
        Assert.DoesNotContain(heads, h => names.Aggregate(h, (text, name) => text.Replace(name, "")).Any(c => c is >= '\u4e00' and <= '\u9fff'));
    }

    [Fact]
    public async Task Names_out_of_feeds_stay_text()
    {
        city.Execute("UPDATE hall SET name = '<img src=x onerror=alert(1)>' WHERE code = 'H1'");
        try
        {
            var page = await Page(city.Build());
            Assert.Empty(page.QuerySelectorAll("img"));
            Assert.Contains(page.QuerySelectorAll("td"), c => c.TextContent == "<img src=x onerror=alert(1)>");
        }
        finally
        {
            city.Execute("UPDATE hall SET name = '市政务服务中心' WHERE code = 'H1'");
        }
    }

    internal static Task<string> Html(ReportModel model) =>
        HtmlReport.Render(model, model.Charts.ToDictionary(c => c.Chart.Kind, _ => "<svg></svg>"));

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Page(ReportModel model) => new HtmlParser().ParseDocument(await Html(model));

    private static double? Number(string? text) => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
