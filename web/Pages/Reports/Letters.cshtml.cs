using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Reports.Mail;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Reports;

/// <summary>What became of report letters within one's scope, and sending one again.</summary>
[MayCall(Right.SendReports)]
internal sealed class LettersModel(LetterSpool spool, AccessAudit audit, Actors actors) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<SpooledLetter> Found { get; private set; } = [];

    public LetterState? State { get; private set; }

    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync(LetterState? state, int? page, CancellationToken cancel)
    {
        State = state;
        var all = (await Mine(cancel)).Where(l => state is null || l.State == state).ToArray();
        var at = Math.Clamp(page ?? 1, 1, 10_000);
        Found = [.. all.Skip((at - 1) * PageSize).Take(PageSize)];
        Pager = new(at, PageSize, all.Length, new AddressBar(Request), null);
    }

    public async Task<IActionResult> OnPostAgainAsync(string id, CancellationToken cancel)
    {
        if ((await Mine(cancel)).All(l => l.MessageId != id))
            return NotFound();
        var by = actors.Of(User).UserId;
        await audit.WriteAsync(by, AuditActions.SendAgain, "letter:" + id, "REPORT", cancel);
        await spool.Again(id, by, cancel);
        return Redirect("/reports/letters");
    }

    private async Task<IReadOnlyList<SpooledLetter>> Mine(CancellationToken cancel)
    {
        var scope = actors.Of(User).Scope;
        return [.. (await spool.List(cancel)).Where(l => IndexModel.MaySee(scope, l.Tag.Kind, l.Tag.Org))];
    }
}
