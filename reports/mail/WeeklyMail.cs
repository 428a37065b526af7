using System.Security.Cryptography;
using System.Text;
using QualityInsight.Reports.Html;
using QualityInsight.Reports.Rendering;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Mail;

/// <summary>
/// Writes the weekly report as letters: the summary in plain text and as a page with pictures, the PDF beside it. The
/// same report to the same receiver always has the same message id, so a delivery log can hold it to once.
/// </summary>
/// <param name="charts">Draws the pictures.</param>
public sealed class WeeklyMail(IChartRenderer charts)
{
    private static readonly string[] Pictured = ["waits-by-hall", "handling-rates", "reviews-trio"];

    /// <summary>One letter a receiver.</summary>
    /// <param name="report">The printed report. A draft is refused.</param>
    /// <param name="from">The sender's address.</param>
    /// <param name="receivers">Addresses, each with or without a display name.</param>
    /// <param name="org">The org the report is for, as given when it was built.</param>
    /// <param name="link">Where the report lies behind the log-in, sent instead of the files; null attaches PDF and workbook.</param>
    /// <param name="cancellation">Stops between pictures.</param>
    /// <exception cref="ReportRefusedException">The report is a draft, or has no PDF to attach.</exception>
    public async Task<IReadOnlyList<Letter>> Compose(PrintedReport report, string from, IReadOnlyList<string> receivers, string? org = null, string? link = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var model = report.Model;
        if (model.IsDraft) throw new ReportRefusedException([.. model.Faults, "A draft is not sent out."]);
        if (report.Pdf is not { } pdf) throw new ReportRefusedException([$"There is no PDF to attach. {report.Missing}"]);

        var pictures = new List<LetterPart>();
        foreach (var chart in model.Charts.Select(c => c.Chart).Where(c => Pictured.Contains(c.Kind)))
            pictures.Add(new LetterPart(chart.Kind + ".png", "image/png", await charts.DrawPng(chart, 1.5, cancellation)));
        var text = MailText.Write(model, link);
        var html = await HtmlReport.RenderMail(model, [.. pictures.Select(p => p.Name[..^4])], link);
        var files = new List<LetterPart>();
        if (link is null)
        {
            using var annex = new MemoryStream();
            await Annex.ReportAnnex.Write(model, annex, cancellation);
            files.Add(new(ReportFiles.NameOf(model, org) + ".pdf", "application/pdf", pdf));
            files.Add(new(ReportFiles.NameOf(model, org) + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", annex.ToArray()));
        }
        var subject = $"{model.Title} {model.PeriodName} {model.Scope}";
        return [.. receivers.Select(to => new Letter(IdOf(model, org, from, to), from, to, subject, text, html, pictures, files))];
    }

    private static string IdOf(ReportModel model, string? org, string from, string to)
    {
        var receiver = new System.Net.Mail.MailAddress(to).Address;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model.Kind}|{model.PeriodName}|{org}|{model.Language}|{receiver}")))[..16];
        return $"{model.Kind}-{model.PeriodName}-{hash}@{new System.Net.Mail.MailAddress(from).Host}";
    }
}
