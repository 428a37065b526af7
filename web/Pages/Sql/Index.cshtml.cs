using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Warehouse;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Sql;

/// <summary>An analyst's query and its answer, as a table or as CSV.</summary>
[MayCall(Right.QuerySql)]
internal sealed class IndexModel(SqlDesk desk, Serving serving, WebOptions options) : PageModel
{
    private const int ShownRows = 500;

    [BindProperty]
    public string Query { get; set; } = "SELECT * FROM visit_clean LIMIT 20";

    public WebOptions Options => options;

    public IReadOnlyList<Named>? Names { get; private set; }

    public SqlAnswer? Answer { get; private set; }

    public string? Error { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => NamesAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string? format, CancellationToken cancel)
    {
        try
        {
            Answer = await desk.RunAsync(Query, format == "csv" ? null : ShownRows, cancel);
            if (format == "csv")
            {
                await CsvDownload.Write(Response, "query.csv", Answer.Columns, Answer.Rows, cancel);
                return new EmptyResult();
            }
        }
        catch (WarehouseException e)
        {
            Error = e.Message;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        await NamesAsync(cancel);
        return Page();
    }

    private async Task NamesAsync(CancellationToken cancel) =>
        Names = await serving.QueryAsync("sql/sql_names.sql", r => new Named(r.Text("name"), r.TextOrNull("comment") ?? ""), null, cancel);
}
