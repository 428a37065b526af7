namespace QualityInsight.Feedback;

/// <summary>并案: link a duplicate to an open case.</summary>
/// <param name="IntoCaseNo">The lead case; must be open.</param>
/// <param name="OrgCode">The lead case's unit.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Reason">Why it is the same matter.</param>
public sealed record MergeCase(string IntoCaseNo, string OrgCode, string? OrgName, string Reason) : CaseCommand;
