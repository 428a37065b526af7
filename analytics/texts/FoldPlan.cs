namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Which fold each text is held out in. Equal texts share a fold, since a copy of a text that was trained on is not
/// unseen; the labels are spread evenly.
/// </summary>
internal static class FoldPlan
{
    public static int[] Of(IReadOnlyList<LabelledText> texts, int folds, ulong seed)
    {
        var random = new SeededRandom(seed);
        var groups = texts
            .Select((text, row) => (Row: row, Key: TextNormalizer.Normalize(text.Text), Label: string.Join('|', text.Labels)))
            .GroupBy(t => t.Key, StringComparer.Ordinal)
            .Select(g => (Rows: g.Select(t => t.Row).ToArray(), g.First().Label, Order: random.Next()))
            .OrderBy(g => g.Label, StringComparer.Ordinal).ThenBy(g => g.Order);
        var plan = new int[texts.Count];
        var next = 0;
        foreach (var group in groups)
        {
            foreach (var row in group.Rows) plan[row] = next % folds;
            next++;
        }
        return plan;
    }
}
