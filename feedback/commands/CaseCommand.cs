namespace QualityInsight.Feedback;

/// <summary>
/// Something somebody wants to do to a case. The type's name is the command's name. Each command's file holds its
/// data, its gate (may this person do this in this state at all?) and its decision.
/// </summary>
public abstract record CaseCommand
{
    /// <summary>The command's name, for example <c>AcceptCase</c>.</summary>
    public string Name => GetType().Name;
}
