using QualityInsight.Reports.Rendering;

namespace QualityInsight.Reports.Tests;

/// <summary>One warm Chromium for all tests that draw.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    public ChromiumBrowser Browser { get; } = new();

    public ChromiumChartRenderer Charts { get; private set; } = null!;

    public ChromiumPdfPrinter Printer { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Charts = new ChromiumChartRenderer(Browser);
        Printer = new ChromiumPdfPrinter(Browser);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await Charts.DisposeAsync();
        await Browser.DisposeAsync();
    }
}

/// <summary>A fact that draws in Chromium and skips, saying so, where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (ChromiumLocation.Find() is null) Skip = "no Chromium on this machine. " + ChromiumLocation.HowToInstall;
    }
}
