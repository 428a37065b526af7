using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>
/// Shows a citizen's contact data once, in the answer to this very form: they stand in no address and no cache, and the
/// look is in the access audit, in the same transaction, before they are shown.
/// </summary>
[MayCall(Right.RevealContact)]
internal sealed class RevealModel(CasePages pages, ICaseDesk desk, Actors actors, PersonVault? vault = null) : CaseScreen
{
    private const int LongestMore = 200;

    /// <summary>What contact data are needed for; the code stands in the audit.</summary>
    internal static readonly (string Code, Text Name)[] Purposes =
    [
        ("callback", DeskWords.PurposeCallback), ("notify", DeskWords.PurposeNotify), ("visit", DeskWords.PurposeVisit),
        ("appeal", DeskWords.PurposeAppeal), ("other", DeskWords.PurposeOther),
    ];

    public IActionResult OnGet(string no) => Redirect($"/cases/{Uri.EscapeDataString(no)}#contact");

    public async Task<IActionResult> OnPostAsync(string no, string? purpose, string? more, CancellationToken cancel)
    {
        var actor = actors.Of(User);
        if (vault is null || await desk.CaseAsync(no, actor, cancel) is not { } page)
            return NotFound();
        if (!PersonVault.MayReveal(page.Case, actor))
            return Forbid();
        var about = (more ?? "").Trim();
        var chosen = Purposes.FirstOrDefault(p => p.Code == purpose);
        var notice = new CaseNotice { PurposeMissing = true };
        if (chosen.Code is not null && about.Length <= LongestMore && (chosen.Code != "other" || about.Length > 0))
        {
            var contact = await vault.RevealAsync(page.Case, actor, about.Length == 0 ? chosen.Name.Zh : $"{chosen.Name.Zh}：{about}", cancel);
            notice = new() { Contact = contact, NoContact = contact is null };
        }
        else
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Content = (await pages.LoadAsync(no, User, cancel))! with { Notice = notice };
        return Page();
    }
}
