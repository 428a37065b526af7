using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>
/// Where a case page sends its commands. Done: back to the case. Refused, incomplete or stale: the same case with what
/// was filled in and what is wrong; nothing has changed then.
/// </summary>
[MayCall(Right.ActOnCases)]
internal sealed class ActModel(CasePages pages, ICaseDesk desk, Actors actors) : CaseScreen
{
    public IActionResult OnGet(string no) => Redirect($"/cases/{Uri.EscapeDataString(no)}");

    public async Task<IActionResult> OnPostAsync(string no, string? command, int seq, CancellationToken cancel)
    {
        if (await pages.LoadAsync(no, User, cancel) is not { } content)
            return NotFound();
        if (CommandForms.Of(command ?? "") is not { } form)
            return BadRequest();
        var values = new FormValues(Request.Form, form.Fields);
        var built = form.Build(new(values, code => content.Units.FirstOrDefault(u => u.Code == code)?.Name));
        if (values.Errors.Count > 0)
            return Show(content, new(form, values, null, []), StatusCodes.Status422UnprocessableEntity);
        var result = await desk.ExecuteAsync(no, seq, built, actors.Of(User), cancel);
        if (result.Done)
            return Redirect($"/cases/{Uri.EscapeDataString(no)}?done={form.Command}");
        var now = await pages.LoadAsync(no, User, cancel) ?? content;
        return Show(now, new(form, values, result.Refusal, result.Meanwhile), StatusCodes.Status409Conflict);
    }

    private IActionResult Show(CaseContent content, FailedCommand failed, int status)
    {
        Content = content with { Failed = failed };
        Response.StatusCode = status;
        return Page();
    }
}
