using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Analytics;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Figures;

/// <summary>One metric's definition in full.</summary>
[MayCall(Right.ReadFigures)]
internal sealed class MetricModel(IMetricEngine engine) : PageModel
{
    public MetricDefinition Metric { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        if (!engine.Catalogue.Contains(id))
            return NotFound();
        Metric = engine.Catalogue[id];
        return Page();
    }
}
