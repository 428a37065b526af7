namespace QualityInsight.Analytics.Texts;

/// <summary>How often each text holds each feature: one row a text, features in ascending order.</summary>
internal sealed class FeatureCounts
{
    private FeatureCounts(Vocabulary vocabulary, int[] starts, int[] features, ushort[] counts) =>
        (Vocabulary, Starts, Features, Counts) = (vocabulary, starts, features, counts);

    /// <summary>The features.</summary>
    public Vocabulary Vocabulary { get; }
    /// <summary>Row i lies in [Starts[i], Starts[i + 1]).</summary>
    public int[] Starts { get; }
    /// <summary>Feature numbers.</summary>
    public int[] Features { get; }
    /// <summary>Times seen.</summary>
    public ushort[] Counts { get; }
    /// <summary>Number of texts.</summary>
    public int Rows => Starts.Length - 1;

    /// <summary>Counts all texts.</summary>
    public static FeatureCounts Of(IReadOnlyList<string> texts, Vocabulary vocabulary, TextFeatureOptions options, CancellationToken ct)
    {
        var reader = new NgramReader(options);
        var scratch = new TextScratch();
        var starts = new int[texts.Count + 1];
        List<int> features = [];
        List<ushort> counts = [];
        for (var i = 0; i < texts.Count; i++)
        {
            if (i % 256 == 0) ct.ThrowIfCancellationRequested();
            reader.Read(texts[i], scratch);
            var seen = Count(scratch, vocabulary);
            Array.Sort(scratch.Seen, 0, seen);
            foreach (var id in scratch.Seen.AsSpan(0, seen))
            {
                features.Add(id);
                counts.Add((ushort)Math.Min(scratch.Counts[id], ushort.MaxValue));
                scratch.Counts[id] = 0;
            }
            starts[i + 1] = features.Count;
        }
        return new FeatureCounts(vocabulary, starts, [.. features], [.. counts]);
    }

    /// <summary>
    /// Counts the n-grams just read into <see cref="TextScratch.Counts"/> and <see cref="TextScratch.Seen"/>; returns
    /// how many features were seen. The caller sets their counts back to zero.
    /// </summary>
    public static int Count(TextScratch scratch, Vocabulary vocabulary)
    {
        scratch.EnsureFeatures(vocabulary.Keys.Length);
        var seen = 0;
        foreach (var key in scratch.Keys.AsSpan(0, scratch.KeyCount))
        {
            var id = vocabulary.Find(key);
            if (id >= 0 && scratch.Counts[id]++ == 0) scratch.Seen[seen++] = id;
        }
        return seen;
    }
}
