using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Rendering;

/// <summary>Draws charts with ECharts in one warm page of <see cref="ChromiumBrowser"/>, one chart after another.</summary>
public sealed partial class ChromiumChartRenderer : IChartRenderer, IAsyncDisposable
{
    private readonly ChromiumBrowser _browser;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IBrowserContext? _context;
    private IPage? _page;
    private volatile bool _chineseIsDrawn;

    /// <summary>Uses the browser; does not own it.</summary>
    public ChromiumChartRenderer(ChromiumBrowser browser) => _browser = browser;

    /// <inheritdoc />
    public async Task<string> DrawSvg(ChartOption chart, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return (await DrawSvgs([chart], cancellation))[0];
    }

    /// <summary>Several charts by one call of the browser, each as <see cref="DrawSvg"/> draws it.</summary>
    /// <exception cref="BlankChartException">Nothing was drawn in one of them, or a coordinate is not a number.</exception>
    /// <exception cref="RenderingUnavailableException">This machine cannot draw; the message says what to install.</exception>
    public async Task<IReadOnlyList<string>> DrawSvgs(IReadOnlyList<ChartOption> charts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(charts);
        if (charts.Count == 0)
            return [];
        var asked = string.Join(", ", charts.Select(c => $"[{c.Json}, {c.Width}, {c.Height}]"));
        var drawn = await InPage(p => p.EvaluateAsync<JsonElement>($"[{asked}].map(drawSvg)"), cancellation);
        return [.. charts.Zip(drawn.EnumerateArray(), Checked)];
    }

    private static string Checked(ChartOption chart, JsonElement drawn)
    {
        var svg = drawn.GetProperty("svg").GetString()!;
        if (drawn.GetProperty("marks").GetInt32() <= drawn.GetProperty("frame").GetInt32())
            throw new BlankChartException(chart, "no mark was drawn inside the axes");
        if (svg.Contains("NaN", StringComparison.Ordinal) || svg.Contains("Infinity", StringComparison.Ordinal))
            throw new BlankChartException(chart, "a coordinate is not a number");
        return Stable(svg, chart.Kind);
    }

    /// <inheritdoc />
    public async Task<byte[]> DrawPng(ChartOption chart, double scale = 2, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var factor = scale.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var drawn = await InPage(p => p.EvaluateAsync<JsonElement>($"drawPng([{chart.Json}, {chart.Width}, {chart.Height}, {factor}])"), cancellation);
        if (drawn.GetProperty("blank").GetBoolean())
            throw new BlankChartException(chart, "the picture is the same without its data");
        return Convert.FromBase64String(drawn.GetProperty("png").GetString()!);
    }

    /// <summary>Whether the browser has glyphs for Chinese. Without them a page is rows of empty boxes.</summary>
    /// <exception cref="RenderingUnavailableException">There is no Chromium, or it does not start.</exception>
    public async Task<bool> ChineseIsDrawn(CancellationToken cancellation = default) =>
        _chineseIsDrawn = _chineseIsDrawn || await InPage(p => p.EvaluateAsync<bool>("chineseIsDrawn()"), cancellation);

    // ECharts numbers what it makes from the start of the page on, and adds hover styles by those numbers. The numbers
    // would make two equal drawings differ, and clash where several stand in one page.
    private static string Stable(string svg, string kind)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        return RunningId().Replace(HoverStyle().Replace(svg, ""),
            id => seen.TryGetValue(id.Value, out var known) ? known : seen[id.Value] = $"{kind}-{seen.Count}");
    }

    private async Task<T> InPage<T>(Func<IPage, Task<T>> work, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_page is null or { IsClosed: true } || _context?.Browser is not { IsConnected: true })
                await OpenPage(cancellation);
            return await work(_page!).WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        }
        catch (PlaywrightException e) when (_page is { IsClosed: false })
        {
            throw new InvalidOperationException($"ECharts refused the option: {e.Message.Split('\n')[0]}", e);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task OpenPage(CancellationToken cancellation)
    {
        _context = await _browser.OpenContext(scripts: true, cancellation);
        _page = await _context.NewPageAsync();
        await _page.SetContentAsync("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><body></body></html>");
        await _page.AddScriptTagAsync(new() { Content = EmbeddedText.Read("echarts.min.js") });
        await _page.AddScriptTagAsync(new() { Content = EmbeddedText.Read("draw.js") });
    }

    /// <summary>Closes the warm page.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_context is { Browser.IsConnected: true }) await _context.CloseAsync();
        _gate.Dispose();
    }

    [GeneratedRegex(@"\bzr\d+-[a-z]+-?\d+")]
    private static partial Regex RunningId();

    [GeneratedRegex("""\sclass="zr\d+-cls-\d+"|<style\b.*?</style>""", RegexOptions.Singleline)]
    private static partial Regex HoverStyle();
}
