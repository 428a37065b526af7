using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Notices;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Notices;

/// <summary>One's own notices (消息): filter, order, page, mark as read.</summary>
[MayCall(Right.SignedIn)]
internal sealed class IndexModel(NoticeDesk notices, RuleBook rules, Tongue tongue) : PageModel
{
    private const int PageSize = 50;

    public NoticePage Found { get; private set; } = null!;

    public NoticeKind? Kind { get; private set; }

    public bool OnlyUnread { get; private set; }

    public bool IsFiltered => Kind is not null || OnlyUnread;

    public DateTime Now { get; private set; }

    public Pager Pager { get; private set; } = null!;

    public SortHead When { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var question = NoticeAddress.Read(Request.Query);
        (Kind, OnlyUnread) = (question.Kind, question.OnlyUnread);
        Found = await notices.ListAsync(DeskUser.From(User)!.Id, Kind, OnlyUnread, question.OldestFirst, question.Page, PageSize, cancel);
        Now = rules.Now((await rules.VersionsAsync(cancel))[^1]);
        var address = new AddressBar(Request);
        Pager = new(question.Page, PageSize, Found.Total, address, address.At("/notices/export", ("page", null)));
        When = new("when", tongue[NoticeWords.When], "when", !question.OldestFirst, address);
    }

    public async Task<IActionResult> OnPostAsync(string? all, CancellationToken cancel)
    {
        var ids = Request.Form["id"].Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1).ToList();
        if (all is not null || ids.Count > 0)
            await notices.MarkReadAsync(DeskUser.From(User)!.Id, all is not null ? [] : ids, cancel);
        return Redirect("/notices");
    }
}
