using System.Diagnostics;
using AngleSharp.Html.Parser;
using QualityInsight.Reports.Rendering;
using QualityInsight.Reports.Weekly;
using QualityInsight.Testing;

namespace QualityInsight.Reports.Tests;

[Collection("city")]
public sealed class PrintingTests(SampleCity city, BrowserFixture browser)
{
    [BrowserFact]
    public async Task The_pdf_is_a4_and_its_text_contains_the_figures_in_both_languages()
    {
        using var folder = new TempFolder();
        foreach (var language in Enum.GetValues<ReportLanguage>())
        {
            var model = city.Report(language);
            var printed = await new ReportPrinter(browser.Charts, browser.Printer).Print(model);
            Assert.Null(printed.Missing);
            Assert.Empty(new HtmlParser().ParseDocument(printed.Html).QuerySelectorAll("script"));
            var files = await ReportFiles.Write(printed, folder.Path);
            Assert.Equal([$"weekly-2026-W46{language.Pick("", ".en")}.html", $"weekly-2026-W46{language.Pick("", ".en")}.pdf", $"weekly-2026-W46{language.Pick("", ".en")}.xlsx"], files.Select(f => Path.GetFileName(f)));
            if (Run("pdftotext", "-layout", files[1], "-") is not { } text) continue;
            Assert.Contains(model.Title, text);
            foreach (var figure in model.Figures)
                Assert.Contains(figure.Text, text);
            Assert.Contains(language.Pick("二、等候", "2 Waiting"), System.Text.RegularExpressions.Regex.Replace(text, " +", " "));
            var info = Run("pdfinfo", files[1])!;
            Assert.Contains("A4", info);
            Assert.Matches(@"Tagged:\s+yes", info);
            Assert.Matches(@"JavaScript:\s+no", info);
        }
    }

    [Fact]
    public async Task Without_chromium_the_page_is_made_with_live_charts_and_says_what_to_install()
    {
        await using var none = new ChromiumBrowser("/does/not/exist");
        await using var charts = new ChromiumChartRenderer(none);
        var printed = await new ReportPrinter(charts, new ChromiumPdfPrinter(none)).Print(city.Report());
        Assert.Null(printed.Pdf);
        Assert.Contains("apt-get install chromium", printed.Missing);
        var page = new HtmlParser().ParseDocument(printed.Html);
        Assert.Contains("apt-get install chromium", page.QuerySelector(".notice")!.TextContent);
        Assert.Equal(printed.Model.Charts.Count(), page.QuerySelectorAll("script[type='application/json']").Length);
        Assert.Empty(page.QuerySelectorAll("script[src], link"));
    }

    [BrowserFact]
    public async Task The_page_with_live_charts_draws_them_in_the_readers_browser()
    {
        var html = await Html.HtmlReport.RenderWithScript(city.Report(), "…");
        await using var context = await browser.Browser.OpenContext(scripts: true, default);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        await page.SetContentAsync(html);
        Assert.Equal(city.Report().Charts.Count(), await page.Locator(".drawing svg").CountAsync());
        Assert.Empty(errors);
    }

    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"{program} is not on this machine: the text of the PDF is not looked at (apt-get install poppler-utils).");
            return null;
        }
    }
}
