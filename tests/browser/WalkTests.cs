using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QualityInsight.Feedback;

namespace QualityInsight.Browser.Tests;

/// <summary>A case walked by people from its opening to its end, each in a browser of their own.</summary>
public sealed class WalkTests(BrowserDesk browser) : IClassFixture<BrowserDesk>
{
    [BrowserFact]
    public Task A_case_walks_to_its_end_in_Chinese() => WalkAsync(english: false, scripts: true, index: 0);

    [BrowserFact]
    public Task A_case_walks_to_its_end_in_English_without_scripts() => WalkAsync(english: true, scripts: false, index: 1);

    private async Task WalkAsync(bool english, bool scripts, int index)
    {
        await using var handler = await browser.SignedInAsync("handler", english, scripts: scripts);
        await using var intake = await browser.SignedInAsync("intake", english, scripts: scripts);

        await handler.Page.GotoAsync("/cases?view=MyUnit&state=Dispatched&sort=CaseNo");
        var no = await handler.Page.Locator("a.case").Nth(index).InnerTextAsync();
        await handler.Page.GotoAsync($"/cases/{no}");

        await DoAsync(handler, nameof(AcceptCase));
        await DoAsync(handler, nameof(RecordCallback), async form =>
        {
            await form.Locator("input[value=Reached]").CheckAsync();
            await form.Locator("textarea[name=note]").FillAsync("群众说明了经过，要求增开窗口。");
        });
        await handler.PictureAsync($"walk-verify-{(english ? "en" : "zh")}");
        await DoAsync(handler, nameof(RecordVerification), async form =>
        {
            await form.Locator($"input[value={nameof(VerificationOutcome.Substantiated)}]").CheckAsync();
            await form.Locator($"input[value={nameof(Branch.RectifyByLedger)}]").CheckAsync();
            await form.Locator("textarea[name=finding]").FillAsync("当日仅开一个窗口，属实。");
            await form.Locator("textarea[name=measures]").FillAsync("上午增开两个窗口");
            await form.Locator("input[name=responsible]").FillAsync("大厅值班长");
            await form.Locator("input[name=planned]").FillAsync("2026-11-30");
        });
        await DoAsync(handler, nameof(RecordRectification), form => form.Locator("textarea[name=text]").FillAsync("已增开两个窗口，等候降到 15 分钟以内。"));
        await DoAsync(handler, nameof(SubmitFeedback), form => form.Locator("textarea[name=text]").FillAsync("您反映的情况属实，我们已增开窗口，并向您致歉。"));

        await intake.Page.GotoAsync($"/cases/{no}");
        await DoAsync(intake, nameof(JudgeFeedback), form => form.Locator("input[value=yes]").CheckAsync());
        await DoAsync(intake, nameof(RateRectification), form => form.Locator($"input[value={nameof(Satisfaction.Satisfied)}]").CheckAsync());
        if (await intake.Page.Locator($"#do-{nameof(CloseCase)}").CountAsync() > 0)
            await DoAsync(intake, nameof(CloseCase));
        await intake.PictureAsync($"walk-end-{(english ? "en" : "zh")}");

        var here = await intake.Page.Locator(".way [aria-current=step]").InnerTextAsync();
        Assert.Equal(english ? "Closed" : "办结", here.Trim());
        var story = await intake.Page.Locator("ol.story").InnerTextAsync();
        Assert.Contains("王承办", story, StringComparison.Ordinal);
        Assert.Contains("大厅值班长", story, StringComparison.Ordinal);
        var lang = await intake.Page.Locator("html").GetAttributeAsync("lang");
        Assert.Equal(english ? "en" : "zh-CN", lang);
    }

    [BrowserFact]
    public async Task A_stale_page_is_refused_with_what_changed_and_keeps_what_was_written()
    {
        await using var one = await browser.SignedInAsync("handler-ga");
        await using var other = await browser.SignedInAsync("handler-ga");
        await one.Page.GotoAsync("/cases?view=MyUnit&sort=CaseNo");
        var no = await one.Page.Locator("a.case").First.InnerTextAsync();
        await one.Page.GotoAsync($"/cases/{no}");
        await other.Page.GotoAsync($"/cases/{no}");
        await DoAsync(other, nameof(AcceptCase));

        var form = one.Page.Locator($"#do-{nameof(AddNote)}");
        await form.Locator("summary").ClickAsync();
        await form.Locator("textarea").FillAsync("我写了一半的话");
        await form.Locator("button").ClickAsync();
        await one.Page.WaitForSelectorAsync("#failed");
        await one.PictureAsync("stale");
        Assert.Contains("签收", await one.Page.Locator("#failed").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("我写了一半的话", await one.Page.Locator($"#do-{nameof(AddNote)} textarea").InputValueAsync());
    }

    private static async Task DoAsync(DeskTab tab, string command, Func<ILocator, Task>? fill = null)
    {
        var form = tab.Page.Locator($"#do-{command}");
        if (await form.GetAttributeAsync("open") is null)
            await form.Locator("summary").ClickAsync();
        if (fill is not null)
            await fill(form);
        await form.Locator("button").ClickAsync();
        await tab.Page.WaitForURLAsync(new Regex($"done={command}"));
    }
}
