using QualityInsight.Feedback;

namespace QualityInsight.Web.Words;

/// <summary>What the standing views of the queue are called.</summary>
internal static class QueueNames
{
    public static readonly Text Place = new("大厅与窗口", "Hall and counter");

    public static Text Of(QueueView view) => view switch
    {
        QueueView.Open => new("全部在办", "All open"),
        QueueView.Mine => new("我的", "Mine"),
        QueueView.MyUnit => new("本部门", "My unit"),
        QueueView.Unassigned => new("待分派", "Unassigned"),
        QueueView.DueToday => new("今日到期", "Due today"),
        QueueView.Overdue => new("已超期", "Overdue"),
        QueueView.WaitingForApproval => new("待我审批", "Waiting for me"),
        QueueView.Appeals => new("申诉", "Appeals"),
        QueueView.Provisional => new("期限待定", "Provisional"),
        QueueView.Supervised => new("督办中", "Supervised"),
        QueueView.Support => new("协办", "Supporting"),
        QueueView.Done => new("已办结", "Done"),
        QueueView.All => new("全部", "Everything"),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, "No name for this view."),
    };
}
