namespace QualityInsight.Feedback;

/// <summary>核实: what happened, and how it will be dealt with.</summary>
/// <param name="Outcome">属实 …</param>
/// <param name="Branch">One of the three ways.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Ledger">Needed for 限期整改.</param>
public sealed record RecordVerification(VerificationOutcome Outcome, Branch Branch, string Finding, LedgerEntry? Ledger = null) : CaseCommand;
