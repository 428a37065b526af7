using System.Security.Claims;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>Gathers what the case page shows from the desk, the serving file and the accounts.</summary>
internal sealed class CasePages(ICaseDesk desk, Actors actors, ICaseFacts facts, IDirectory directory, Colleagues colleagues, CaseBesides besides, ViewLog views)
{
    private const int NearbyRows = 5;
    private const int NearbyCounted = 200;

    /// <summary>The case, or null where there is none of that number in the account's scope. That it was opened is in the access audit.</summary>
    public async Task<CaseContent?> LoadAsync(string caseNo, ClaimsPrincipal user, CancellationToken cancel)
    {
        var actor = actors.Of(user);
        if (await desk.CaseAsync(caseNo, actor, cancel) is not { } page)
            return null;
        // On disk before the page is shown; what stands beside the case is gathered meanwhile.
        var noted = views.OpenedAsync(page.View.CaseNo, actor, cancel);
        var known = page.Commands.Select(c => (Option: c, Form: CommandForms.Of(c.Name))).Where(c => c.Form is not null).ToArray();
        // The facts are a review's; an order of the same number would be given another matter's. Matter, visit and steps would tell
        // the rated person who rated.
        var about = page is { IsRated: false, View.Kind: CaseKind.BadReview } ? await facts.OfAsync(page.View.Source, page.View.ReviewNo, cancel) : null;
        var beside = await besides.OfAsync(page, about, actor, cancel);
        var content = new CaseContent
        {
            Page = page,
            MyUnit = actor.OrgCode,
            Facts = about,
            Besides = beside,
            Nearby = await NearbyAsync(page.View, actor, cancel),
            MayAct = RightsTable.Holds(actor.Roles, Right.ActOnCases),
            Forms = [.. CommandForms.All.Where(f => known.Any(k => k.Form == f && k.Option.Allowed))],
            Refused = [.. known.Where(k => k.Option is { Allowed: false, Refusal.Key: not "NOT_FOR_KIND" }).Select(k => (k.Form!, k.Option.Refusal!))],
            Units = await directory.UnitsAsync(cancel),
            Handlers = page.View.OrgCode is { } org ? await colleagues.HandlersOfAsync(org, cancel) : [],
            Names = await colleagues.NamesAsync(People(page, beside), cancel),
        };
        await noted;
        return content;
    }

    /// <summary>Everybody the page names by an account.</summary>
    private static IEnumerable<string> People(CasePage page, Besides beside) => page.Events.Select(e => e.ActorId)
        .Concat(page.Case.Evidence.Select(e => e.AddedBy))
        .Concat(beside.Decisions.Select(d => d.DecidedBy))
        .Concat(beside.Looks?.Select(l => l.UserId) ?? []);

    private async Task<IReadOnlyList<(Text, QueuePage)>> NearbyAsync(CaseView view, Actor actor, CancellationToken cancel)
    {
        var all = new QueueQuery
        {
            View = QueueView.All, Sort = QueueSort.OpenedAt, Descending = true, PageSize = NearbyRows + 1, WithCounts = false, CountTo = NearbyCounted,
        };
        var found = new List<(Text, QueuePage)>();
        if (view.TicketNo is { } ticket)
            found.Add((CaseWords.SameMatter, await desk.QueueAsync(all with { TicketNo = ticket }, actor, cancel)));
        // A counter's code is its hall's: "01" stands in every hall.
        if (view is { CounterCode: { } counter, HallCode: { } hall })
            found.Add((CaseWords.SameCounter, await desk.QueueAsync(all with { HallCode = hall, CounterCode = counter }, actor, cancel)));
        if (view.ItemCode is { } item)
            found.Add((CaseWords.SameItem, await desk.QueueAsync(all with { ItemCode = item }, actor, cancel)));
        return [.. found.Select(f => (f.Item1, Without(f.Item2, view.CaseNo)))];
    }

    private static QueuePage Without(QueuePage found, string caseNo)
    {
        var rows = found.Rows.Where(r => r.CaseNo != caseNo).Take(NearbyRows).ToArray();
        return found with { Rows = rows, Total = Math.Max(0, found.Total - 1) };
    }
}
