using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A case nobody has yet, and what the rules say of it.</summary>
/// <param name="View">Its line.</param>
/// <param name="Choice">What the rules say now.</param>
public sealed record Unassigned(CaseView View, AssignmentChoice Choice);

/// <summary>Gives new cases of units that have rules to handlers, as events marked with the rule that chose. What no rule can give stays with nobody.</summary>
public sealed class Assignment(OperationsStore store, RuleBook rules, AssignmentBook book)
{
    private static readonly CaseState[] New = [CaseState.Dispatched, CaseState.Callback, CaseState.Merged];

    /// <summary>Goes through every new case without a handler; returns how many were given to one.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        List<string> orgs;
        await using (var db = store.Open())
            orgs = await db.AssignmentRules.Where(r => r.IsActive).Select(r => r.OrgCode).Distinct().ToListAsync(cancel);
        var given = 0;
        foreach (var org in orgs)
            given += await RunForAsync(org, cancel);
        return given;
    }

    /// <summary>The same for one unit.</summary>
    public async Task<int> RunForAsync(string orgCode, CancellationToken cancel = default)
    {
        var given = 0;
        foreach (var view in await WaitingAsync(orgCode, cancel))
            given += await TryAsync(view.CaseNo, cancel) ? 1 : 0;
        return given;
    }

    /// <summary>Gives one case to a handler where the rules of its unit say to whom.</summary>
    public async Task<bool> TryAsync(string caseNo, CancellationToken cancel = default)
    {
        var today = await TodayAsync(cancel);
        return await store.WriteAsync(async db =>
        {
            var (@case, _) = await CaseLedger.LoadAsync(db, caseNo, cancel);
            if (@case is not { State: not null, OrgCode: { } org, HandlerId: null })
                return false;
            var choice = Choose(await AssignmentBook.SheetAsync(db, org, today, cancel), @case.Review?.ItemCode, @case.Review?.HallCode, @case.Review?.StaffCode);
            if (choice.Handler is not { } handler)
                return false;
            var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
            var assignee = new Actor(handler.UserId, handler.Name, new HashSet<Role> { Role.Handler }, org, OrgScope.Only([org]), handler.StaffCode);
            var situation = new Situation(@case, Actor.System, policy, rules.CalendarOf(policy), rules.Now(policy)) { Assignee = assignee };
            var decision = new AssignByRule(handler.UserId, choice.Rule!.Name).Decide(situation);
            if (decision.Refusal is not null)
                return false;
            var (after, rows) = CaseLedger.Prepare(@case, decision.Events, Actor.System.UserId, Role.System, situation.Now, rules.UtcNow());
            await CaseLedger.AppendAsync(db, rows, cancel);
            CaseLedger.Project(db, after, isNew: false);
            return true;
        }, cancel);
    }

    /// <summary>The unit's new cases nobody has, with what the rules say of each.</summary>
    public async Task<IReadOnlyList<Unassigned>> UnassignedAsync(string orgCode, CancellationToken cancel = default)
    {
        var sheet = await book.SheetAsync(orgCode, await TodayAsync(cancel), cancel);
        var found = new List<Unassigned>();
        await using var db = store.Open();
        foreach (var view in (await WaitingAsync(orgCode, cancel)).Take(50))
        {
            // Who is rated stands in the history, not in the list.
            var (@case, _) = await CaseLedger.LoadAsync(db, view.CaseNo, cancel);
            found.Add(new(view, Choose(sheet, view.ItemCode, view.HallCode, @case.Review?.StaffCode)));
        }
        return found;
    }

    private static AssignmentChoice Choose(AssignmentSheet sheet, string? item, string? hall, string? rated) =>
        AssignmentDecision.Choose(item, hall, rated, sheet.Rules, sheet.Handlers);

    private async Task<List<CaseView>> WaitingAsync(string orgCode, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Views.AsNoTracking().Where(v => v.IsOpen && v.OrgCode == orgCode && v.HandlerId == null && New.Contains(v.State))
            .OrderBy(v => v.DueAt == null).ThenBy(v => v.DueAt).ThenBy(v => v.CaseNo).ToListAsync(cancel);
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancel) => DateOnly.FromDateTime(rules.Now((await rules.VersionsAsync(cancel))[^1]));
}
