using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Assignment;

/// <summary>A unit's loads, absences and rules of assignment; its leader keeps them, handlers enter their own absence.</summary>
[MayCall(Right.SeeAssignment)]
internal sealed class IndexModel(AssignmentBook book, Feedback.Assignment assignment, RuleBook rules, Actors actors) : PageModel
{
    /// <summary>The reader.</summary>
    public Actor Reader { get; private set; } = null!;

    /// <summary>The reader leads the unit.</summary>
    public bool Leads => Reader.OrgCode is { } org && AssignmentBook.MayKeep(Reader, org);

    public AssignmentSheet Sheet { get; private set; } = new([], []);

    public IReadOnlyList<Absence> Absences { get; private set; } = [];

    public IReadOnlyList<Unassigned> Left { get; private set; } = [];

    /// <summary>Today, local.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>What was asked was not done.</summary>
    public bool Failed { get; private set; }

    /// <summary>How many cases the rules just gave to somebody, or null.</summary>
    public int? Ran { get; private set; }

    public string NameOf(string userId) => Sheet.Handlers.FirstOrDefault(h => h.UserId == userId)?.Name ?? userId;

    public Task OnGetAsync(int? ran, CancellationToken cancel)
    {
        Ran = ran;
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? act, string? id, CancellationToken cancel)
    {
        Reader = actors.Of(User);
        int? ran = null;
        var done = act switch
        {
            "absent" => Day("from") is { } from && Day("to") is { } to
                && await book.AddAbsenceAsync(Reader, Field("user"), from, to, Field("reason"), cancel),
            "present" => id is not null && await book.WithdrawAbsenceAsync(Reader, id, cancel),
            "rule" => await book.AddRuleAsync(Reader, Field("name"), Field("item"), Field("hall"), [.. Request.Form["users"].OfType<string>()], Number("most"), cancel),
            "end" => id is not null && await book.EndRuleAsync(Reader, id, cancel),
            "run" => Leads && (ran = await assignment.RunForAsync(Reader.OrgCode!, cancel)) is not null,
            _ => false,
        };
        if (done)
            return Redirect(ran is null ? "/assignment" : string.Create(CultureInfo.InvariantCulture, $"/assignment?ran={ran}"));
        await LoadAsync(cancel);
        Failed = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Reader = actors.Of(User);
        var policies = await rules.VersionsAsync(cancel);
        Today = DateOnly.FromDateTime(rules.Now(policies[^1]));
        if (Reader.OrgCode is not { } org)
            return;
        Sheet = await book.SheetAsync(org, Today, cancel);
        Absences = await book.AbsencesAsync(org, Today, cancel);
        if (Leads)
            Left = await assignment.UnassignedAsync(org, cancel);
    }

    private string Field(string name) => Request.Form[name].ToString().Trim();

    private DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Field(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private int? Number(string name) => int.TryParse(Field(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
