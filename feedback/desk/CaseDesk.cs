using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>The desk over the operations store: a thin shell that loads, asks the pure decision, and records what it says.</summary>
public sealed class CaseDesk(OperationsStore store, RuleBook rules, Accounts accounts) : ICaseDesk, IDisposable
{
    private readonly QueueReader _queue = new(store);
    private Policy? _clock;

    /// <summary>What follows when a case has been sent to a unit: assignment by the unit's rules.</summary>
    internal Func<string, CancellationToken, Task>? Dispatched { get; init; }

    /// <inheritdoc />
    public async Task<QueuePage> QueueAsync(QueueQuery query, Actor actor, CancellationToken cancel = default)
    {
        return await _queue.ReadAsync(query, actor, rules.Now(await CurrentPolicyAsync(cancel)), cancel);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<CaseView> ListAsync(
        QueueQuery query, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var row in _queue.AllAsync(query, actor, rules.Now(await CurrentPolicyAsync(cancel)), cancel))
            yield return row;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<QueueView, int>> CountAsync(Actor actor, CancellationToken cancel = default)
    {
        var now = rules.Now(await CurrentPolicyAsync(cancel));
        return await _queue.CountAsync(actor, now, cancel);
    }

    /// <inheritdoc />
    public void Dispose() => _queue.Dispose();

    /// <inheritdoc />
    public async Task<CasePage?> CaseAsync(string caseNo, Actor actor, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var (@case, events) = await CaseLedger.LoadAsync(db, caseNo, cancel);
        if (@case.State is null || !@case.IsSeenBy(actor))
            return null;
        var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
        var situation = new Situation(@case, actor, policy, rules.CalendarOf(policy), rules.Now(policy));
        var isRated = Guards.IsRated(@case, actor);
        var shown = Traces.Without(@case, actor);
        var line = Projection.Of(shown);
        var next = isRated ? null : Projection.NextDeadline(@case);
        return new(
            shown, isRated ? Traces.Without(line) : line, Traces.Without(events, @case, actor),
            isRated ? [] : [.. @case.Deadlines.Values.Select(d => new DeadlineStory(d, Deadlines.Explain(@case, d, policy, situation.Calendar)))],
            CommandCatalogue.Options(situation),
            next is null ? null : situation.Calendar.Remaining(situation.Now, next.DueAt),
            situation.Now)
        {
            Support = [.. @case.SupportTasks.Select(t => new SupportStory(t, Deadlines.Explain(@case, t, policy, situation.Calendar),
                t is { IsOpen: true, Deadline: { } due } ? situation.Calendar.Remaining(situation.Now, due.DueAt) : null))],
            SupportsOnly = !actor.Scope.Covers(@case.OrgCode),
            Calling = CallbackNeed.Of(@case, policy),
            IsRated = isRated,
        };
    }

    /// <inheritdoc />
    public async Task<CaseGlance?> SinceAsync(string caseNo, int seq, Actor actor, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var (@case, events) = await CaseLedger.LoadAsync(db, caseNo, cancel);
        if (@case.State is null || !@case.IsSeenBy(actor))
            return null;
        return new(@case.CaseNo, Traces.Without([.. events.Where(e => e.Seq > seq)], @case, actor), rules.Now(await rules.PolicyAsync(@case.PolicyHash, cancel)));
    }

    /// <inheritdoc />
    public async Task<CommandResult> ExecuteAsync(
        string caseNo, int expectedSeq, CaseCommand command, Actor actor, CancellationToken cancel = default)
    {
        var assignee = command is AssignHandler assign ? await accounts.FindAsync(assign.UserId, cancel) : null;
        try
        {
            var done = await store.WriteAsync(async db =>
            {
                var (@case, events) = await CaseLedger.LoadAsync(db, caseNo, cancel);
                if (@case.State is null || !@case.IsSeenBy(actor))
                    return Refused(new(command.Name, null, command.Target, "NO_SUCH_CASE", caseNo));
                if (@case.Seq != expectedSeq)
                    return Stale(command, @case, expectedSeq, events);
                var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
                var lead = command is MergeCase merge ? (await CaseLedger.LoadAsync(db, merge.IntoCaseNo, cancel)).Case : null;
                var situation = new Situation(@case, actor, policy, rules.CalendarOf(policy), rules.Now(policy)) { Lead = lead, Assignee = assignee };
                var decision = command.Decide(situation);
                return decision.Refusal is { } refusal ? Refused(refusal) : await RecordAsync(db, situation, command, decision, cancel);
            }, cancel);
            if (Dispatched is not null && done.Events.Any(e => e.Data is CaseDispatched))
                await FollowAsync(Dispatched, caseNo, cancel);
            return done;
        }
        catch (DbUpdateException e) when (Conflicts.IsUnique(e))
        {
            // Two writers at once on an engine with many: the other one was first.
            await using var db = store.Open();
            var (@case, events) = await CaseLedger.LoadAsync(db, caseNo, cancel);
            return Stale(command, @case, expectedSeq, events);
        }
    }

    private static async Task FollowAsync(Func<string, CancellationToken, Task> follow, string caseNo, CancellationToken cancel)
    {
        try
        {
            await follow(caseNo, cancel);
        }
        catch (DbUpdateException e) when (Conflicts.IsUnique(e))
        {
            // Somebody moved the case already; the next run of the assignment looks at it again. What was asked is done.
        }
    }

    private async Task<CommandResult> RecordAsync(OperationsDb db, Situation s, CaseCommand command, Decision decision, CancellationToken cancel)
    {
        var (after, rows) = CaseLedger.Prepare(
            s.Case, decision.Events, s.Actor.UserId, s.Actor.ActingAs([.. command.Roles]), s.Now, rules.UtcNow());
        await CaseLedger.ProjectAsync(db, after, cancel);
        await CaseLedger.AppendAsync(db, rows, cancel);
        return new([.. rows.Select(CaseLedger.Recorded)], null, []);
    }

    // Only for the bureau's wall-clock; its zone stays while the program runs.
    private async Task<Policy> CurrentPolicyAsync(CancellationToken cancel) => _clock ??= (await rules.VersionsAsync(cancel))[^1];

    private static CommandResult Refused(Refusal refusal) => new([], refusal, []);

    private static CommandResult Stale(CaseCommand command, Case @case, int expectedSeq, List<RecordedEvent> events) =>
        new([], new(command.Name, @case.State, command.Target, "STALE", expectedSeq, @case.Seq), [.. events.Where(e => e.Seq > expectedSeq)]);
}
