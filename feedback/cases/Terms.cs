namespace QualityInsight.Feedback;

/// <summary>How an attempt to call the reviewer ended (回访结果).</summary>
public enum CallbackOutcome
{
    /// <summary>接通并核实.</summary>
    Reached,
    /// <summary>拒访: answered, would not talk.</summary>
    Refused,
    /// <summary>无人接听.</summary>
    NoAnswer,
    /// <summary>号码错误.</summary>
    WrongNumber,
}

/// <summary>What verification found (核实结论).</summary>
public enum VerificationOutcome
{
    /// <summary>属实.</summary>
    Substantiated,
    /// <summary>部分属实.</summary>
    PartlySubstantiated,
    /// <summary>不属实.</summary>
    Unsubstantiated,
    /// <summary>无法核实.</summary>
    Unverifiable,
}

/// <summary>The three ways to deal with a verified bad review, after 国办发〔2019〕51号 (处置方式).</summary>
public enum Branch
{
    /// <summary>立行立改: clear and reasonable, put right at once.</summary>
    RectifyNow,
    /// <summary>建立台账、限期整改: complex; entered in a ledger with measures, person and date.</summary>
    RectifyByLedger,
    /// <summary>解释说明: no legal basis, or not as stated; explained.</summary>
    Explain,
}

/// <summary>Why a unit asks that a review be set aside (申诉理由).</summary>
public enum AppealGround
{
    /// <summary>误评: the citizen hit the wrong star.</summary>
    Mistaken,
    /// <summary>恶意差评.</summary>
    Malicious,
    /// <summary>非本部门: another unit's business.</summary>
    NotOurUnit,
}

/// <summary>The citizen's rating of what was done (整改评价).</summary>
public enum Satisfaction
{
    /// <summary>满意.</summary>
    Satisfied,
    /// <summary>基本满意.</summary>
    BasicallySatisfied,
    /// <summary>不满意: reopens the case.</summary>
    NotSatisfied,
}

/// <summary>A step with a clock of its own (时限环节).</summary>
public enum DeadlineStep
{
    /// <summary>转办.</summary>
    Dispatch,
    /// <summary>首次回访.</summary>
    Callback,
    /// <summary>核实.</summary>
    Verify,
    /// <summary>整改并反馈: the case's main deadline.</summary>
    Rectify,
    /// <summary>申诉期: until when the unit may appeal.</summary>
    AppealWindow,
    /// <summary>申诉复核.</summary>
    AppealDecision,
    /// <summary>反馈审核.</summary>
    FeedbackReview,
    /// <summary>再评期: until when the citizen may rate what was done.</summary>
    Rereview,
    /// <summary>协办: a supporting unit's task; each task has one of its own.</summary>
    Support,
}

/// <summary>Why nothing could be fed back to the citizen (无法反馈原因).</summary>
public enum FeedbackObstacle
{
    /// <summary>匿名评价.</summary>
    Anonymous,
    /// <summary>无法联系: every call failed, as often and on as many days as the policy asks.</summary>
    Unreachable,
}

/// <summary>A warning card (督办牌).</summary>
public enum Card
{
    /// <summary>黄牌: due soon.</summary>
    Yellow,
    /// <summary>红牌: overdue.</summary>
    Red,
}

/// <summary>What put a case under supervision (督办触发).</summary>
public enum SupervisionTrigger
{
    /// <summary>超期.</summary>
    Overdue,
    /// <summary>评价整改不满意.</summary>
    Unsatisfied,
    /// <summary>重新交办次数用尽仍不满意.</summary>
    Exhausted,
    /// <summary>督办员交办.</summary>
    Ordered,
}

/// <summary>How a case ended (办结方式).</summary>
public enum CloseReason
{
    /// <summary>整改获满意或基本满意.</summary>
    RatedSatisfied,
    /// <summary>再评期满未评.</summary>
    NotRated,
    /// <summary>无法反馈 (匿名、失联).</summary>
    FeedbackImpossible,
    /// <summary>不采纳: an appeal was upheld. The review itself stays as it is.</summary>
    SetAside,
    /// <summary>已致谢: praise was passed on and thanked for.</summary>
    Thanked,
    /// <summary>督办结案: still unsatisfied after the last round; closed by the supervisor with reasons.</summary>
    Supervised,
}

/// <summary>What a case is marked with; marks, not states (标记).</summary>
public enum CaseFlag
{
    /// <summary>疑难.</summary>
    Difficult,
    /// <summary>打击报复风险.</summary>
    RetaliationRisk,
    /// <summary>领导批示.</summary>
    LeaderInstruction,
}
