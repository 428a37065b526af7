using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Queries;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Sql;

/// <summary>
/// An analyst's query and its answer. A query that takes longer than a moment goes on by itself: the page says for how long,
/// and stops it where asked. The answer is sorted, paged, drawn and downloaded without running it again.
/// </summary>
[MayCall(Right.QuerySql)]
internal sealed class IndexModel(SqlRuns runs, SqlNames names, SavedQueries saved, Actors actors, Tongue tongue, WebOptions options) : PageModel
{
    private const int PageSize = 200;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    [BindProperty]
    public string Query { get; set; } = "SELECT * FROM visit_clean LIMIT 20";

    public WebOptions Options => options;

    public IReadOnlyList<SqlName>? Names { get; private set; }

    public IReadOnlyList<SavedQueryRow> Saved { get; private set; } = [];

    public SavedQueryRow? Open { get; private set; }

    public IReadOnlyList<SavedQueryRow> Versions { get; private set; } = [];

    public SqlRun? Run { get; private set; }

    public Text? Said { get; private set; }

    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public ChartFigure? Chart { get; private set; }

    public int Sort { get; private set; } = -1;

    public bool Descending { get; private set; }

    public (string Kind, int X, int Y) Drawn { get; private set; }

    public string UserId => actors.Of(User).UserId;

    public double Seconds => Run is null ? 0 : runs.Seconds(Run);

    /// <summary>For the editor: the default encoder writes &lt;, &gt; and &amp; as escapes, so no text can end the block.</summary>
    public string NamesJson => JsonSerializer.Serialize((Names ?? []).Select(n => new { n = n.Name, k = n.Kind, o = n.Of, s = n.Says }));

    public AddressBar Address => new(Request);

    public async Task OnGetAsync(string? run, string? query, int? version, CancellationToken cancel)
    {
        if (query is { Length: <= 40 })
            await OpenAsync(query, version, cancel);
        if (run is not null)
        {
            Run = runs.Find(run, UserId);
            if (Run is null)
                Said = SqlWords.Gone;
            else
                Query = Run.Sql;
        }
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? act, string? format, string? run, string? id, string? name, string? shared, CancellationToken cancel)
    {
        switch (act)
        {
            case "stop":
                if (runs.Find(run, UserId) is { } going)
                    await going.Stop.CancelAsync();
                return Redirect($"/sql?run={Uri.EscapeDataString(run ?? "")}");
            case "save":
            case "remove":
                return await SaveAsync(id, name, shared == "1", act == "remove", cancel);
        }
        Run = runs.Start(UserId, act == "explain" ? $"EXPLAIN {Query}" : Query);
        if (Run is null)
        {
            Said = SqlWords.Busy;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        else
        {
            await Task.WhenAny(Run.Work, Task.Delay(Moment, cancel));
            if (format == "csv" && Run.Answer is { } answer)
            {
                await SqlDownload.Write(Response, answer, format, cancel);
                return new EmptyResult();
            }
        }
        await ShowAsync(cancel);
        return Page();
    }

    private async Task<IActionResult> SaveAsync(string? id, string? name, bool shared, bool remove, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 120)
        {
            Said = SqlWords.NameNeeded;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        else if (await saved.SaveAsync(string.IsNullOrEmpty(id) ? null : id, UserId, name.Trim(), Query, shared, remove, cancel) is { } row)
            return Redirect(remove ? "/sql" : $"/sql?query={row.QueryId}");
        else
        {
            Said = SqlWords.NotYours;
            Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        await ShowAsync(cancel);
        return Page();
    }

    private async Task OpenAsync(string id, int? version, CancellationToken cancel)
    {
        Versions = await saved.VersionsAsync(id, UserId, cancel);
        Open = version is { } v ? Versions.FirstOrDefault(q => q.Version == v) : Versions.FirstOrDefault();
        if (Open is not null)
            Query = Open.Sql;
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Names = await names.AllAsync(tongue.IsChinese, cancel);
        Saved = await saved.ListAsync(UserId, cancel);
        if (Run is { IsRunning: false, Answer: null, IsStopped: false } && Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (Run?.Answer is not { } answer)
            return;
        int Number(string key) => int.TryParse(Request.Query[key], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
        (Sort, Descending) = (Number("sort"), Request.Query["dir"] == "desc");
        var page = Math.Max(1, Number("page"));
        var rows = Sort >= 0 && Sort < answer.Columns.Count ? Sorted(answer.Rows, Sort, Descending) : answer.Rows;
        Rows = [.. rows.Skip((page - 1) * PageSize).Take(PageSize)];
        Pager = new(page, PageSize, answer.Rows.Count, Address, null);
        Drawn = (Request.Query["chart"].ToString(), Number("x"), Number("y"));
        Chart = SqlChart.Of(answer, Drawn.Kind, Drawn.X, Drawn.Y, tongue[SqlWords.Result]);
    }

    private static IReadOnlyList<IReadOnlyList<object?>> Sorted(IReadOnlyList<IReadOnlyList<object?>> rows, int column, bool descending)
    {
        // Nothing comes last in both directions; what cannot be compared is compared as text.
        var order = Comparer<object?>.Create((a, b) => a is IComparable one && b?.GetType() == a.GetType()
            ? one.CompareTo(b) : string.CompareOrdinal(CsvDownload.Plain(a), CsvDownload.Plain(b)));
        var known = rows.OrderBy(r => r[column] is null);
        return [.. descending ? known.ThenByDescending(r => r[column], order) : known.ThenBy(r => r[column], order)];
    }
}
