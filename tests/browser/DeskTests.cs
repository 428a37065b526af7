namespace QualityInsight.Browser.Tests;

public sealed class DeskTests(BrowserDesk browser) : IClassFixture<BrowserDesk>
{
    [BrowserFact]
    public async Task Queue_filters_narrow_the_list_and_stand_in_the_address()
    {
        await using var tab = await browser.SignedInAsync("intake");
        Assert.Equal(12, await tab.Page.Locator("tbody a.case").CountAsync());
        await tab.Page.SelectOptionAsync("#level", "1");
        await tab.Page.WaitForURLAsync(url => url.Contains("level=1", StringComparison.Ordinal));
        await tab.Page.Locator("tbody .stars[aria-label^='2 ']").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Equal(5, await tab.Page.Locator("tbody a.case").CountAsync());
        await tab.Page.FillAsync("#q", "取号");
        await tab.Page.PressAsync("#q", "Enter");
        await tab.Page.WaitForURLAsync(url => url.Contains("q=", StringComparison.Ordinal) && !url.Contains("q=&", StringComparison.Ordinal));
        await tab.Page.ReloadAsync();
        Assert.Equal(1, await tab.Page.Locator("tbody a.case").CountAsync());
    }

    [BrowserFact]
    public async Task Every_chart_of_the_dashboard_is_drawn_and_leads_to_its_records()
    {
        await using var tab = await browser.SignedInAsync("manager");
        await tab.Page.GotoAsync("/dashboard?period=2026-W46");
        await tab.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure.chart .canvas')].every(c => c.dataset.drawn)");
        var inks = await tab.Page.EvaluateAsync<int[]>(
            """
            () => [...document.querySelectorAll("figure.chart .canvas")].map(box => {
              const colours = new Set();
              for (const c of box.querySelectorAll("canvas")) {
                const data = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
                for (let i = 0; i < data.length; i += 16) if (data[i + 3]) colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
              }
              return colours.size;
            })
            """);
        Assert.Equal(5, inks.Length);
        Assert.All(inks, colours => Assert.True(colours > 8, $"a chart has {colours} colours: it is blank"));
        await tab.Page.Locator("#waits-by-hall summary").ClickAsync();
        await tab.Page.Locator("#waits-by-hall tbody a").First.ClickAsync();
        await tab.Page.WaitForURLAsync(url => url.Contains("/records/wait_median", StringComparison.Ordinal));
        Assert.Contains("115", await tab.Page.Locator(".head").InnerTextAsync(), StringComparison.Ordinal);
    }
}
