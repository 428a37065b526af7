namespace QualityInsight.Feedback;

/// <summary>申诉.</summary>
/// <param name="Ground">误评, 恶意, 非本部门.</param>
/// <param name="Reason">The reasons.</param>
public sealed record FileAppeal(AppealGround Ground, string Reason) : CaseCommand;
