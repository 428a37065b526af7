using System.Collections.Immutable;

namespace QualityInsight.Feedback;

public sealed partial record Case
{
    /// <summary>What supporting units were ever asked to do, by number (一件事、协办).</summary>
    public ImmutableList<SupportTask> SupportTasks { get; init; } = [];

    /// <summary>Those still open.</summary>
    public IEnumerable<SupportTask> OpenSupport => SupportTasks.Where(t => t.IsOpen);

    /// <summary>A task, or null where there is none of that number.</summary>
    public SupportTask? Support(int no) => no >= 1 && no <= SupportTasks.Count ? SupportTasks[no - 1] : null;

    /// <summary>
    /// Whether somebody may look at the case: its unit is within the scope, or a unit that supports it (has an open or a done
    /// task) is. Who sees it only for the latter reads it and works on that task, no more.
    /// </summary>
    public bool IsSeenBy(Actor actor) => actor.Scope.Covers(OrgCode) || IsSupportedWithin(actor.Scope);

    private bool IsSupportedWithin(OrgScope scope) =>
        SupportTasks.Exists(t => (t.IsOpen || t.State == SupportState.Done) && scope.Covers(t.OrgCode));

    private Case WithSupport(CaseEvent e, DateTime at, string actorId) => e switch
    {
        SupportAsked x => this with { SupportTasks = SupportTasks.Add(new(x.TaskNo, Round, x.OrgCode, x.OrgName, x.Ask, SupportState.Asked, at)) },
        SupportDeadlineSet x => Task(x.TaskNo, t => t with { Deadline = new(DeadlineStep.Support, x.DueAt, x.Provisional, x.CountedFrom, x.Amount, x.Unit) }),
        SupportTaskAccepted x => Supported(actorId, x.OrgCode).Task(x.TaskNo, t => t with
        {
            State = SupportState.Working, HandlerId = x.UserId, HandlerName = x.UserName, AcceptedAt = at,
        }),
        SupportTaskDone x => Supported(actorId, x.OrgCode).Task(x.TaskNo, t => t with { State = SupportState.Done, EndedAt = at, Answer = x.Text }),
        SupportTaskReturned x => Task(x.TaskNo, t => t with { State = SupportState.Returned, EndedAt = at, Answer = x.Reason }),
        SupportTaskWithdrawn x => Task(x.TaskNo, t => t with { State = SupportState.Withdrawn, EndedAt = at, Answer = x.Reason, WithdrawnBecause = x.Cause }),
        SupportCardIssued x => Task(x.TaskNo, t => t with { Cards = t.Cards.Add((x.Card, x.DueAt)) }),
        SupportTaskOverdue x => Task(x.TaskNo, t => t with { Missed = t.Missed.Add(x.DueAt) }),
        _ => throw new InvalidOperationException($"{CaseNo}: the event {e.TypeName} is not one this version knows."),
    };

    private Case Task(int no, Func<SupportTask, SupportTask> change) => this with { SupportTasks = SupportTasks.SetItem(no - 1, change(SupportTasks[no - 1])) };

    // Who worked on it, in whichever unit, does not judge it.
    private Case Supported(string actorId, string org) => this with { UnitActors = UnitActors.Add(actorId), FormerOrgs = FormerOrgs.Add(org) };
}
