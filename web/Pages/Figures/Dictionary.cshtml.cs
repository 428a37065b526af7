using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Analytics;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Figures;

/// <summary>All metrics by group: what each says and where its formula comes from.</summary>
[MayCall(Right.ReadFigures)]
internal sealed class DictionaryModel(IMetricEngine engine) : PageModel
{
    private static readonly string[] Order = ["wait", "handling", "review", "loop", "hotline", "convenience", "volume", "data"];

    public string? Search { get; private set; }

    public IReadOnlyList<IGrouping<string, MetricDefinition>> Groups { get; private set; } = [];

    public void OnGet(string? q)
    {
        Search = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Groups =
        [
            .. engine.Catalogue.All.Where(m => Search is null || Texts(m).Any(t => t.Contains(Search, StringComparison.OrdinalIgnoreCase)))
                .GroupBy(m => m.Group)
                .OrderBy(g => Array.IndexOf(Order, g.Key) is var at && at < 0 ? Order.Length : at),
        ];
    }

    private static string[] Texts(MetricDefinition metric) => [metric.Id, metric.NameZh, metric.NameEn, metric.SaysZh, metric.SaysEn];
}
