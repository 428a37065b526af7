using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Data;

/// <summary>Why each row of a load was refused, as CSV: line, column, masked value, reason. The rows themselves stay with the warehouse's owner.</summary>
[MayCall(Right.DownloadQuarantine)]
internal sealed class QuarantineModel(DataQuality data, Tongue tongue) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long batch, CancellationToken cancel)
    {
        if (await data.RefusedAsync(batch, cancel) is not { Count: > 0 } rows)
            return NotFound();
        string[] heads =
        [
            tongue[DataWords.Line], tongue[DataWords.Column], tongue[DataWords.Value], tongue[DataWords.Reason], tongue[DataWords.Detail],
        ];
        await CsvDownload.Write(
            Response, string.Create(CultureInfo.InvariantCulture, $"quarantine-{batch}.csv"), heads,
            rows.Select(r => (IReadOnlyList<object?>)[r.Line, r.Column, r.Value, r.Reason, r.Detail]), cancel);
        return new EmptyResult();
    }
}
