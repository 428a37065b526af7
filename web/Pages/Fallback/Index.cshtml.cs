using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Fallback;

/// <summary>The fallback register (兜底台账): filtered, sorted, paged and exported; each line leads to its case.</summary>
[MayCall(Right.ReadCases)]
internal sealed class IndexModel(FallbackRegister register, RuleBook rules, OrgTree orgs, Actors actors, Tongue tongue) : PageModel
{
    private WorkingCalendar _calendar = null!;

    public FallbackQuery Question { get; private set; } = null!;

    public FallbackPage Found { get; private set; } = null!;

    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];

    public DateTime Now { get; private set; }

    public AddressBar Address => new(Request);

    public bool IsFiltered => Request.Query.Keys.Any(k => k is not ("sort" or "dir" or "page") && Request.Query[k] != "");

    public Pager Pager => new(Question.Page, Question.PageSize, Found.Total, Address, Address.At("/fallback/export", ("page", null)), Address.At("/fallback/export", ("page", null), ("format", "xlsx")));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = actors.Of(User);
        Question = FallbackAddress.Read(Request.Query);
        Found = await register.ListAsync(Question, actor, cancel);
        Units = [.. (await orgs.ListAsync(cancel)).Where(u => actor.Scope.Covers(u.Code))];
        var policy = (await rules.VersionsAsync(cancel))[^1];
        (_calendar, Now) = (rules.CalendarOf(policy), rules.Now(policy));
    }

    public SortHead Head(string key, Text name, bool numeric = false) => new(key, tongue[name], Question.Sort, Question.Descending, Address, numeric);

    /// <summary>Working days an open entry has waited.</summary>
    public int SoFar(FallbackLine line) => _calendar.CountWorkingDays(line.Entry.TakenAt, Now);
}
