namespace QualityInsight.Feedback;

/// <summary>What people are told of (消息类别).</summary>
public enum NoticeKind
{
    /// <summary>新到工单: a case came to the unit and has no handler yet; for its leaders.</summary>
    Arrived,
    /// <summary>分派: a case was given to one; for the handler.</summary>
    Assigned,
    /// <summary>待审批: a decision is wanted; for whoever may give it.</summary>
    DecisionWanted,
    /// <summary>审批结果: what was asked for was decided; for whoever asked.</summary>
    Decided,
    /// <summary>即将到期: a deadline falls before the end of the next working day; for whoever has to meet it.</summary>
    DueSoon,
    /// <summary>超期: a deadline passed; for whoever had to meet it.</summary>
    Overdue,
    /// <summary>黄牌: for the unit's leaders.</summary>
    YellowCard,
    /// <summary>红牌: for the unit's leaders.</summary>
    RedCard,
    /// <summary>督办: the case came under supervision; for the unit's leaders and the supervisors.</summary>
    Supervised,
    /// <summary>请求协办: another unit's case asks for support; for the supporting unit's leaders.</summary>
    SupportAsked,
    /// <summary>协办结果: a task was done or returned, for the lead's handler; or withdrawn, for whoever worked on it.</summary>
    SupportEnded,
    /// <summary>评价不满意: the citizen is not satisfied with what was done; for handler and leaders.</summary>
    NotSatisfied,
}
