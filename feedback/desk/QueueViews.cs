using System.Linq.Expressions;

namespace QualityInsight.Feedback;

/// <summary>Who looks at the queue, and when: all that a standing view depends on besides the case.</summary>
internal sealed record Viewer(string Me, string? Org, bool Leads, bool Clerk, bool Reviewer, DateTime Now)
{
    internal static Viewer Of(Actor actor, DateTime now) =>
        new(actor.UserId, actor.OrgCode, actor.Is(Role.UnitLeader), actor.Is(Role.IntakeClerk), actor.Is(Role.AppealReviewer), now);

    /// <summary>Midnight after now.</summary>
    internal DateTime Tomorrow => Now.Date.AddDays(1);
}

/// <summary>What each standing view of the queue holds, said once: the engines get it as SQL, memory as a delegate.</summary>
internal static class QueueViews
{
    private static readonly QueueView[] All = Enum.GetValues<QueueView>();

    private static readonly Dictionary<QueueView, Func<CaseView, Viewer, bool>> Compiled = All.ToDictionary(v => v, v => Rule(v).Compile());

    /// <summary>For a query.</summary>
    internal static Expression<Func<CaseView, bool>> Of(QueueView view, Viewer viewer) => Bound.To(Rule(view), viewer);

    /// <summary>For memory.</summary>
    internal static Func<CaseView, Viewer, bool> Holds(QueueView view) => Compiled[view];

    /// <summary>True where only open cases can be in the view.</summary>
    internal static bool IsOfOpenCases(QueueView view) => view is not (QueueView.Done or QueueView.All);

    private static Expression<Func<CaseView, Viewer, bool>> Rule(QueueView view) => view switch
    {
        QueueView.Open => (v, x) => v.IsOpen,
        QueueView.Mine => (v, x) => v.IsOpen && v.HandlerId == x.Me,
        QueueView.MyUnit => (v, x) => v.IsOpen && x.Org != null && v.OrgCode == x.Org,
        QueueView.Unassigned => (v, x) => v.IsOpen
            && (v.State == CaseState.Registered || v.State == CaseState.Screening || v.State == CaseState.Reopened
                || (x.Leads && v.OrgCode == x.Org && v.HandlerId == null)),
        QueueView.DueToday => (v, x) => v.IsOpen && v.DueStep != DeadlineStep.Rereview && v.DueAt >= x.Now && v.DueAt < x.Tomorrow,
        QueueView.Overdue => (v, x) => v.IsOpen && v.DueStep != DeadlineStep.Rereview && !v.IsProvisional && v.DueAt < x.Now,
        QueueView.WaitingForApproval => (v, x) => v.IsOpen && v.WaitingFor != null
            && ((x.Clerk && (x.Org == null || v.OrgCode != x.Org) && (v.WaitingFor == Approval.Return || v.WaitingFor == Approval.Feedback))
                || (x.Leads && v.OrgCode == x.Org && (v.WaitingFor == Approval.Extension || v.WaitingFor == Approval.Appeal))
                || (x.Reviewer && (x.Org == null || v.OrgCode != x.Org) && v.WaitingFor == Approval.AppealDecision)),
        QueueView.Appeals => (v, x) => v.IsOpen && (v.State == CaseState.Appeal || v.State == CaseState.AppealReview),
        QueueView.Provisional => (v, x) => v.IsOpen && v.IsProvisional,
        QueueView.Supervised => (v, x) => v.IsOpen && v.Supervised,
        QueueView.Support => (v, x) => v.IsOpen && x.Org != null && v.SupportOrgs != null && v.SupportOrgs.Contains("," + x.Org + ","),
        QueueView.Done => (v, x) => !v.IsOpen,
        QueueView.All => (v, x) => true,
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };
}

/// <summary>Turns a rule of two things into a rule of one, the other being given; an engine then sees its members as parameters.</summary>
internal static class Bound
{
    internal static Expression<Func<T, bool>> To<T, TGiven>(Expression<Func<T, TGiven, bool>> rule, TGiven given)
    {
        var box = new Box<TGiven>(given);
        var value = Expression.Field(Expression.Constant(box), nameof(Box<TGiven>.Value));
        return Expression.Lambda<Func<T, bool>>(new Replace(rule.Parameters[1], value).Visit(rule.Body)!, rule.Parameters[0]);
    }

    private sealed class Box<TGiven>(TGiven value)
    {
        public readonly TGiven Value = value;
    }

    private sealed class Replace(Expression what, Expression by) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == what ? by : base.Visit(node);
    }
}
