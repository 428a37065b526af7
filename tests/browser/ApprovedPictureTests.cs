using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QualityInsight.Reports;
using QualityInsight.Reports.Making;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Browser.Tests;

/// <summary>A fact about pictures; skips where the fonts are others than those of the approved pictures.</summary>
public sealed class PictureFactAttribute : FactAttribute
{
    private const string Font = "Noto Sans CJK SC";

    public PictureFactAttribute() => Skip = new BrowserFactAttribute().Skip
        ?? (HasFont() ? null : $"the approved pictures are drawn with {Font}, which this machine lacks");

    private static bool HasFont()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("fc-list", [Font, "family"]) { RedirectStandardOutput = true })!;
            return process.StandardOutput.ReadToEnd().Contains(Font, StringComparison.Ordinal);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>The main pages and every board look as they were approved, in both languages; the manual shows these pictures.</summary>
public sealed class ApprovedPictureTests(BrowserDesk browser) : IClassFixture<BrowserDesk>
{
    private static readonly (string Name, string Path, string User)[] Pages =
    [
        ("queue", "/cases", "intake"), ("case", "", "handler"), ("data", "/data", "analyst"), ("sql", "/sql", "analyst"), ("reports", "/reports", "manager"),
        ("dashboard", "/dashboard?period=2026-W46", "manager"), ("waits", "/dashboard/waits?period=2026-W46", "manager"), ("handling", "/dashboard/handling?period=2026-W46", "manager"),
        ("reviews", "/dashboard/reviews?period=2026-W46", "manager"), ("loop", "/dashboard/loop?period=2026-W46", "manager"),
        ("texts", "/dashboard/texts?period=2026-W46", "manager"), ("quality", "/dashboard/quality?period=2026-W46", "manager"),
    ];

    [PictureFact]
    public async Task Main_pages_and_boards_look_as_approved_in_both_languages()
    {
        var different = new List<string?>();
        foreach (var english in new[] { false, true })
        {
            foreach (var group in Pages.GroupBy(p => p.User))
            {
                await using var tab = await browser.SignedInAsync(group.Key, english);
                foreach (var (name, path, _) in group)
                {
                    await OpenAsync(tab, name, path);
                    different.Add(await ApprovedPicture.DifferenceAsync(tab, browser, $"{name}-{(english ? "en" : "zh")}"));
                }
            }
        }
        different.AddRange(await CitizenAsync());
        Assert.Empty(different.OfType<string>());
    }

    [PictureFact]
    public async Task Pages_of_every_regular_report_look_as_approved_in_both_languages()
    {
        (string Kind, string Period)[] reports = [(ReportKinds.Weekly, "2026-W46"), (ReportKinds.Daily, "2026-11-13"), (ReportKinds.Bulletin, "2026-11")];
        var press = browser.Desk.Services.GetRequiredService<ReportPress>();
        var different = new List<string?>();
        foreach (var language in new[] { ReportLanguage.Chinese, ReportLanguage.English })
            foreach (var (kind, period) in reports)
            {
                // The small bureau's feeds are incomplete, which a real report is not sent with: forced, and its page says so.
                var report = await press.Make(new(kind, period, null, language), new WeeklyOptions { Force = true });
                Assert.Null(report.Missing);
                await using var tab = await browser.NewTabAsync(width: 794);
                await tab.Page.SetContentAsync(report.Html, new() { WaitUntil = WaitUntilState.Load });
                different.Add(await ApprovedPicture.DifferenceAsync(tab, browser, $"report-{kind}-{(language == ReportLanguage.English ? "en" : "zh")}"));
            }
        Assert.Empty(different.OfType<string>());
    }

    [PictureFact]
    public async Task A_page_that_lost_a_block_is_not_the_approved_one()
    {
        await using var tab = await browser.SignedInAsync("manager");
        await OpenAsync(tab, "waits", "/dashboard/waits?period=2026-W46");
        var whole = await tab.Page.ScreenshotAsync(new() { FullPage = true });
        Assert.Null(await ApprovedPicture.CompareAsync(browser, whole, whole));
        await tab.Page.EvaluateAsync("() => { document.querySelector('figure.chart .canvas').style.opacity = 0; }");
        var blank = await tab.Page.ScreenshotAsync(new() { FullPage = true });
        Assert.Contains("changed", await ApprovedPicture.CompareAsync(browser, whole, blank), StringComparison.Ordinal);
        await tab.Page.EvaluateAsync("() => { document.querySelector('figure.chart .canvas').style.display = 'none'; }");
        Assert.Contains("high", await ApprovedPicture.CompareAsync(browser, whole, await tab.Page.ScreenshotAsync(new() { FullPage = true })), StringComparison.Ordinal);
    }

    private async Task<List<string?>> CitizenAsync()
    {
        var token = await Web.Tests.Desk.FedBack.TokenAsync(browser.Desk, await Web.Tests.Desk.FedBack.OneAsync(browser.Desk));
        var different = new List<string?>();
        foreach (var lang in new[] { "zh", "en" })
        {
            await using var tab = await browser.NewTabAsync(width: 390);
            await tab.Page.GotoAsync($"/r/{token}?lang={(lang == "zh" ? "zh-CN" : "en")}");
            different.Add(await ApprovedPicture.DifferenceAsync(tab, browser, $"citizen-{lang}"));
        }
        return different;
    }

    private static async Task OpenAsync(DeskTab tab, string name, string path)
    {
        await tab.Page.GotoAsync(path.Length > 0 ? path : "/cases");
        if (path.Length == 0)
            await tab.Page.ClickAsync("a.case");
        if (name == "sql")
        {
            await tab.Page.FillAsync("textarea.sql", "SELECT hall_code, count(*) AS numbers_taken\nFROM visit\nGROUP BY hall_code\nORDER BY hall_code");
            await tab.Page.ClickAsync("button[value=run]");
            await tab.Page.WaitForSelectorAsync("#answer table");
            await tab.Page.EvaluateAsync("() => { for (const n of document.querySelectorAll('#answer .n')) n.textContent = n.textContent.replace(/\\d\\.\\d\\d/, '0.01'); }");
        }
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await tab.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure.chart .canvas')].every(c => c.dataset.drawn)");
    }
}
