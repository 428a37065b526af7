using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>
/// Where a case page sends its commands. Done: back to the case. Refused, incomplete or stale: the same case with what
/// was filled in and what is wrong; nothing has changed then.
/// </summary>
[MayCall(Right.ActOnCases)]
internal sealed class ActModel(CasePages pages, ICaseDesk desk, Actors actors, IDirectory directory, ReplyDesk replies) : CaseScreen
{
    public IActionResult OnGet(string no) => Redirect($"/cases/{Uri.EscapeDataString(no)}");

    public async Task<IActionResult> OnPostAsync(string no, string? command, int seq, CancellationToken cancel)
    {
        if (CommandForms.Of(command ?? "") is not { } form)
            return BadRequest();
        var units = form.Fields.Any(f => f.Kind == FieldKind.Unit) ? await directory.UnitsAsync(cancel) : [];
        var values = new FormValues(Request.Form, form.Fields);
        if (Request.Form["check"] == "1" && form.Fields.FirstOrDefault(f => f.IsReply) is { } reply)
        {
            if (await desk.CaseAsync(no, actors.Of(User), cancel) is not { } page)
                return NotFound();
            var hints = await replies.HintsAsync(values.Raw(reply.Name), page.Case, page.Now, cancel);
            return await ShowAsync(no, new(form, values, null, []) { Hints = hints, IsCheck = true }, StatusCodes.Status200OK, cancel);
        }
        var built = form.Build(new(values, code => units.FirstOrDefault(u => u.Code == code)?.Name));
        if (values.Errors.Count > 0)
            return await ShowAsync(no, new(form, values, null, []), StatusCodes.Status422UnprocessableEntity, cancel);
        var result = await desk.ExecuteAsync(no, seq, built, actors.Of(User), cancel);
        if (result.Done)
            return Redirect($"/cases/{Uri.EscapeDataString(no)}?done={form.Command}");
        return await ShowAsync(no, new(form, values, result.Refusal, result.Meanwhile), StatusCodes.Status409Conflict, cancel);
    }

    private async Task<IActionResult> ShowAsync(string no, FailedCommand failed, int status, CancellationToken cancel)
    {
        if (await pages.LoadAsync(no, User, cancel) is not { } content)
            return NotFound();
        Content = content with { Failed = failed };
        Response.StatusCode = status;
        return Page();
    }
}
