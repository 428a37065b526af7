using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Browser.Tests;

/// <summary>The case page in a browser: files, contact data, who else is here, stale pages, the reply editor.</summary>
public sealed class CasePageTests(BrowserDesk browser) : IClassFixture<BrowserDesk>
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static async Task<string> OpenAsync(DeskTab tab, int index, string org = "RS")
    {
        await tab.Page.GotoAsync($"/cases?view=Open&org={org}&sort=CaseNo");
        var no = await tab.Page.Locator("a.case").Nth(index).InnerTextAsync();
        await tab.Page.GotoAsync($"/cases/{no}");
        return no;
    }

    private static async Task DoAsync(DeskTab tab, string command, Func<ILocator, Task>? fill = null)
    {
        var form = tab.Page.Locator($"#do-{command}");
        if (await form.GetAttributeAsync("open") is null)
            await form.Locator("> summary").ClickAsync();
        if (fill is not null)
            await fill(form);
        await form.Locator("button.btn-primary").ClickAsync();
        await tab.Page.WaitForURLAsync(new Regex($"done={command}"));
    }

    [BrowserFact]
    public async Task Files_are_uploaded_downloaded_and_one_that_lies_about_itself_is_refused()
    {
        await using var tab = await browser.SignedInAsync("handler");
        await OpenAsync(tab, 0);
        await tab.Page.Locator("#upload").SetInputFilesAsync(
        new FilePayload[]
        {
            new() { Name = "现场照片.png", MimeType = "image/png", Buffer = Png },
            new() { Name = "看似照片.jpg", MimeType = "image/jpeg", Buffer = "<html><script>alert(1)</script>"u8.ToArray() },
        });
        await tab.Page.Locator("form[action$='/evidence'] button").ClickAsync();
        await tab.Page.WaitForSelectorAsync("#files [role=alert]");
        Assert.Contains("看似照片", await tab.Page.Locator("#files [role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        await tab.PictureAsync("files");
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.Locator(".files a").First.ClickAsync());
        Assert.Equal("现场照片.png", download.SuggestedFilename);
        Assert.Equal(Png, await File.ReadAllBytesAsync((await download.PathAsync())!));
    }

    [BrowserFact]
    public async Task Contact_data_are_shown_for_a_purpose_and_are_gone_when_one_comes_back()
    {
        await using var tab = await browser.SignedInAsync("handler", width: 390);
        var no = await OpenAsync(tab, 0);
        Assert.DoesNotContain(SeedReviews.Phone, await tab.Page.ContentAsync(), StringComparison.Ordinal);
        await tab.Page.Locator("#ask > summary").ClickAsync();
        await tab.Page.SelectOptionAsync("#purpose", "callback");
        await tab.Page.Locator("#ask button").ClickAsync();
        await tab.Page.WaitForSelectorAsync("#revealed");
        Assert.Contains(SeedReviews.Phone, await tab.Page.Locator("#revealed").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(SeedReviews.Phone, tab.Page.Url, StringComparison.Ordinal);
        await tab.PictureAsync("reveal-phone");
        Assert.Empty(await tab.AxeAsync());
        await tab.Page.GotoAsync($"/cases/{no}");
        Assert.DoesNotContain(SeedReviews.Phone, await tab.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Colleagues_see_who_is_filling_in_and_no_longer_after_leaving()
    {
        await using var handler = await browser.SignedInAsync("handler");
        await using var leader = await browser.SignedInAsync("leader", english: true);
        var no = await OpenAsync(handler, 1);
        var note = handler.Page.Locator($"#do-{nameof(AddNote)}");
        await note.Locator("summary").ClickAsync();
        var beat = handler.Page.WaitForResponseAsync(r => r.Url.EndsWith("/presence", StringComparison.Ordinal) && (r.Request.PostData ?? "").Contains("writing=true", StringComparison.Ordinal));
        await note.Locator("textarea").FillAsync("写一半");
        await beat;
        await leader.Page.GotoAsync($"/cases/{no}");
        await leader.Page.WaitForSelectorAsync("#presence .note");
        Assert.Contains("王承办 is filling in a form here", await leader.Page.Locator("#presence").InnerTextAsync(), StringComparison.Ordinal);
        await leader.PictureAsync("presence-en");
        Assert.Empty(await leader.AxeAsync());
        await handler.Page.GotoAsync("/cases");
        await Assertions.Expect(leader.Page.Locator("#presence .note")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    [BrowserFact]
    public async Task What_was_written_on_a_stale_page_is_applied_again_on_the_new_version()
    {
        await using var handler = await browser.SignedInAsync("handler");
        await using var leader = await browser.SignedInAsync("leader");
        var no = await OpenAsync(handler, 2);
        await leader.Page.GotoAsync($"/cases/{no}");
        await DoAsync(leader, nameof(AddNote), form => form.Locator("textarea").FillAsync("领导批示：今日办结"));
        var note = handler.Page.Locator($"#do-{nameof(AddNote)}");
        await note.Locator("summary").ClickAsync();
        await note.Locator("textarea").FillAsync("我写的备注");
        await note.Locator("button.btn-primary").ClickAsync();
        await handler.Page.WaitForSelectorAsync("#failed #written");
        await handler.PictureAsync("stale-again");
        Assert.Empty(await handler.AxeAsync());
        await handler.Page.Locator("#again button").ClickAsync();
        await handler.Page.WaitForURLAsync(new Regex("done=AddNote"));
        var story = await handler.Page.Locator("ol.story").InnerTextAsync();
        Assert.Contains("领导批示：今日办结", story, StringComparison.Ordinal);
        Assert.Contains("我写的备注", story, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_reply_is_written_from_a_template_counted_and_said_to_be_canned_while_one_writes()
    {
        await using var leader = await browser.SignedInAsync("leader", english: true);
        await leader.Page.GotoAsync("/templates");
        await leader.Page.FillAsync("#title", "排队致歉");
        await leader.Page.FillAsync("#body", "您好，您于{评价日期}在{大厅}办理{事项}时反映的问题已收悉，我们高度重视，已安排专人核实处理，感谢您的监督与支持。");
        await leader.Page.Locator("form[action='/templates'] button.btn-primary").ClickAsync();
        await leader.PictureAsync("templates-sent");
        await leader.Page.WaitForURLAsync(new Regex("saved"));
        await leader.PictureAsync("templates-en");
        Assert.Empty(await leader.AxeAsync());

        await using var tab = await browser.SignedInAsync("handler");
        var no = await OpenAsync(tab, 4);
        await DoAsync(tab, nameof(AcceptCase));
        await tab.Page.Locator(".quick button[value=NoAnswer]").ClickAsync();
        await tab.Page.WaitForURLAsync(new Regex("done=RecordCallback"));
        Assert.Contains("无人接听", await tab.Page.Locator("#call-log").InnerTextAsync(), StringComparison.Ordinal);
        await tab.PictureAsync("calls");
        await DoAsync(tab, nameof(RecordCallback), async form =>
        {
            await form.Locator("input[value=Reached]").CheckAsync();
            await form.Locator("textarea").FillAsync("已说明");
        });
        await DoAsync(tab, nameof(RecordVerification), async form =>
        {
            await form.Locator("input[value=Unsubstantiated]").CheckAsync();
            await form.Locator("input[value=Explain]").CheckAsync();
            await form.Locator("textarea[name=finding]").FillAsync("无此规定");
        });
        await tab.Page.Locator(".templates > summary").ClickAsync();
        await tab.Page.Locator("a[data-insert]").First.ClickAsync();
        await tab.Page.WaitForSelectorAsync(".hints .canned");
        Assert.Contains("排队致歉", await tab.Page.Locator(".hints .canned").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Matches(@"^\d+ / 2000 字$", await tab.Page.Locator(".count-line").First.InnerTextAsync());
        await tab.PictureAsync("reply");
        Assert.Empty(await tab.AxeAsync());
        foreach (var (user, english, width) in new[] { ("handler", true, 1280), ("handler", false, 390), ("leader", false, 1280), ("intake", true, 390) })
        {
            await using var other = await browser.SignedInAsync(user, english, width);
            await other.Page.GotoAsync($"/cases/{no}");
            await other.PictureAsync($"case-{user}-{(english ? "en" : "zh")}-{width}");
            Assert.Empty(await other.AxeAsync());
            Assert.Equal(0, await other.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }
}
