using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>The queue (待办): standing views, filters, sort and page, all in the address.</summary>
[MayCall(Right.ReadCases)]
internal sealed class QueueModel(ICaseDesk desk, RuleBook rules, Actors actors, IDirectory directory, Tongue tongue) : PageModel
{
    private const int PageSize = 50;

    public QueuePage Found { get; private set; } = null!;

    /// <summary>The calendar in force: what is left to a deadline is counted in its open time.</summary>
    public WorkingCalendar Calendar { get; private set; } = null!;

    public QueueQuery Query { get; private set; } = null!;

    public AddressBar Address => new(Request);

    public IReadOnlyList<Named> Units { get; private set; } = [];

    public IReadOnlyList<Named> Halls { get; private set; } = [];

    public bool IsFiltered => Query is not { OrgCode: null, HallCode: null, Level: null, State: null, Label: null, Text: null, From: null, To: null };

    public Pager Pager => new(Query.Page, Query.PageSize, Found.Total, Address, Address.At("/cases/export", ("page", null)));

    public SortHead Head(QueueSort sort, Text name) =>
        new(sort.ToString(), tongue[name], Query.Sort.ToString(), Query.Descending, Address);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Query = QueueAddress.Read(Request.Query) with { PageSize = PageSize };
        Found = await desk.QueueAsync(Query, actors.Of(User), cancel);
        Calendar = rules.CalendarOf(await rules.InForceAsync(DateOnly.FromDateTime(Found.Now), cancel));
        Units = [.. (await directory.UnitsAsync(cancel)).Where(u => actors.Of(User).Scope.Covers(u.Code))];
        Halls = await directory.HallsAsync(cancel);
        return Page();
    }
}
