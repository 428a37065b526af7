using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>
/// One action on several cases. Each case is decided by itself, as if it were done on its own page: what cannot be done to
/// one is said of that one, and the others are done.
/// </summary>
[MayCall(Right.ActOnCases)]
internal sealed class BulkModel(ICaseDesk desk, Actors actors, ReplyTemplates templates, Tongue tongue) : PageModel
{
    /// <summary>Most cases at a time.</summary>
    public const int Most = 200;

    /// <summary>What came of each case: null where it was done, else why not.</summary>
    public IReadOnlyList<(string CaseNo, string? WhyNot)> Results { get; private set; } = [];

    /// <summary>What is wrong with the whole request, or null.</summary>
    public Text? Error { get; private set; }

    /// <summary>The action's name.</summary>
    public Text? Action { get; private set; }

    /// <summary>The list to go back to.</summary>
    public string Back { get; private set; } = "/cases";

    public IActionResult OnGet() => Redirect("/cases");

    public async Task<IActionResult> OnPostAsync(string? act, string? back, CancellationToken cancel)
    {
        Back = LocalAddress.Or(Url, back, "/cases");
        var actor = actors.Of(User);
        var chosen = Request.Form["no"].Select(Chosen).OfType<(string, int)>().DistinctBy(c => c.Item1).ToList();
        var template = act == "reply" ? (await templates.ForAsync(actor.OrgCode, cancel)).FirstOrDefault(t => t.Id == Field("template")) : null;
        if (Wrong(act, chosen.Count, template) is { } wrong)
        {
            Error = wrong;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        Action = BulkActions.Of(act)!.Name();
        var results = new List<(string, string?)>();
        foreach (var (caseNo, seq) in chosen)
            results.Add((caseNo, await DoAsync(act!, caseNo, seq, template, actor, cancel)));
        Results = results;
        return Page();
    }

    private async Task<string?> DoAsync(string act, string caseNo, int seq, ReplyTemplate? template, Actor actor, CancellationToken cancel)
    {
        CaseCommand command;
        if (act == "reply")
        {
            if (await desk.CaseAsync(caseNo, actor, cancel) is not { } page)
                return tongue[Problems.NotFoundWhat];
            var text = TemplateFields.Fill(template!.Body, page.Case, page.Now);
            if (text.Contains("＿＿", StringComparison.Ordinal))
                return tongue[QueueWords.Gap];
            command = new SubmitFeedback(text);
        }
        else
        {
            command = act switch
            {
                "assign" => new AssignHandler(Field("user")),
                "accept" => new AcceptCase(),
                "flag" => new RaiseFlag(Enum.Parse<CaseFlag>(Field("flag")), Field("text") is { Length: > 0 } why ? why : null),
                _ => new AddNote(Field("text")),
            };
        }
        var result = await desk.ExecuteAsync(caseNo, seq, command, actor, cancel);
        return result.Refusal?.Text(tongue.Language);
    }

    private Text? Wrong(string? act, int n, ReplyTemplate? template) =>
        n == 0 ? QueueWords.NoneChosen
        : n > Most ? new(string.Format(CultureInfo.InvariantCulture, QueueWords.TooMany.Zh, Most), string.Format(CultureInfo.InvariantCulture, QueueWords.TooMany.En, Most))
        : act switch
        {
            "assign" => Field("user").Length == 0 ? QueueWords.NoHandler : null,
            "accept" => null,
            "reply" => template is null ? QueueWords.NoTemplate : null, // none chosen, or retired meanwhile
            "flag" => Enum.TryParse<CaseFlag>(Field("flag"), out var flag) && Enum.IsDefined(flag) ? null : QueueWords.NoFlag,
            "note" => Field("text").Length == 0 ? QueueWords.NoWords : null,
            _ => QueueWords.NoAction,
        };

    private string Field(string name) => Request.Form[name].ToString().Trim() is { Length: <= 500 } text ? text : "";

    // "number:version", as the list showed it.
    private static (string, int)? Chosen(string? value) =>
        value?.Split(':') is [{ Length: > 0 and <= 40 } no, var seq] && int.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (no, version) : null;
}
