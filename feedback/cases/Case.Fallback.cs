using System.Collections.Immutable;

namespace QualityInsight.Feedback;

public sealed partial record Case
{
    /// <summary>Its entries in the fallback register, by number.</summary>
    public ImmutableList<FallbackEntry> FallbackEntries { get; init; } = [];

    /// <summary>The entry that is still open, or null; there is never more than one.</summary>
    public FallbackEntry? OpenFallback => FallbackEntries.Count > 0 && FallbackEntries[^1].IsOpen ? FallbackEntries[^1] : null;

    private Case Taken(FallbackTaken e, DateTime at) => this with { FallbackEntries = FallbackEntries.Add(new(e.EntryNo, e.Origin, e.Reason, at)) };

    private Case Ended(FallbackEnded e, DateTime at) => this with
    {
        FallbackEntries = FallbackEntries.SetItem(e.EntryNo - 1, FallbackEntries[e.EntryNo - 1] with
        {
            Outcome = e.Outcome, Answer = e.Reason, EndedAt = at, WorkingDays = e.WorkingDays,
        }),
    };
}
