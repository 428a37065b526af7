using QualityInsight.Feedback;

namespace QualityInsight.Web.Cases;

/// <summary>The order of the standing views on the screen.</summary>
internal static class QueueViews
{
    public static IReadOnlyList<QueueView> All { get; } =
    [
        QueueView.Open, QueueView.Mine, QueueView.MyUnit, QueueView.Support, QueueView.Unassigned, QueueView.DueToday, QueueView.Overdue,
        QueueView.WaitingForApproval, QueueView.Appeals, QueueView.Supervised, QueueView.Provisional, QueueView.Done, QueueView.All,
    ];

    /// <summary>Views that matter only when something is in them.</summary>
    public static bool HideWhenEmpty(QueueView view) => view is QueueView.Support or QueueView.Provisional or QueueView.Supervised or QueueView.Appeals;
}
