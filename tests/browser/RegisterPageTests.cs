namespace QualityInsight.Browser.Tests;

/// <summary>A clerk at the counter takes a suggestion down and finds it by its kind.</summary>
public sealed class RegisterPageTests(BrowserDesk browser) : IClassFixture<BrowserDesk>
{
    [BrowserFact]
    public async Task A_clerk_takes_a_suggestion_down_and_finds_it_by_its_kind()
    {
        await using var tab = await browser.SignedInAsync("intake", english: false, width: 1280);
        await tab.Page.GotoAsync("/cases");
        await tab.Page.ClickAsync("nav a[href='/register']");
        await tab.Page.SelectOptionAsync("#kind", "Suggestion");
        await tab.Page.FillAsync("#text", "建议午间增开一个社保窗口，联系电话13812345678");
        await tab.Page.SelectOptionAsync("#org", "RS");
        await tab.Page.FillAsync("#phone", "13812345678");
        await tab.Page.ClickAsync("form[action='/register'] button");
        await tab.Page.WaitForURLAsync("**/cases/HC-*");
        var words = await tab.Page.InnerTextAsync("main");
        Assert.Contains("已登记", words, StringComparison.Ordinal);
        Assert.Contains("建议", await tab.Page.InnerTextAsync(".state.kind >> nth=0"), StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", words, StringComparison.Ordinal);
        Assert.Empty(await tab.AxeAsync());
        await tab.PictureAsync("suggestion-zh");
        var no = await tab.Page.InnerTextAsync("h1");
        await tab.Page.GotoAsync("/cases?kind=Suggestion");
        Assert.Equal([no], await tab.Page.Locator("a.case").AllInnerTextsAsync());
        await tab.PictureAsync("queue-suggestions-zh");
    }
}
