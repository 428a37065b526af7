using Microsoft.Playwright;

namespace QualityInsight.Reports.Rendering;

/// <summary>
/// One Chromium, started at the first use and kept warm; started again if it dies. It has no network: what it shows is
/// handed to it. Safe for use from several threads.
/// </summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic",
        "--disable-gpu", "--disable-extensions", "--disable-default-apps", "--force-color-profile=srgb", "--font-render-hinting=none",
    ];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string? _executable;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Names the executable; null finds one (see <see cref="ChromiumLocation"/>).</summary>
    public ChromiumBrowser(string? executable = null) => _executable = executable;

    /// <summary>A new empty context without network. The caller closes it.</summary>
    /// <exception cref="RenderingUnavailableException">There is no Chromium, or it does not start; the message says what to do.</exception>
    internal async Task<IBrowserContext> OpenContext(bool scripts, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_browser is not { IsConnected: true })
                _browser = await Launch();
            var context = await _browser.NewContextAsync(new()
            {
                Offline = true,
                JavaScriptEnabled = scripts,
                Locale = "zh-CN",
                ServiceWorkers = ServiceWorkerPolicy.Block,
                ViewportSize = new() { Width = 800, Height = 1100 },
            });
            await context.RouteAsync("**/*", route => route.AbortAsync());
            return context;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<IBrowser> Launch()
    {
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            var executable = _executable ?? ChromiumLocation.Find() ?? _playwright.Chromium.ExecutablePath;
            if (!File.Exists(executable))
                throw new RenderingUnavailableException(ChromiumLocation.HowToInstall);
            return await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = executable,
                Headless = true,
                // Chromium refuses its own sandbox to root; an ordinary service account keeps it.
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
                Args = Flags,
                Timeout = 60_000,
            });
        }
        catch (PlaywrightException e)
        {
            throw new RenderingUnavailableException($"Chromium does not start: {e.Message.Split('\n')[0]} {ChromiumLocation.HowToInstall}", e);
        }
    }

    /// <summary>Closes the browser and its driver.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _browser = null;
        _playwright = null;
        _gate.Dispose();
    }
}
