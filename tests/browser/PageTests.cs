namespace QualityInsight.Browser.Tests;

public sealed class PageTests(BrowserDesk browser) : IClassFixture<BrowserDesk>
{
    private static readonly (string Name, string Path, string User)[] Pages =
    [
        ("login", "/login", ""), ("queue", "/cases", "intake"), ("queue-more", "/cases?view=MyUnit&late=no", "leader"), ("register", "/register?kind=Suggestion", "intake"), ("assignment", "/assignment", "leader"), ("queue-empty", "/cases?q=%E6%B2%A1%E6%9C%89", "intake"), ("case", "", "handler"),
        ("dashboard", "/dashboard", "manager"), ("records", "/records/wait_median", "manager"), ("dictionary", "/dictionary", "analyst"),
        ("metric", "/dictionary/on_time_rate", "analyst"), ("data", "/data", "analyst"), ("not-found", "/nowhere", "intake"),
        ("forbidden", "/data", "handler"), ("notices", "/notices", "intake"), ("notice-settings", "/notices/settings", "intake"), ("outbox", "/outbox", "admin"),
        ("sql", "/sql", "analyst"),
        ("fallback", "/fallback", "supervisor"), ("tokens", "/tokens", "analyst"), ("accounts", "/accounts", "admin"), ("account", "/accounts/handler", "admin"), ("account-new", "/accounts/new", "admin"),
        ("password", "/password", "admin"), ("audit", "/audit", "auditor"), ("export-purpose", "/cases/export?view=All", "intake"), ("jobs", "/jobs", "admin"), ("alerts", "/alerts", "supervisor"),
        ("policies", "/policies", "manager"), ("policy", "/policies/shanghai", "manager"), ("policy-compare", "/policies/compare?a=default&b=shenzhen", "manager"),
        ("policy-draft", "/policies/draft?from=default", "manager"), ("policy-try", "/policies/try", "manager"), ("policy-activate", "/policies/activate?policy=shenzhen", "manager"),
        ("calendar", "/calendar?year=2026", "manager"), ("calendar-provisional", "/calendar?year=2027", "manager"), ("calendar-load", "/calendar/load", "manager"),
    ];

    [BrowserFact]
    public async Task Every_page_is_free_of_serious_findings_in_both_languages_and_widths()
    {
        var findings = new List<string>();
        foreach (var (english, width) in new[] { (false, 1280), (true, 1280), (false, 390) })
            foreach (var group in Pages.GroupBy(p => p.User))
            {
                await using var tab = group.Key.Length == 0
                    ? await browser.NewTabAsync(english, width) : await browser.SignedInAsync(group.Key, english, width);
                foreach (var (name, path, _) in group)
                {
                    await tab.Page.GotoAsync(path.Length > 0 ? path : "/cases");
                    if (path.Length == 0)
                        await tab.Page.ClickAsync("a.case");
                    await tab.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.Load);
                    await tab.PictureAsync($"{name}-{(english ? "en" : "zh")}-{width}");
                    findings.AddRange((await tab.AxeAsync()).Select(f => $"{name} {(english ? "en" : "zh")} {width}: {f}"));
                    var overflow = await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                    if (overflow > 0)
                        findings.Add($"{name} {width}: {overflow} px wider than the screen");
                }
            }
        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }
}
