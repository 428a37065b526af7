namespace QualityInsight.Feedback;

/// <summary>
/// Something somebody wants to do to a case. The type's name is the command's name. Each command's file holds its
/// data, its gate (may this person do this in this state at all?) and its decision. Deciding is pure: the same
/// situation always gives the same events or the same refusal.
/// </summary>
public abstract record CaseCommand
{
    /// <summary>The command's name, for example <c>AcceptCase</c>.</summary>
    public string Name => GetType().Name;

    /// <summary>The state the command leads to where it succeeds; null where it changes none, or where that depends.</summary>
    internal virtual CaseState? Target => null;

    /// <summary>The roles that may give it, the one acted in first.</summary>
    internal abstract IReadOnlyList<Role> Roles { get; }

    /// <summary>What happens, or why not.</summary>
    public Decision Decide(Situation situation) => Blocked(situation) is { } refusal ? refusal : Act(situation);

    /// <summary>Why this person cannot do this now whatever the command says; null: it may be tried.</summary>
    public Refusal? Blocked(Situation situation) =>
        situation.Case.State is null ? Refuse(situation, "NO_SUCH_CASE", situation.Case.CaseNo)
        : !situation.Case.IsSeenBy(situation.Actor) ? Refuse(situation, "OUT_OF_SCOPE")
        : this is not SupportCommand && !situation.Actor.Scope.Covers(situation.Case.OrgCode) ? Refuse(situation, "SUPPORTS_ONLY", situation.Case.OrgName ?? situation.Case.OrgCode ?? "—")
        : !situation.Case.Kind.Knows(this) ? Refuse(situation, "NOT_FOR_KIND", situation.Case.Kind)
        : !situation.Actor.Roles.Overlaps(Roles) ? Refuse(situation, "WRONG_ROLE", Roles)
        : Gate(situation)
          ?? (situation.Now < situation.Case.LastAt ? Refuse(situation, "TIME_RUNS_BACK", situation.Now, situation.Case.LastAt) : null);

    /// <summary>The guards that do not depend on the command's data.</summary>
    private protected abstract Refusal? Gate(Situation s);

    /// <summary>The guards that do, and the events.</summary>
    private protected abstract Decision Act(Situation s);

    private protected Refusal Refuse(Situation s, string key, params object[] args) => new(Name, s.Case.State, Target, key, args);
}
