namespace QualityInsight.Feedback;

/// <summary>指派: give the case to a handler of the unit.</summary>
/// <param name="UserId">The handler.</param>
/// <param name="UserName">As shown.</param>
/// <param name="StaffCode">The number the handler is rated under, or null; the rated person is never assigned.</param>
public sealed record AssignHandler(string UserId, string? UserName, string? StaffCode = null) : CaseCommand;
