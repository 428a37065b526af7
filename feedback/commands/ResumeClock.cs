namespace QualityInsight.Feedback;

/// <summary>恢复计时.</summary>
public sealed record ResumeClock : CaseCommand;
