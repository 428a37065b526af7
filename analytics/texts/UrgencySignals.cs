namespace QualityInsight.Analytics.Texts;

/// <summary>A reason to look at a text at once, with the words that say so and where they stand.</summary>
public sealed record UrgencySignal(string Code, string Zh, string En, IReadOnlyList<TextSpan> Positions);

/// <summary>
/// Finds what makes a text urgent: danger to life, elderly or disabled people, minors, retaliation. A dictionary
/// (<c>urgency.yaml</c>), not a model: such texts are rare, a miss is dear, and a handler must see which word it was.
/// What a negation denies does not count.
/// </summary>
public static class UrgencySignals
{
    private sealed record File { public List<Signal> Signals { get; init; } = []; }

    private sealed record Signal
    {
        public required string Code { get; init; }
        public required string Zh { get; init; }
        public required string En { get; init; }
        public List<string> Patterns { get; init; } = [];
        public List<string> Unless { get; init; } = [];
    }

    private static readonly IReadOnlyList<Signal> All = ProblemTaxonomy.Yaml<File>("urgency.yaml").Signals;

    /// <summary>The signals of a text, in the order of the dictionary; none for most texts.</summary>
    public static IReadOnlyList<UrgencySignal> Of(string text)
    {
        var chars = new char[text.Length];
        var positions = new int[text.Length];
        var length = TextNormalizer.Normalize(text, chars, positions);
        var marks = new byte[length];
        NegationScope.Mark(chars.AsSpan(0, length), marks);
        var normalized = new string(chars, 0, length);
        List<UrgencySignal> found = [];
        foreach (var signal in All)
        {
            var spans = signal.Patterns
                .SelectMany(p => Places(normalized, p))
                .Where(h => !IsDenied(normalized, marks, h.Start) && !signal.Unless.Any(u => Places(normalized, u).Any(o => o.Start <= h.Start && h.Start < o.Start + o.Length)))
                .Select(h => new TextSpan(positions[h.Start], positions[h.Start + h.Length - 1] - positions[h.Start] + 1))
                .Distinct().OrderBy(s => s.Start).ToList();
            if (spans.Count > 0) found.Add(new UrgencySignal(signal.Code, signal.Zh, signal.En, spans));
        }
        return found;
    }

    private static bool IsDenied(string text, byte[] marks, int at) =>
        marks[at] != 0 || text.AsSpan(0, at).EndsWith("没有") || text.AsSpan(0, at).EndsWith("没") || text.AsSpan(0, at).EndsWith("无");

    private static IEnumerable<(int Start, int Length)> Places(string text, string pattern)
    {
        for (var at = text.IndexOf(pattern, StringComparison.Ordinal); at >= 0; at = text.IndexOf(pattern, at + 1, StringComparison.Ordinal))
            yield return (at, pattern.Length);
    }
}
