namespace QualityInsight.Feedback;

/// <summary>延期申请, before the deadline.</summary>
/// <param name="Amount">How much more, in the policy's unit.</param>
/// <param name="Reason">Why.</param>
public sealed record RequestExtension(int Amount, string Reason) : CaseCommand;
