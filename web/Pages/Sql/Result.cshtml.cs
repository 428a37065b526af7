using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Queries;

namespace QualityInsight.Web.Pages.Sql;

/// <summary>The kept answer of one of the account's own queries as a file.</summary>
[MayCall(Right.QuerySql)]
internal sealed class ResultModel(SqlRuns runs, Actors actors) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string run, string? format, CancellationToken cancel)
    {
        if (runs.Find(run, actors.Of(User).UserId)?.Answer is not { } answer || !SqlDownload.Formats.Contains(format ?? "csv"))
            return NotFound();
        await SqlDownload.Write(Response, answer, format ?? "csv", cancel);
        return new EmptyResult();
    }
}
