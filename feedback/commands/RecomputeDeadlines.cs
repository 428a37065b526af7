namespace QualityInsight.Feedback;

/// <summary>时限重算: a calendar year was loaded; every running deadline it moves is set again. By the system only.</summary>
public sealed record RecomputeDeadlines : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.System];

    private protected override Refusal? Gate(Situation s) => s.Case.IsOpen ? null : Refuse(s, "NOT_OPEN");

    private protected override Decision Act(Situation s)
    {
        var script = new Script(s).Recompute();
        return script.Count == 0 ? Refuse(s, "NOTHING_DUE") : script.Done();
    }
}
