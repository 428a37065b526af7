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
    public Task A_joint_case_is_walked_by_lead_and_support_in_Chinese() => JointAsync(english: false);

    [BrowserFact]
    public Task A_joint_case_is_walked_by_lead_and_support_in_English_on_a_phone() => JointAsync(english: true);

    private async Task JointAsync(bool english)
    {
        var width = english ? 390 : 1280;
        await using var lead = await browser.SignedInAsync("handler", english, width);
        await using var support = await browser.SignedInAsync("handler-ga", english, width);
        await lead.Page.GotoAsync("/cases?view=MyUnit&state=Dispatched&named=yes&sort=CaseNo&dir=desc");
        var no = await lead.Page.Locator("a.case").First.InnerTextAsync();
        await lead.Page.GotoAsync($"/cases/{no}");
        await DoAsync(lead, nameof(AcceptCase));
        await DoAsync(lead, nameof(AddSupport), async form =>
        {
            await form.Locator("select[name=org]").SelectOptionAsync("GA");
            await form.Locator("textarea[name=ask]").FillAsync("请核对户籍系统当日是否中断，并提供记录。");
        });
        await support.Page.GotoAsync("/cases?view=Support");
        await support.PictureAsync($"joint-queue-{(english ? "en" : "zh")}");
        await support.Page.Locator("a.case", new() { HasText = no }).ClickAsync();
        await DoAsync(support, nameof(AcceptSupportTask));
        Assert.Empty(await support.AxeAsync());
        await support.PictureAsync($"joint-support-{(english ? "en" : "zh")}");
        await lead.Page.GotoAsync($"/cases/{no}");
        await DoAsync(lead, nameof(RecordCallback), async form =>
        {
            await form.Locator("input[value=Reached]").CheckAsync();
            await form.Locator("textarea[name=note]").FillAsync("群众说明了经过。");
        });
        await DoAsync(lead, nameof(RecordVerification), async form =>
        {
            await form.Locator($"input[value={nameof(VerificationOutcome.Substantiated)}]").CheckAsync();
            await form.Locator($"input[value={nameof(Branch.Explain)}]").CheckAsync();
            await form.Locator("textarea[name=finding]").FillAsync("系统中断两小时。");
        });
        var refused = lead.Page.Locator(".refused");
        Assert.Contains(english ? "supporting task 1" : "第 1 项协办任务", await refused.InnerHTMLAsync(), StringComparison.Ordinal);
        await support.Page.ReloadAsync();
        await DoAsync(support, nameof(FinishSupportTask), form => form.Locator("textarea[name=text]").FillAsync("当日 9 至 11 时中断，记录已附。"));
        await lead.Page.GotoAsync($"/cases/{no}");
        await lead.PictureAsync($"joint-lead-{(english ? "en" : "zh")}");
        Assert.Contains("9 至 11 时中断", await lead.Page.Locator("#support-tasks").InnerTextAsync(), StringComparison.Ordinal);
        await DoAsync(lead, nameof(SubmitFeedback), form => form.Locator("textarea[name=text]").FillAsync("当日系统中断，向您致歉。"));
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
        await form.Locator("button.btn-primary").ClickAsync();
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
        await form.Locator("button.btn-primary").ClickAsync();
        await tab.Page.WaitForURLAsync(new Regex($"done={command}"));
    }
}
