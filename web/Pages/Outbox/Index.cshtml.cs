using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Notices;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Outbox;

/// <summary>The outbox (发件箱): what waits, what went, what is dead and can be tried again.</summary>
[MayCall(Right.ManageOutbox)]
internal sealed class IndexModel(OutboxDesk outbox, RuleBook rules, Colleagues colleagues, Tongue tongue) : PageModel
{
    private const int PageSize = 50;
    private Policy _policy = null!;
    private IReadOnlyDictionary<string, string> _names = null!;

    public OutboxPage Found { get; private set; } = null!;

    public NoticeAddress Question { get; private set; } = null!;

    public AddressBar Address => new(Request);

    public bool Retried { get; private set; }

    public DateTime Now { get; private set; }

    public Pager Pager => new(Question.Page, PageSize, Found.Total, Address, Address.At("/outbox/export", ("page", null)));

    public SortHead When => new("when", tongue[NoticeWords.Created], "when", !Question.OldestFirst, Address);

    public async Task OnGetAsync(string? retried, CancellationToken cancel)
    {
        (Question, Retried) = (NoticeAddress.Read(Request.Query), retried is not null);
        Found = await outbox.ListAsync(Question.State, Question.Channel, Question.OldestFirst, Question.Page, PageSize, cancel);
        _policy = (await rules.VersionsAsync(cancel))[^1];
        _names = await colleagues.NamesAsync(cancel);
        Now = rules.Now(_policy);
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel) =>
        Redirect(await outbox.RetryAsync(id, cancel) ? "/outbox?state=Dead&retried=1" : "/outbox?state=Dead");

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _policy.Zone);

    public string NameOf(OutboxRow row) => row.Recipient.Split(':', 2) switch
    {
        ["case", var no] => tongue[NoticeWords.Citizen, no],
        [_, var user] => _names.GetValueOrDefault(user, user),
        _ => row.Recipient,
    };
}
