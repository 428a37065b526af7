namespace QualityInsight.Feedback;

/// <summary>预审: take a new case into screening.</summary>
public sealed record StartScreening : CaseCommand;
