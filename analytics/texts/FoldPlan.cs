namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Which fold each text is held out in, and which folds it may be trained on for. Equal texts share a fold, and so do
/// texts of one group (written from one template, by one person, about one matter): a near copy of what was trained on
/// is not unseen. A text of several groups is held out with its first and kept out of training wherever any of them is
/// held out. The labels are spread evenly.
/// </summary>
internal sealed class FoldPlan
{
    private readonly int[] _held;
    private readonly ulong[] _touched;

    private FoldPlan(int[] held, ulong[] touched) => (_held, _touched) = (held, touched);

    /// <summary>The texts held out in a fold.</summary>
    public int[] Held(int fold) => [.. Enumerable.Range(0, _held.Length).Where(i => _held[i] == fold)];

    /// <summary>The texts trained on while that fold is held out.</summary>
    public int[] Train(int fold) => [.. Enumerable.Range(0, _held.Length).Where(i => (_touched[i] & (1UL << fold)) == 0)];

    public static FoldPlan Of(IReadOnlyList<LabelledText> texts, int folds, ulong seed)
    {
        var random = new SeededRandom(seed);
        var groups = texts.Select(t => t.Groups is { Count: > 0 } named ? named : [TextNormalizer.Normalize(t.Text)]).ToArray();
        var foldOf = texts
            .SelectMany((text, row) => groups[row].Select(group => (Group: group, Label: string.Join('|', text.Labels))))
            .GroupBy(t => t.Group, StringComparer.Ordinal)
            .Select(g => (Group: g.Key, g.First().Label, Order: random.Next()))
            .OrderBy(g => g.Label, StringComparer.Ordinal).ThenBy(g => g.Order)
            .Select((g, n) => (g.Group, Fold: n % folds))
            .ToDictionary(g => g.Group, g => g.Fold, StringComparer.Ordinal);
        return new FoldPlan(
            [.. groups.Select(g => foldOf[g[0]])],
            [.. groups.Select(g => g.Aggregate(0UL, (bits, group) => bits | 1UL << foldOf[group]))]);
    }
}
