using System.Security.Claims;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>Gathers what the case page shows from the desk, the serving file and the accounts.</summary>
internal sealed class CasePages(ICaseDesk desk, Actors actors, ICaseFacts facts, IDirectory directory, Colleagues colleagues)
{
    private const int NearbyRows = 5;

    /// <summary>The case, or null where there is none of that number in the account's scope.</summary>
    public async Task<CaseContent?> LoadAsync(string caseNo, ClaimsPrincipal user, CancellationToken cancel)
    {
        var actor = actors.Of(user);
        if (await desk.CaseAsync(caseNo, actor, cancel) is not { } page)
            return null;
        var known = page.Commands.Select(c => (Option: c, Form: CommandForms.Of(c.Name))).Where(c => c.Form is not null).ToArray();
        return new()
        {
            Page = page,
            Facts = await facts.OfAsync(page.View.Source, page.View.ReviewNo, cancel),
            Nearby = await NearbyAsync(page.View, actor, cancel),
            MayAct = RightsTable.Holds(actor.Roles, Right.ActOnCases),
            Forms = [.. CommandForms.All.Where(f => known.Any(k => k.Form == f && k.Option.Allowed))],
            Refused = [.. known.Where(k => k.Option is { Allowed: false, Refusal: not null }).Select(k => (k.Form!, k.Option.Refusal!))],
            Units = await directory.UnitsAsync(cancel),
            Handlers = page.View.OrgCode is { } org ? await colleagues.HandlersOfAsync(org, cancel) : [],
            Names = await colleagues.NamesAsync(cancel),
        };
    }

    private async Task<IReadOnlyList<(Text, QueuePage)>> NearbyAsync(CaseView view, Actor actor, CancellationToken cancel)
    {
        var all = new QueueQuery { View = QueueView.All, Sort = QueueSort.OpenedAt, Descending = true, PageSize = NearbyRows + 1 };
        var found = new List<(Text, QueuePage)>();
        if (view.TicketNo is { } ticket)
            found.Add((CaseWords.SameMatter, await desk.QueueAsync(all with { Text = ticket }, actor, cancel)));
        if (view is { HallCode: { } hall, CounterName: { } counter })
            found.Add((CaseWords.SameCounter, await desk.QueueAsync(all with { HallCode = hall, Text = counter }, actor, cancel)));
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
