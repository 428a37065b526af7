using Microsoft.Playwright;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Browser.Tests;

/// <summary>The citizen's page on phones, in both languages, without scripts, and for those who listen to it.</summary>
public sealed class CitizenPageTests(BrowserDesk browser) : IClassFixture<BrowserDesk>
{
    [BrowserFact]
    public async Task The_page_is_readable_on_phones_in_both_languages_and_free_of_serious_findings()
    {
        var token = await FedBack.TokenAsync(browser.Desk, await FedBack.OneAsync(browser.Desk));
        var findings = new List<string>();
        foreach (var (lang, width) in new[] { ("zh-CN", 390), ("en", 390), ("zh-CN", 320), ("zh-CN", 1280) })
        {
            await using var tab = await browser.NewTabAsync(width: width);
            foreach (var (name, path) in new[] { ("citizen", $"/r/{token}?lang={lang}"), ("citizen-thanks", $"/r/thanks?lang={lang}"), ("citizen-unusable", "/r/nothing") })
            {
                await tab.Page.GotoAsync(path);
                await tab.PictureAsync($"{name}-{lang[..2]}-{width}");
                findings.AddRange((await tab.AxeAsync()).Select(f => $"{name} {lang} {width}: {f}"));
                if (await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                    findings.Add($"{name} {lang} {width}: {over} px wider than the screen");
            }
            await tab.Page.GotoAsync($"/r/{token}?lang={lang}");
            var small = await tab.Page.EvaluateAsync<double>("() => Math.min(...[...document.querySelectorAll('main *')].map(e => parseFloat(getComputedStyle(e).fontSize)))");
            if (small < 16)
                findings.Add($"{lang} {width}: letters of {small} px");
            var targets = await tab.Page.EvaluateAsync<double>("() => Math.min(...[...document.querySelectorAll('fieldset label, button')].map(e => e.getBoundingClientRect().height))");
            if (targets < 44)
                findings.Add($"{lang} {width}: something to press is {targets} px high");
        }
        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }

    [BrowserFact]
    public async Task A_citizen_answers_without_scripts_by_the_keyboard_and_the_link_is_spent()
    {
        var token = await FedBack.TokenAsync(browser.Desk, await FedBack.OneAsync(browser.Desk));
        await using var tab = await browser.NewTabAsync(width: 390, scripts: false);
        await tab.Page.GotoAsync($"/r/{token}");
        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "满意", Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown"); // basically satisfied
        Assert.True(await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "基本满意" }).IsCheckedAsync());
        await tab.Page.GetByRole(AriaRole.Textbox).FillAsync("好多了");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync(url => url.Contains("/r/thanks", StringComparison.Ordinal));
        Assert.Contains("已收到", await tab.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await tab.Page.GotoAsync($"/r/{token}");
        Assert.Contains("不能使用", await tab.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_clerk_prints_a_slip_on_one_sheet_of_A6()
    {
        var no = await FedBack.OneAsync(browser.Desk);
        await using var tab = await browser.SignedInAsync("intake");
        await tab.Page.GotoAsync($"/cases/{no}");
        await tab.Page.EvaluateAsync("no => document.querySelector(`form[action='/cases/${no}/slip']`).target = ''", no);
        await tab.Page.ClickAsync($"form[action='/cases/{no}/slip'] button");
        await tab.Page.WaitForSelectorAsync("svg.qr");
        Assert.Empty(await tab.AxeAsync());
        await tab.PictureAsync("slip-screen");
        var pdf = await tab.Page.PdfAsync(new() { PreferCSSPageSize = true });
        if (Environment.GetEnvironmentVariable("QI_PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "slip.pdf"), pdf);
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, @"/Type\s*/Page\b"));
        Assert.Matches(@"/MediaBox\s*\[\s*0 0 29[78]", text); // 105 mm
    }
}
