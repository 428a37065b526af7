using System.Xml.Linq;
using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Rendering;

namespace QualityInsight.Reports.Tests;

[Collection("city")]
public sealed class ChartDrawingTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Every_kind_is_drawn_as_self_contained_svg_with_real_text()
    {
        foreach (var language in Enum.GetValues<ReportLanguage>())
            foreach (var chart in SampleCharts.All(language))
            {
                var svg = XDocument.Parse(await browser.Charts.DrawSvg(chart));
                Assert.Equal($"0 0 {chart.Width} {chart.Height}", (string?)svg.Root!.Attribute("viewBox"));
                Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "text");
                Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName is "href" or "src" && !a.Value.StartsWith('#'));
            }
    }

    [BrowserFact]
    public async Task The_drawn_text_holds_the_figures()
    {
        var svg = await browser.Charts.DrawSvg(SampleCharts.All(ReportLanguage.Chinese)[0]);
        var texts = XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim()).ToArray();
        Assert.Contains("▲ 18.7", texts);
        Assert.Contains("4,213", texts);
        Assert.Contains("目标 15 分", texts);
    }

    [BrowserFact]
    public async Task The_same_option_gives_the_same_drawing()
    {
        var chart = SampleCharts.All(ReportLanguage.Chinese)[4];
        Assert.Equal(await browser.Charts.DrawSvg(chart), await browser.Charts.DrawSvg(chart));
    }

    [BrowserFact]
    public async Task Pictures_have_the_size_asked_for()
    {
        var chart = SampleCharts.All(ReportLanguage.Chinese)[1];
        var png = await browser.Charts.DrawPng(chart, 2);
        Assert.Equal(0x89504E47u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(png));
        Assert.Equal(chart.Width * 2, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(chart.Height * 2, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [BrowserFact]
    public async Task A_chart_that_comes_out_blank_is_refused()
    {
        var empty = new ChartOption("blank", "?", "", """{"xAxis":{"type":"category","data":["a"]},"yAxis":{"type":"value"},"series":[{"type":"bar","data":[null]}]}""", 300, 200);
        await Assert.ThrowsAsync<BlankChartException>(() => browser.Charts.DrawSvg(empty));
        await Assert.ThrowsAsync<BlankChartException>(() => browser.Charts.DrawPng(empty));
    }

    [BrowserFact]
    public async Task An_option_echarts_cannot_draw_says_so_and_the_next_one_is_drawn()
    {
        var broken = new ChartOption("broken", "?", "", """{"series":[{"type":"bar","data":[1]}]}""", 300, 200);
        await Assert.ThrowsAsync<InvalidOperationException>(() => browser.Charts.DrawSvg(broken));
        Assert.NotEmpty(await browser.Charts.DrawSvg(SampleCharts.All(ReportLanguage.English)[0]));
    }

    [BrowserFact]
    public async Task This_machine_has_a_chinese_font() => Assert.True(await browser.Charts.ChineseIsDrawn(), FontCheck.HowToInstall);

    [Fact]
    public async Task Without_chromium_the_message_says_what_to_install()
    {
        await using var none = new ChromiumBrowser("/does/not/exist");
        await using var charts = new ChromiumChartRenderer(none);
        var refused = await Assert.ThrowsAsync<RenderingUnavailableException>(() => charts.DrawSvg(SampleCharts.All(ReportLanguage.Chinese)[0]));
        Assert.Contains("apt-get install chromium", refused.Message);
    }
}
