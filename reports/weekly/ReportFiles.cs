using QualityInsight.Reports.Annex;

namespace QualityInsight.Reports.Weekly;

/// <summary>Puts a printed report into a folder: whole files only, the same names every time.</summary>
public static class ReportFiles
{
    /// <summary>Writes <c>weekly-2026-W46[-ORG][.en].html</c>, <c>.pdf</c> and <c>.xlsx</c>; a PDF from before is removed where there is none now.</summary>
    /// <returns>Full paths of what was written, the HTML first.</returns>
    public static async Task<IReadOnlyList<string>> Write(PrintedReport report, string folder, string? org = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        Directory.CreateDirectory(folder);
        var stem = Path.Combine(Path.GetFullPath(folder), NameOf(report.Model, org));
        var written = new List<string> { stem + ".html" };
        await Replace(stem + ".html", System.Text.Encoding.UTF8.GetBytes(report.Html), cancellation);
        if (report.Pdf is { } pdf)
        {
            await Replace(stem + ".pdf", pdf, cancellation);
            written.Add(stem + ".pdf");
        }
        else
        {
            File.Delete(stem + ".pdf");
        }
        await using (var annex = new MemoryStream())
        {
            await ReportAnnex.Write(report.Model, annex, cancellation);
            await Replace(stem + ".xlsx", annex.ToArray(), cancellation);
            written.Add(stem + ".xlsx");
        }
        return written;
    }

    /// <summary>The file name without extension.</summary>
    public static string NameOf(ReportModel model, string? org)
    {
        ArgumentNullException.ThrowIfNull(model);
        var safe = org is null ? "" : "-" + string.Concat(org.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return $"{model.Kind}-{model.PeriodName}{safe}{(model.IsDraft ? "-draft" : "")}{model.Language.Pick("", ".en")}";
    }

    private static async Task Replace(string path, byte[] content, CancellationToken cancellation)
    {
        var aside = path + ".part";
        await File.WriteAllBytesAsync(aside, content, cancellation);
        File.Move(aside, path, overwrite: true);
    }
}
