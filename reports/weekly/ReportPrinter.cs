using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Html;
using QualityInsight.Reports.Rendering;

namespace QualityInsight.Reports.Weekly;

/// <summary>A report as people get it.</summary>
/// <param name="Model">The figures it was made from.</param>
/// <param name="Html">One self-contained document.</param>
/// <param name="Pdf">The printed one, A4; null where this machine cannot print.</param>
/// <param name="Missing">Why there is no PDF and what to install; null where there is one.</param>
public sealed record PrintedReport(ReportModel Model, string Html, byte[]? Pdf, string? Missing);

/// <summary>Draws and prints a report. Without Chromium or a Chinese font the HTML is still made, with live charts, and says what is missing.</summary>
/// <param name="charts">Draws the charts.</param>
/// <param name="pdf">Prints the page.</param>
public sealed class ReportPrinter(ChromiumChartRenderer charts, IPdfPrinter pdf)
{
    /// <summary>Makes HTML and PDF.</summary>
    /// <exception cref="ReportRefusedException">A chart came out blank.</exception>
    public async Task<PrintedReport> Print(ReportModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            if (!await charts.ChineseIsDrawn(cancellation))
                throw new RenderingUnavailableException(FontCheck.HowToInstall);
            var html = await HtmlReport.Render(model, await Draw(model, cancellation));
            return new(model, html, await pdf.Print(html, Header(model), Footer(model), cancellation), null);
        }
        catch (RenderingUnavailableException e)
        {
            var notice = model.Language.Pick("本机不能生成 PDF 和图片，图由您的浏览器绘制。", "This machine can make neither PDF nor pictures; your browser draws the charts. ") + e.Message;
            return new(model, await HtmlReport.RenderWithScript(model, notice), null, e.Message);
        }
        catch (BlankChartException e)
        {
            throw new ReportRefusedException([e.Message]);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> Draw(ReportModel model, CancellationToken cancellation)
    {
        ChartOption[] asked = [.. model.Charts.Select(b => b.Chart)];
        return asked.Zip(await charts.DrawSvgs(asked, cancellation)).ToDictionary(d => d.First.Kind, d => d.Second, StringComparer.Ordinal);
    }

    private static string Header(ReportModel model) =>
        $"{model.Title}  {model.PeriodName}  {model.Scope}" + (model.IsDraft ? model.Language.Pick("  草稿", "  DRAFT") : "");

    private static string Footer(ReportModel model) =>
        model.Language.Pick($"数据快照 {model.Snapshot} · 生成 ", $"snapshot {model.Snapshot} · made ")
        + model.MadeAt.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
