using Microsoft.Playwright;
using QualityInsight.Feedback;
using QualityInsight.Reports.Rendering;
using QualityInsight.Testing;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Browser.Tests;

/// <summary>A fact that drives a real browser and skips, saying so, where the machine has none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (ChromiumLocation.Find() is null)
            Skip = $"no Chromium on this machine. {ChromiumLocation.HowToInstall}";
    }
}

/// <summary>A theory that drives a real browser and skips, saying so, where the machine has none.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}

/// <summary>A desk and a Chromium, shared by the tests of a class.</summary>
public sealed class BrowserDesk : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public DeskHost Desk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (ChromiumLocation.Find() is not { } chromium)
            return;
        Desk = await DeskHost.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Headless = true,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Timeout = 120_000,
            Args = ["--disable-gpu", "--font-render-hinting=none", "--force-color-profile=srgb"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is null)
            return;
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Desk.DisposeAsync();
    }

    /// <summary>A tab of somebody who is signed in. Errors of scripts and refusals of the content policy fail the test at its end.</summary>
    public async Task<DeskTab> SignedInAsync(string user, bool english = false, int width = 1280, bool scripts = true)
    {
        var tab = await NewTabAsync(english, width, scripts);
        await tab.Page.GotoAsync("/login");
        await tab.Page.FillAsync("#login", user);
        await tab.Page.FillAsync("#password", DeskHost.Password);
        await tab.Page.ClickAsync("form[action='/login'] button");
        await tab.Page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
        return tab;
    }

    /// <summary>A tab without a session.</summary>
    public async Task<DeskTab> NewTabAsync(bool english = false, int width = 1280, bool scripts = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Desk.Url,
            ViewportSize = new() { Width = width, Height = width < 600 ? 800 : 900 },
            JavaScriptEnabled = scripts,
            Locale = "zh-CN",
            DeviceScaleFactor = width < 600 ? 2 : 1,
        });
        context.SetDefaultTimeout(60_000);
        if (english)
            await context.AddCookiesAsync([new() { Name = "qi-lang", Value = "en", Url = Desk.Url }]);
        return new(context, await context.NewPageAsync());
    }

    /// <summary>The account that stands for a role.</summary>
    public static string UserOf(Role role) => DeskHost.UserOf(role);
}

/// <summary>A browser tab that remembers what went wrong in it.</summary>
public sealed class DeskTab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    public DeskTab(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
                _errors.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Keeps a picture where <c>QI_PICTURES</c> names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("QI_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>Serious and critical findings of axe-core on the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "node_modules/axe-core/axe.min.js")));
        var found = await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run()).violations.filter(v => ["serious", "critical"].includes(v.impact))
              .map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(" ") + " | " + (n.any[0]?.message ?? "")).join(" ; ")}`)
            """);
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.Empty(_errors);
    }
}
