using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Reports.Making;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Reports;

/// <summary>A report as page, PDF or workbook, for those whose scope holds it. For others it is not there.</summary>
[MayCall(Right.ReadReports)]
internal sealed class ReportModel(ReportShelf shelf, AccessAudit audit, Actors actors) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string name, string? type, CancellationToken cancel)
    {
        var actor = actors.Of(User);
        if (shelf.Find(name) is not { } report || !IndexModel.MaySee(actor.Scope, report.Kind, report.Org))
            return NotFound();
        var wanted = type is "pdf" or "xlsx" ? type : "html";
        if (report.Files.FirstOrDefault(f => f.EndsWith("." + wanted, StringComparison.Ordinal)) is not { } file || Path.Combine(report.Folder, Path.GetFileName(file)) is not { } path || !System.IO.File.Exists(path))
            return NotFound();
        if (wanted == "html")
        {
            // The report brings its own styles and nothing else; it runs no scripts.
            Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
            return PhysicalFile(path, "text/html; charset=utf-8");
        }
        await audit.WriteAsync(actor.UserId, AuditActions.Export, "report:" + report.Name, wanted.ToUpperInvariant(), cancel);
        return PhysicalFile(path, wanted == "pdf" ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Path.GetFileName(file));
    }
}
