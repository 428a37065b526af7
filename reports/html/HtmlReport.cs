using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QualityInsight.Reports.Rendering;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Html;

/// <summary>Writes a report as one self-contained HTML document. Everything that comes from data is encoded.</summary>
public static class HtmlReport
{
    /// <summary>The document with its charts drawn in: no script, nothing fetched, fit for print.</summary>
    /// <param name="model">The report.</param>
    /// <param name="drawings">An <c>svg</c> element for every chart, by its kind.</param>
    /// <exception cref="KeyNotFoundException">A chart has no drawing.</exception>
    public static Task<string> Render(ReportModel model, IReadOnlyDictionary<string, string> drawings) => Write(model, drawings, null);

    /// <summary>
    /// The document with the charts as data and ECharts inside: the reader's browser draws them. For machines without
    /// Chromium; <paramref name="notice"/> says on the page what is missing.
    /// </summary>
    public static Task<string> RenderWithScript(ReportModel model, string notice) => Write(model, null, notice);

    /// <summary>The page of the letter that carries the report: the summary, with pictures the letter brings along.</summary>
    /// <param name="model">The report.</param>
    /// <param name="pictures">Kinds of the charts whose pictures are in the letter as <c>KIND.png</c>.</param>
    /// <param name="link">Where the report lies; null where it is attached.</param>
    internal static Task<string> RenderMail(ReportModel model, IReadOnlyList<string> pictures, string? link = null) => Render<MailPage>(new()
    {
        [nameof(MailPage.Link)] = link,
        [nameof(MailPage.Model)] = model,
        [nameof(MailPage.Pictures)] = pictures,
    });

    private static Task<string> Write(ReportModel model, IReadOnlyDictionary<string, string>? drawings, string? notice) => Render<ReportPage>(new()
    {
        [nameof(ReportPage.Model)] = model,
        [nameof(ReportPage.Drawings)] = drawings,
        [nameof(ReportPage.Style)] = EmbeddedText.Read("weekly.css"),
        [nameof(ReportPage.Script)] = drawings is null ? EmbeddedText.Read("echarts.min.js") : "",
        [nameof(ReportPage.Notice)] = notice,
    });

    private static async Task<string> Render<TPage>(Dictionary<string, object?> parameters) where TPage : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
