using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Calendar;

/// <summary>Every day of a year as CSV.</summary>
[MayCall(Right.ReadPolicies)]
internal sealed class ExportModel(RuleBook rules, PolicyChoice choice) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int? year, string? policy, CancellationToken cancel)
    {
        var chosen = await choice.FindAsync(policy, cancel) ?? await rules.InForceAsync(DateOnly.FromDateTime(rules.Now(PolicyFile.Preset("default"))), cancel);
        var of = Math.Clamp(year ?? rules.Now(chosen).Year, 2018, 2100);
        await CsvDownload.Write(Response, $"calendar-{of}.csv", ["date", "is_working", "reason", "name", "is_announced"],
            IndexModel.Of(rules.CalendarOf(chosen), of).Select(d => (IReadOnlyList<object?>)[d.Date, d.IsWorking, d.Reason.Code(), d.Name, d.IsAnnounced]), cancel);
        return new EmptyResult();
    }
}
