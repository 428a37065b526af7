using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Rendering;

/// <summary>Draws a chart outside the reader's browser: for the printed page and for mail.</summary>
public interface IChartRenderer
{
    /// <summary>
    /// The chart as one <c>svg</c> element with a view box: no outside references, text as text. The same option gives
    /// the same characters every time.
    /// </summary>
    /// <exception cref="BlankChartException">Nothing was drawn, or a coordinate is not a number.</exception>
    /// <exception cref="RenderingUnavailableException">This machine cannot draw; the message says what to install.</exception>
    Task<string> DrawSvg(ChartOption chart, CancellationToken cancellation = default);

    /// <summary>The chart as a PNG picture on white, <paramref name="scale"/> pixels to a CSS pixel.</summary>
    /// <exception cref="BlankChartException">The picture does not differ from one without data.</exception>
    /// <exception cref="RenderingUnavailableException">This machine cannot draw; the message says what to install.</exception>
    Task<byte[]> DrawPng(ChartOption chart, double scale = 2, CancellationToken cancellation = default);
}

/// <summary>Prints a finished page.</summary>
public interface IPdfPrinter
{
    /// <summary>
    /// The page as an A4 PDF with real text, bookmarks from its headings and structure tags. Scripts of the page do not
    /// run and nothing is fetched.
    /// </summary>
    /// <param name="html">A self-contained HTML document.</param>
    /// <param name="footer">Text at the left of every page's foot, beside the page number.</param>
    /// <param name="header">Text at the right of every page's head.</param>
    /// <param name="cancellation">Stops waiting for the browser.</param>
    /// <exception cref="RenderingUnavailableException">This machine cannot print; the message says what to install.</exception>
    Task<byte[]> Print(string html, string header, string footer, CancellationToken cancellation = default);
}

/// <summary>A chart came out empty although it was given data: something is broken, and the reader must not be shown a blank.</summary>
public sealed class BlankChartException : Exception
{
    /// <summary>Names the chart.</summary>
    public BlankChartException(ChartOption chart, string what)
        : base($"The chart \"{chart.Kind}\" ({chart.Question}) came out blank: {what}.") { }
}

/// <summary>Charts and PDF cannot be made on this machine. The message says why and what to install.</summary>
public sealed class RenderingUnavailableException : Exception
{
    /// <summary>Says what is missing.</summary>
    public RenderingUnavailableException(string message, Exception? cause = null) : base(message, cause) { }
}
