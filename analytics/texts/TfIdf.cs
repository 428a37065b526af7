namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Sublinear TF-IDF: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), the whole text scaled to length 1 and its head to
/// the head's weight (Salton and Buckley 1988; smoothing as in scikit-learn).
/// </summary>
internal sealed class TfIdf(float[] idf, int bodyCount, double headWeight)
{
    private static readonly float[] LogCounts = [.. Enumerable.Range(0, 256).Select(n => n == 0 ? 0f : 1f + MathF.Log(n))];

    /// <summary>Inverse document frequency of each feature; 0 for one that is not used.</summary>
    public float[] Idf { get; } = idf;

    /// <summary>Learns the document frequencies from some rows.</summary>
    public static TfIdf Fit(FeatureCounts counts, ReadOnlySpan<int> rows, TextFeatureOptions options)
    {
        var texts = new int[counts.Vocabulary.Keys.Length];
        foreach (var row in rows)
            foreach (var id in counts.Features.AsSpan(counts.Starts[row]..counts.Starts[row + 1]))
                texts[id]++;
        var idf = new float[texts.Length];
        for (var id = 0; id < idf.Length; id++)
            if (texts[id] >= options.MinTexts)
                idf[id] = (float)(Math.Log((1.0 + rows.Length) / (1.0 + texts[id])) + 1);
        return new TfIdf(idf, counts.Vocabulary.BodyCount, options.HeadWeight);
    }

    /// <summary>The weighed rows.</summary>
    public SparseRows Rows(FeatureCounts counts, ReadOnlySpan<int> rows)
    {
        var starts = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
            starts[i + 1] = starts[i] + counts.Starts[rows[i] + 1] - counts.Starts[rows[i]];
        var (features, values) = (new int[starts[^1]], new float[starts[^1]]);
        for (var i = 0; i < rows.Length; i++)
        {
            var from = counts.Starts[rows[i]];
            var length = starts[i + 1] - starts[i];
            counts.Features.AsSpan(from, length).CopyTo(features.AsSpan(starts[i]));
            var row = values.AsSpan(starts[i], length);
            for (var k = 0; k < length; k++) row[k] = counts.Counts[from + k];
            Weigh(features.AsSpan(starts[i], length), row);
        }
        return new SparseRows(starts, features, values);
    }

    /// <summary>Turns the counts of one text's features into their values, in place.</summary>
    public void Weigh(ReadOnlySpan<int> features, Span<float> values)
    {
        float body = 0, head = 0;
        for (var k = 0; k < values.Length; k++)
        {
            var count = (int)values[k];
            var value = (count < LogCounts.Length ? LogCounts[count] : 1f + MathF.Log(count)) * Idf[features[k]];
            values[k] = value;
            if (features[k] < bodyCount) body += value * value;
            else head += value * value;
        }
        var bodyScale = body > 0 ? 1 / MathF.Sqrt(body) : 0;
        var headScale = head > 0 ? (float)headWeight / MathF.Sqrt(head) : 0;
        for (var k = 0; k < values.Length; k++)
            values[k] *= features[k] < bodyCount ? bodyScale : headScale;
    }
}
