namespace QualityInsight.Ingest;

/// <summary>Values emptied by a rule while their row was kept.</summary>
/// <param name="Field">Canonical field.</param>
/// <param name="Reason">The rule's reason.</param>
/// <param name="Count">How many.</param>
/// <param name="ExampleLine">The first line it happened in.</param>
/// <param name="Example">What stood there, masked; null where nothing.</param>
public sealed record NulledValue(string Field, string Reason, long Count, long ExampleLine, string? Example);

internal sealed class NulledCounts
{
    private readonly Dictionary<(string, string), NulledValue> _counts = [];

    internal bool Knows(string field, string reason) => _counts.ContainsKey((field, reason));

    internal void Add(string field, string reason, long line, string? example) =>
        _counts[(field, reason)] = _counts.TryGetValue((field, reason), out var known)
            ? known with { Count = known.Count + 1 }
            : new NulledValue(field, reason, 1, line, example);

    internal IReadOnlyList<NulledValue> All => [.. _counts.Values.OrderByDescending(n => n.Count)];
}
