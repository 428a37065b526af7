namespace QualityInsight.Feedback;

/// <summary>
/// Why a command was not carried out: from which state, to which, and the reason as a message key with arguments, so
/// that it can be said in either language. A refusal changes nothing.
/// </summary>
/// <param name="Command">The command's name, for example <c>CloseCase</c>.</param>
/// <param name="From">The state the case is in; null where there is no case.</param>
/// <param name="To">The state the command would have led to; null where it changes none.</param>
/// <param name="Key">Message key under <c>refusal.</c>, for example <c>NO_CALLBACK</c>.</param>
/// <param name="Args">Its arguments: strings, numbers, local times, or enum members of this room (named in the reader's language).</param>
public sealed record Refusal(string Command, CaseState? From, CaseState? To, string Key, params IReadOnlyList<object> Args)
{
    /// <summary>The whole sentence: from where to where, and why.</summary>
    public string Text(Language language) => Messages.Explain(this, language);
}

/// <summary>The two languages of screens and reports.</summary>
public enum Language
{
    /// <summary>简体中文.</summary>
    Zh,
    /// <summary>English.</summary>
    En,
}

/// <summary>What a pure decision gives: events to record, or a refusal. Never both, never neither.</summary>
public sealed class Decision
{
    private Decision(IReadOnlyList<CaseEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    /// <summary>What happened; empty where refused.</summary>
    public IReadOnlyList<CaseEvent> Events { get; }

    /// <summary>Why not; null where it happened.</summary>
    public Refusal? Refusal { get; }

    /// <summary>These happened, in this order; at least one.</summary>
    public static Decision Happened(params IReadOnlyList<CaseEvent> events) =>
        events.Count > 0 ? new(events, null) : throw new ArgumentException("A decision that lets nothing happen is a refusal.", nameof(events));

    /// <summary>It is refused.</summary>
    public static Decision Refused(Refusal refusal) => new([], refusal);

    /// <summary>A refusal is a decision.</summary>
    public static implicit operator Decision(Refusal refusal) => Refused(refusal);
}
