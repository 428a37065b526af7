using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>Keeps, shares and removes saved views; then back to the list.</summary>
[MayCall(Right.ReadCases)]
internal sealed class ViewsModel(SavedViews saved, Actors actors) : PageModel
{
    /// <summary>The list to go back to.</summary>
    public string Back { get; private set; } = "/cases";

    public IActionResult OnGet() => Redirect("/cases");

    public async Task<IActionResult> OnPostAsync(string? act, string? id, string? name, string? address, string? share, CancellationToken cancel)
    {
        var actor = actors.Of(User);
        // What cannot be read as a question to the queue is not kept.
        var list = QueueAddress.Write(QueueAddress.Read(new QueryCollection(QueryHelpers.ParseQuery(address is { Length: <= 1000 } ? address : ""))));
        switch (act)
        {
            case "keep":
                Back = "/cases?" + list;
                if (!await saved.KeepAsync(actor, name ?? "", list, share == "yes", cancel))
                {
                    Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                    return Page();
                }
                break;
            case "remove" when id is not null:
                await saved.RemoveAsync(actor, id, cancel);
                break;
            case "default" when id is not null:
                await saved.SetDefaultAsync(actor, id, cancel);
                break;
            case "plain":
                await saved.SetDefaultAsync(actor, null, cancel);
                break;
            default:
                return BadRequest();
        }
        return Redirect(act == "keep" ? Back : "/cases?view=Open");
    }
}
