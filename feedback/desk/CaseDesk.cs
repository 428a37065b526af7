using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>The desk over the operations store: a thin shell that loads, asks the pure decision, and records what it says.</summary>
public sealed class CaseDesk(OperationsStore store, RuleBook rules, Accounts accounts) : ICaseDesk
{
    /// <inheritdoc />
    public async Task<QueuePage> QueueAsync(QueueQuery query, Actor actor, CancellationToken cancel = default)
    {
        var now = rules.Now(await CurrentPolicyAsync(cancel));
        await using var db = store.Open();
        return await QueueReader.ReadAsync(db, query, actor, now, cancel);
    }

    /// <inheritdoc />
    public async Task<CasePage?> CaseAsync(string caseNo, Actor actor, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var (@case, events) = await CaseLedger.LoadAsync(db, caseNo, cancel);
        if (@case.State is null || !actor.Scope.Covers(@case.OrgCode))
            return null;
        var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
        var situation = new Situation(@case, actor, policy, rules.CalendarOf(policy), rules.Now(policy));
        var shown = Guards.IsRated(@case, actor) ? @case with { Review = WithoutTraces(@case.Review!) } : @case;
        var next = Projection.NextDeadline(@case);
        return new(
            shown, Projection.Of(shown),
            Guards.IsRated(@case, actor) ? [.. events.Select(WithoutTraces)] : events,
            [.. @case.Deadlines.Values.Select(d => new DeadlineStory(d, Deadlines.Explain(@case, d, policy, situation.Calendar)))],
            CommandCatalogue.Options(situation),
            next is null ? null : situation.Calendar.Remaining(situation.Now, next.DueAt),
            situation.Now);
    }

    /// <inheritdoc />
    public async Task<CommandResult> ExecuteAsync(
        string caseNo, int expectedSeq, CaseCommand command, Actor actor, CancellationToken cancel = default)
    {
        var assignee = command is AssignHandler assign ? await accounts.FindAsync(assign.UserId, cancel) : null;
        try
        {
            return await store.WriteAsync(async db =>
            {
                var (@case, events) = await CaseLedger.LoadAsync(db, caseNo, cancel);
                if (@case.State is null || !actor.Scope.Covers(@case.OrgCode))
                    return Refused(new(command.Name, null, command.Target, "NO_SUCH_CASE", caseNo));
                if (@case.Seq != expectedSeq)
                    return Stale(command, @case, expectedSeq, events);
                var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
                var lead = command is MergeCase merge ? (await CaseLedger.LoadAsync(db, merge.IntoCaseNo, cancel)).Case : null;
                var situation = new Situation(@case, actor, policy, rules.CalendarOf(policy), rules.Now(policy)) { Lead = lead, Assignee = assignee };
                var decision = command.Decide(situation);
                return decision.Refusal is { } refusal ? Refused(refusal) : await RecordAsync(db, situation, command, decision, cancel);
            }, cancel);
        }
        catch (DbUpdateException e) when (Conflicts.IsUnique(e))
        {
            // Two writers at once on an engine with many: the other one was first.
            await using var db = store.Open();
            var (@case, events) = await CaseLedger.LoadAsync(db, caseNo, cancel);
            return Stale(command, @case, expectedSeq, events);
        }
    }

    private async Task<CommandResult> RecordAsync(OperationsDb db, Situation s, CaseCommand command, Decision decision, CancellationToken cancel)
    {
        var (after, rows) = CaseLedger.Prepare(
            s.Case, decision.Events, s.Actor.UserId, s.Actor.ActingAs([.. command.Roles]), s.Now, rules.UtcNow());
        await CaseLedger.AppendAsync(db, rows, cancel);
        CaseLedger.Project(db, after, isNew: false);
        return new([.. rows.Select(CaseLedger.Recorded)], null, []);
    }

    private async Task<Policy> CurrentPolicyAsync(CancellationToken cancel) => (await rules.VersionsAsync(cancel))[^1];

    private static CommandResult Refused(Refusal refusal) => new([], refusal, []);

    private static CommandResult Stale(CaseCommand command, Case @case, int expectedSeq, List<RecordedEvent> events) =>
        new([], new(command.Name, @case.State, command.Target, "STALE", expectedSeq, @case.Seq), [.. events.Where(e => e.Seq > expectedSeq)]);

    /// <summary>The rated person must not find out who rated: neither the hash nor the matter's number is shown.</summary>
    private static BadReview WithoutTraces(BadReview review) => review with { PersonHash = null, TicketNo = null };

    private static RecordedEvent WithoutTraces(RecordedEvent e) =>
        e.Data is CaseOpened opened ? e with { Data = opened with { Review = WithoutTraces(opened.Review) } } : e;
}
