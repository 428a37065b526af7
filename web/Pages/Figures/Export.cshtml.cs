using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Analytics;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Figures;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Figures;

/// <summary>Every figure of a board's period as CSV or XLSX: value, n, numerator, denominator, interval.</summary>
[MayCall(Right.ReadFigures)]
internal sealed class ExportModel(IMetricEngine engine, Boards boards, IDirectory directory, Actors actors, Tongue tongue) : PageModel
{
    private static readonly string[] Heads =
        ["metric", "name", "unit", "period", "value", "n", "numerator", "denominator", "low", "high", "snapshot"];

    public async Task<IActionResult> OnGetAsync(string? board, string? format, CancellationToken cancel)
    {
        if (boards.Find(board) is not { } shown || await directory.LastDayAsync(cancel) is not { } last)
            return NotFound();
        var filter = FigureFilter.Read(Request.Query, FigureFilter.WeekOf(last), actors.Of(User).Scope);
        var rows = shown.AllFigures.Where(engine.Catalogue.Contains)
            .Select(id => (Metric: engine.Catalogue[id], Query: filter.Query(engine.Catalogue[id]))).Where(q => q.Query is not null)
            .Select(q => Row(q.Metric, engine.Run(q.Query!, cancel), filter));
        if (format == "xlsx")
            await XlsxDownload.Write(Response, $"dashboard-{filter.PeriodText}.xlsx", filter.PeriodText, Heads, rows, cancel);
        else
            await CsvDownload.Write(Response, $"dashboard-{filter.PeriodText}.csv", Heads, rows, cancel);
        return new EmptyResult();
    }

    private IReadOnlyList<object?> Row(MetricDefinition metric, MetricResult result, FigureFilter filter)
    {
        var row = result.Single;
        return
        [
            metric.Id, tongue.Pick(metric.NameZh, metric.NameEn), metric.Unit, filter.PeriodText, row.Value, row.N, row.Numerator,
            row.Denominator, row.Low, row.High, result.Snapshot,
        ];
    }
}
