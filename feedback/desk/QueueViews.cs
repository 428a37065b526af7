using System.Linq.Expressions;

namespace QualityInsight.Feedback;

/// <summary>What each standing view of the queue holds.</summary>
internal static class QueueViews
{
    internal static Expression<Func<CaseView, bool>> Of(QueueView view, Actor actor, DateTime now)
    {
        var (me, org) = (actor.UserId, actor.OrgCode);
        var tomorrow = now.Date.AddDays(1);
        var leads = actor.Is(Role.UnitLeader);
        return view switch
        {
            QueueView.Open => v => v.IsOpen,
            QueueView.Mine => v => v.IsOpen && v.HandlerId == me,
            QueueView.MyUnit => v => v.IsOpen && org != null && v.OrgCode == org,
            QueueView.Unassigned => v => v.IsOpen
                && (v.State == CaseState.Registered || v.State == CaseState.Screening || v.State == CaseState.Reopened
                    || (leads && v.OrgCode == org && v.HandlerId == null)),
            QueueView.DueToday => v => v.IsOpen && v.DueStep != DeadlineStep.Rereview && v.DueAt >= now && v.DueAt < tomorrow,
            QueueView.Overdue => v => v.IsOpen && v.DueStep != DeadlineStep.Rereview && !v.IsProvisional && v.DueAt < now,
            QueueView.WaitingForApproval => Waiting(actor),
            QueueView.Appeals => v => v.IsOpen && (v.State == CaseState.Appeal || v.State == CaseState.AppealReview),
            QueueView.Provisional => v => v.IsOpen && v.IsProvisional,
            QueueView.Supervised => v => v.IsOpen && v.Supervised,
            QueueView.Done => v => !v.IsOpen,
            QueueView.All => v => true,
            _ => throw new ArgumentOutOfRangeException(nameof(view)),
        };
    }

    private static Expression<Func<CaseView, bool>> Waiting(Actor actor)
    {
        var org = actor.OrgCode;
        var clerk = actor.Is(Role.IntakeClerk);
        var leader = actor.Is(Role.UnitLeader);
        var reviewer = actor.Is(Role.AppealReviewer);
        return v => v.IsOpen && v.WaitingFor != null
            && ((clerk && (org == null || v.OrgCode != org) && (v.WaitingFor == Approval.Return || v.WaitingFor == Approval.Feedback))
                || (leader && v.OrgCode == org && (v.WaitingFor == Approval.Extension || v.WaitingFor == Approval.Appeal))
                || (reviewer && (org == null || v.OrgCode != org) && v.WaitingFor == Approval.AppealDecision));
    }
}
