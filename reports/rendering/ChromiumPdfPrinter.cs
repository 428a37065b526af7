using System.Net;
using Microsoft.Playwright;

namespace QualityInsight.Reports.Rendering;

/// <summary>Prints pages with <see cref="ChromiumBrowser"/>, several at once if asked.</summary>
public sealed class ChromiumPdfPrinter : IPdfPrinter
{
    private readonly ChromiumBrowser _browser;

    /// <summary>Uses the browser; does not own it.</summary>
    public ChromiumPdfPrinter(ChromiumBrowser browser) => _browser = browser;

    /// <inheritdoc />
    public async Task<byte[]> Print(string html, string header, string footer, CancellationToken cancellation = default)
    {
        await using var context = await _browser.OpenContext(scripts: false, cancellation);
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.Load, Timeout = 60_000 }).WaitAsync(cancellation);
        return await page.PdfAsync(new()
        {
            Format = "A4",
            PrintBackground = true,
            DisplayHeaderFooter = true,
            HeaderTemplate = Strip($"<span></span><span>{WebUtility.HtmlEncode(header)}</span>"),
            FooterTemplate = Strip($"<span>{WebUtility.HtmlEncode(footer)}</span><span><span class=\"pageNumber\"></span> / <span class=\"totalPages\"></span></span>"),
            Margin = new() { Top = "18mm", Bottom = "17mm", Left = "15mm", Right = "15mm" },
            Outline = true,
            Tagged = true,
        }).WaitAsync(cancellation);
    }

    private static string Strip(string inner) =>
        $"<div style='width:100%;margin:0 15mm;font:7.5pt \"Noto Sans CJK SC\",sans-serif;color:#5f6b73;display:flex;justify-content:space-between'>{inner}</div>";
}
