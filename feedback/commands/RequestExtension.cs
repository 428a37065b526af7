namespace QualityInsight.Feedback;

/// <summary>延期申请: asked before the deadline.</summary>
/// <param name="Amount">How much more, in the unit of the rectification limit.</param>
/// <param name="Reason">Why.</param>
public sealed record RequestExtension(int Amount, string Reason) : CaseCommand
{
    internal override IReadOnlyList<Role> Roles => [Role.Handler];

    private protected override Refusal? Gate(Situation s) =>
        this.InState(s, CaseState.Rectifying, CaseState.Explaining) ?? this.InUnit(s) ?? this.Running(s)
        ?? (s.Case.ExtensionPending is not null ? Refuse(s, "EXTENSION_PENDING")
            : s.Case.Extensions >= s.Policy.MaxExtensions ? Refuse(s, "EXTENSIONS_USED_UP", s.Policy.MaxExtensions)
            : TooLate(this, s));

    private protected override Decision Act(Situation s) =>
        Amount < 1 || Amount > s.Policy.MaxExtensionAmount
            ? Refuse(s, "EXTENSION_TOO_LONG", Amount, s.Policy.MaxExtensionAmount)
            : this.Written(s, Reason, "REASON_NEEDED") is { } refusal ? refusal
            : Decision.Happened(new ExtensionRequested(Amount, Reason));

    /// <summary>More time is asked for, and granted, before the deadline only.</summary>
    internal static Refusal? TooLate(CaseCommand command, Situation s) =>
        s.Case.Deadlines.TryGetValue(DeadlineStep.Rectify, out var due) && s.Now > due.DueAt ? command.No(s, "AFTER_THE_DEADLINE", due.DueAt) : null;
}
