namespace QualityInsight.Feedback;

/// <summary>中止计时 (特别程序).</summary>
/// <param name="Reason">Why.</param>
public sealed record StopClock(string Reason) : CaseCommand;
