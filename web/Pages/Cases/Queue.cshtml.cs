using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>The queue (待办): standing views, filters, sort and page, all in the address; what a person likes is remembered.</summary>
[MayCall(Right.ReadCases)]
internal sealed class QueueModel(ICaseDesk desk, RuleBook rules, Actors actors, QueueChooser chooser, SavedViews saved, Tongue tongue) : PageModel
{
    public QueuePage Found { get; private set; } = null!;

    /// <summary>The calendar in force: what is left to a deadline is counted in its open time.</summary>
    public WorkingCalendar Calendar { get; private set; } = null!;

    public QueueQuery Query { get; private set; } = null!;

    public AddressBar Address => new(Request);

    /// <summary>This list's own address.</summary>
    public string Here => Request.Path + Request.QueryString;

    public QueueCounts Counts => new(Found.Counts, Query.View, v => Address.With(("view", v.ToString())));

    /// <summary>What can be chosen from.</summary>
    public QueueChoices Choices { get; private set; } = null!;

    /// <summary>The reader.</summary>
    public Actor Reader { get; private set; } = null!;

    /// <summary>The reader may act on cases.</summary>
    public bool MayAct => RightsTable.Holds(Reader.Roles, Right.ActOnCases);

    public bool IsFiltered => Query with { View = QueueView.Open, Sort = QueueSort.DueAt, Descending = false, Page = 1, PageSize = 50 } != new QueueQuery();

    /// <summary>A filter is set that stands under "more".</summary>
    public bool IsFilteredMore => Query is not { HandlerId: null, Card: null, Channel: null, Late: null, Named: null, Label: null, From: null, To: null };

    public Pager Pager => new(
        Query.Page, Query.PageSize, Found.Total, Address, Address.At("/cases/export", ("page", null)), Address.At("/cases/export", ("page", null), ("format", "xlsx")))
    {
        IsLeast = Found.TotalIsLeast,
        AsksPurpose = true,
    };

    public SortHead Head(QueueSort sort, Text name) =>
        new(sort.ToString(), tongue[name], Query.Sort.ToString(), Query.Descending, Address);

    /// <summary>Ended cases can only be put in orders there is an index for.</summary>
    public bool CanSort(QueueSort sort) =>
        Query.View is not (QueueView.Done or QueueView.All) || sort is QueueSort.CaseNo or QueueSort.UpdatedAt or QueueSort.OpenedAt;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Reader = actors.Of(User);
        var likes = await saved.LikesAsync(Reader.UserId, cancel);
        if (int.TryParse(Request.Query["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size != likes.PageSize && QueueLikes.PageSizes.Contains(size))
        {
            await saved.SetPageSizeAsync(Reader.UserId, size, cancel);
            likes = likes with { PageSize = size };
        }
        Choices = await chooser.OfAsync(Reader, likes, cancel);
        if (Request.Query.Count == 0 && Choices.Saved.FirstOrDefault(v => v.Id == likes.DefaultViewId) is { } view)
            return Redirect("/cases?" + view.Address);
        Query = QueueAddress.Read(Request.Query) with { PageSize = likes.PageSize };
        Found = await desk.QueueAsync(Query, Reader, cancel);
        Calendar = rules.CalendarOf(await rules.InForceAsync(DateOnly.FromDateTime(Found.Now), cancel));
        return Page();
    }
}
