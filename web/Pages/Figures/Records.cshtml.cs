using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Analytics;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Figures;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Figures;

/// <summary>The records behind a figure, page by page, as CSV or as XLSX.</summary>
[MayCall(Right.OpenRecords)]
internal sealed class RecordsModel(IMetricEngine engine, IDirectory directory, Actors actors) : PageModel
{
    private const int PageSize = 100;
    private const int ExportRows = 10_000;

    public MetricDefinition Metric { get; private set; } = null!;

    public FigureFilter Filter { get; private set; } = null!;

    public MetricRecords Found { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public string BackHref => "/dashboard" + QueryString.Create(
        new KeyValuePair<string, string?>[] { new("period", Filter.PeriodText), new("org", Filter.Org), new("hall", Filter.Hall) }
            .Where(v => v.Value is not null));

    public async Task<IActionResult> OnGetAsync(string metric, int? page, string? format, CancellationToken cancel)
    {
        if (!engine.Catalogue.Contains(metric) || await directory.LastDayAsync(cancel) is not { } last)
            return NotFound();
        Metric = engine.Catalogue[metric];
        var actor = actors.Of(User);
        Filter = FigureFilter.Read(Request.Query, FigureFilter.WeekOf(last), actor.Scope);
        if (Filter.Query(Metric) is not { } query)
            return NotFound();
        if (format is "csv" or "xlsx")
        {
            var all = RatedReader.For(engine.Records(query, 0, ExportRows, cancel), actor);
            if (format == "xlsx")
                await XlsxDownload.Write(Response, $"{metric}-{Filter.PeriodText}.xlsx", metric, all.Columns, all.Rows, cancel);
            else
                await CsvDownload.Write(Response, $"{metric}-{Filter.PeriodText}.csv", all.Columns, all.Rows, cancel);
            return new EmptyResult();
        }
        var at = Math.Clamp(page ?? 1, 1, 100_000);
        Found = RatedReader.For(engine.Records(query, (at - 1) * (long)PageSize, PageSize, cancel), actor);
        var address = new AddressBar(Request);
        Pager = new(at, PageSize, Found.Total, address, address.With(("format", "csv")), address.With(("format", "xlsx")));
        return Page();
    }
}
