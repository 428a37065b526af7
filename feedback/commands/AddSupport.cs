namespace QualityInsight.Feedback;

/// <summary>
/// 请求协办 (一件事): the lead unit, or a clerk, asks another unit to do its part. The case and the reply stay with the lead unit;
/// the supporting unit has a task and a deadline of its own, counted from now. One open task a unit.
/// </summary>
/// <param name="OrgCode">The supporting unit.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Ask">What it is to do.</param>
public sealed record AddSupport(string OrgCode, string? OrgName, string Ask) : CaseCommand
{
    /// <summary>Tasks that may be open at once.</summary>
    internal const int Most = 10;

    internal override IReadOnlyList<Role> Roles => [Role.Handler, Role.UnitLeader, Role.IntakeClerk];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Dispatched, CaseState.Callback, CaseState.Verifying, CaseState.Rectifying, CaseState.Explaining)
        ?? (s.Actor.Is(Role.IntakeClerk) ? null : this.InUnit(s)) ?? this.NotRated(s) ?? this.NoReturnPending(s)
        ?? (s.Case.OpenSupport.Count() >= Most ? Refuse(s, "TOO_MANY_TASKS", Most) : null);

    private protected override Decision Act(Situation s) =>
        string.IsNullOrWhiteSpace(OrgCode) ? Refuse(s, "NO_UNIT")
        : OrgCode == s.Case.OrgCode ? Refuse(s, "LEAD_SUPPORTS_ITSELF", OrgName ?? OrgCode)
        : s.Case.Kind.HidesCitizen() && s.Case.Review!.AboutOrgCode == OrgCode ? Refuse(s, "REPORTED_UNIT", OrgName ?? OrgCode)
        : s.Case.OpenSupport.FirstOrDefault(t => t.OrgCode == OrgCode) is { } open ? Refuse(s, "SUPPORTS_ALREADY", open.OrgName ?? open.OrgCode, open.No)
        : this.Written(s, Ask, "ASK_NEEDED") is { } refusal ? refusal
        : new Script(s).Add(new SupportAsked(s.Case.SupportTasks.Count + 1, OrgCode, OrgName, Ask)).BeginSupport(s.Case.SupportTasks.Count + 1).Done();
}
