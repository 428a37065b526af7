using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QualityInsight.Feedback;

namespace QualityInsight.Browser.Tests;

/// <summary>
/// A day of each role: every page of its navigation opens, fits the screen and is free of serious findings; then it does what it is
/// there for. In Chinese on a desktop and in English on a phone.
/// </summary>
public sealed class RoleDayTests(BrowserDesk browser) : IClassFixture<BrowserDesk>
{
    private static readonly Dictionary<Role, Func<DeskTab, Task>> Work = new()
    {
        [Role.IntakeClerk] = tab => ActAsync(tab, "/cases?view=All", nameof(TakeIntoFallback), f => f.Locator("textarea").FillAsync("跨省数据无法核验")),
        [Role.Handler] = tab => ActAsync(tab, "/cases?view=MyUnit&state=Dispatched", nameof(AcceptCase)),
        [Role.UnitLeader] = AssignTogetherAsync,
        [Role.AppealReviewer] = tab => ReadAsync(tab, "/cases?view=All&level=1", "a.case"),
        [Role.Supervisor] = tab => ActAsync(tab, "/cases?view=All&supervised=no", nameof(StartSupervision), f => f.Locator("textarea").FillAsync("领导批示")),
        [Role.Manager] = ToTheRecordsAsync,
        [Role.Analyst] = AskAsync,
        [Role.Auditor] = tab => PressAsync(tab, "/audit", "form[action='/audit'][method=post] button", "#whole"),
        [Role.Administrator] = NewAccountAsync,
    };

    public static TheoryData<Role, bool> Days()
    {
        var days = new TheoryData<Role, bool>();
        foreach (var role in Work.Keys)
        {
            days.Add(role, false);
            days.Add(role, true);
        }
        return days;
    }

    [BrowserTheory]
    [MemberData(nameof(Days))]
    public async Task Somebody_of_this_role_gets_through_the_day(Role role, bool englishOnAPhone)
    {
        await using var tab = await browser.SignedInAsync(BrowserDesk.UserOf(role), englishOnAPhone, englishOnAPhone ? 390 : 1280);
        var findings = new List<string>();
        await LookAsync(tab, findings);
        var links = await tab.Page.Locator("header nav a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        Assert.NotEmpty(links);
        foreach (var link in links.Concat(["/notices", "/password"]))
        {
            var answer = await tab.Page.GotoAsync(link);
            Assert.True(answer!.Ok, $"{link}: {answer.Status}");
            await LookAsync(tab, findings);
        }
        Assert.True(findings.Count == 0, string.Join("\n", findings));
        await Work[role](tab);
        await LookAsync(tab, findings);
        await tab.PictureAsync($"day-{role}-{(englishOnAPhone ? "en-390" : "zh-1280")}");
        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }

    private static async Task LookAsync(DeskTab tab, List<string> findings)
    {
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        var path = new Uri(tab.Page.Url).PathAndQuery;
        findings.AddRange((await tab.AxeAsync()).Select(f => $"{path}: {f}"));
        if (await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
            findings.Add($"{path}: {over} px wider than the screen: " + await tab.Page.EvaluateAsync<string>(
                "() => [...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > document.documentElement.clientWidth).map(e => e.outerHTML.slice(0, 90)).slice(-2).join(' | ')"));
    }

    private static async Task ActAsync(DeskTab tab, string queue, string command, Func<ILocator, Task>? fill = null)
    {
        await ReadAsync(tab, queue, "a.case");
        // The other language's day has done the first.
        var english = await tab.Page.Locator("html").GetAttributeAsync("lang") == "en";
        await tab.Page.Locator("a.case").Nth(english ? 1 : 0).ClickAsync();
        var form = tab.Page.Locator($"#do-{command}");
        if (await form.GetAttributeAsync("open") is null)
            await form.Locator("summary").ClickAsync();
        if (fill is not null)
            await fill(form);
        await form.Locator("button.btn-primary").ClickAsync();
        await tab.Page.WaitForURLAsync(new Regex($"done={command}"));
    }

    private static async Task ReadAsync(DeskTab tab, string path, string something)
    {
        await tab.Page.GotoAsync(path);
        Assert.True(await tab.Page.Locator(something).CountAsync() > 0, $"{path} shows nothing");
    }

    private static async Task PressAsync(DeskTab tab, string path, string what, string then)
    {
        await tab.Page.GotoAsync(path);
        await tab.Page.Locator(what).First.ClickAsync();
        await tab.Page.WaitForSelectorAsync(then);
    }

    private static async Task AssignTogetherAsync(DeskTab tab)
    {
        await ReadAsync(tab, "/cases?view=MyUnit&state=Dispatched", "a.case");
        await tab.Page.Locator("tbody input[name=no]").First.CheckAsync();
        await tab.Page.SelectOptionAsync("#bulk-act", new SelectOptionValue { Index = 1 });
        await tab.Page.SelectOptionAsync("#bulk-user", "handler");
        await tab.Page.Locator(".bulk button.btn-primary").ClickAsync();
        await tab.Page.WaitForSelectorAsync("[role=status]");
    }

    private static async Task ToTheRecordsAsync(DeskTab tab)
    {
        await tab.Page.GotoAsync("/dashboard/waits?period=2026-W46");
        await tab.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure.chart .canvas')].every(c => c.dataset.drawn)");
        await tab.Page.Locator("#waits-by-hall summary").ClickAsync();
        await tab.Page.Locator("#waits-by-hall tbody a").First.ClickAsync();
        await tab.Page.WaitForURLAsync(new Regex("/records/wait_median"));
        Assert.True(await tab.Page.Locator("tbody tr").CountAsync() > 0);
    }

    private static async Task AskAsync(DeskTab tab)
    {
        await tab.Page.GotoAsync("/sql");
        await tab.Page.FillAsync("textarea.sql", "SELECT hall_code, count(*) AS n FROM visit GROUP BY 1");
        await tab.Page.PressAsync("textarea.sql", "Control+Enter");
        await tab.Page.WaitForSelectorAsync("#answer tbody tr");
        await tab.Page.GotoAsync("/tokens");
        await tab.Page.FillAsync("#name", "notebook");
        await tab.Page.ClickAsync("button[value=make]");
        Assert.NotEmpty(await tab.Page.Locator("#made").InputValueAsync());
    }

    private static async Task NewAccountAsync(DeskTab tab)
    {
        await tab.Page.GotoAsync("/accounts/new");
        await tab.Page.FillAsync("#login", "new" + Guid.NewGuid().ToString("N")[..8]);
        await tab.Page.FillAsync("#name", "新同事");
        await tab.Page.Locator("input[name=role][value=Handler]").CheckAsync();
        await tab.Page.ClickAsync("button[value=save]");
        Assert.NotEmpty(await tab.Page.Locator("#password").InputValueAsync());
    }
}
