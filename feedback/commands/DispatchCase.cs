namespace QualityInsight.Feedback;

/// <summary>转办: send the case to the responsible unit.</summary>
/// <param name="OrgCode">The unit.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Note">What the unit should know.</param>
public sealed record DispatchCase(string OrgCode, string? OrgName, string? Note = null) : CaseCommand;
