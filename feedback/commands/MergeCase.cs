namespace QualityInsight.Feedback;

/// <summary>并案: link a duplicate to an open case of a unit. Its own call and reply stay due, by the lead case's unit.</summary>
/// <param name="IntoCaseNo">The lead case; open, dispatched, not itself merged.</param>
/// <param name="Reason">Why it is the same matter.</param>
public sealed record MergeCase(string IntoCaseNo, string Reason) : CaseCommand
{
    internal override CaseState? Target => CaseState.Merged;

    internal override IReadOnlyList<Role> Roles => [Role.IntakeClerk];

    private protected override Refusal? Gate(Situation s) => this.InState(s, CaseState.Screening);

    private protected override Decision Act(Situation s)
    {
        if (this.Written(s, Reason, "REASON_NEEDED") is { } refusal)
            return refusal;
        if (s.Lead?.State is null)
            return Refuse(s, "LEAD_NOT_FOUND", IntoCaseNo);
        if (s.Lead.Kind != s.Case.Kind)
            return Refuse(s, "LEAD_OF_OTHER_KIND", IntoCaseNo, s.Lead.Kind, s.Case.Kind);
        if (IntoCaseNo == s.Case.CaseNo || !s.Lead.IsOpen || s.Lead.State == CaseState.Merged || s.Lead.OrgCode is null)
            return Refuse(s, "LEAD_NOT_FIT", IntoCaseNo, s.Lead.State!.Value);
        if (s.Case.Kind.HidesCitizen() && s.Case.Review!.AboutOrgCode == s.Lead.OrgCode)
            return Refuse(s, "REPORTED_UNIT", s.Lead.OrgName ?? s.Lead.OrgCode);
        return new Script(s)
            .Add(new CaseMerged(IntoCaseNo, s.Lead.OrgCode, s.Lead.OrgName, Reason))
            .AddIf(!s.Case.Review!.IsNamed || s.Case.Kind.IsAnswered(), () => new CallbackWaived())
            .Refresh(DeadlineCause.Started)
            .Done();
    }
}
