namespace QualityInsight.Analytics.Texts;

/// <summary>
/// A trained linear text classifier. Immutable; one instance serves all threads. Made by <see cref="TextTraining"/>,
/// kept by <see cref="Save"/>, read by <see cref="Load"/>.
/// </summary>
public sealed class TextModel
{
    [ThreadStatic] private static TextScratch? _scratch;
    private readonly NgramReader _reader;
    private readonly LabelDecider _decider;
    private readonly TfIdf _weighing;
    private readonly Vocabulary _vocabulary;

    /// <summary>Weight of feature f for label l at [f · labels + l].</summary>
    private readonly float[] _weights;
    private readonly float[] _bias;

    internal TextModel(TextModelHeader header, Vocabulary vocabulary, float[] idf, float[] weights, float[] bias)
    {
        (_vocabulary, _weights, _bias) = (vocabulary, weights, bias);
        _reader = new NgramReader(header.Options.Features);
        _decider = new LabelDecider(header.Mode, header.Scaling, header.Thresholds);
        _weighing = new TfIdf(idf, vocabulary.BodyCount, header.Options.Features.HeadWeight);
        Header = header with { Id = $"{header.Name}-{TextModelFile.Fingerprint(this, header)[..12]}" };
    }

    /// <summary>What the model says about itself: labels, options, training data, figures.</summary>
    public TextModelHeader Header { get; }

    /// <summary>The labels it can give.</summary>
    public IReadOnlyList<string> Labels => Header.Labels;

    internal Vocabulary Vocabulary => _vocabulary;
    internal float[] Idf => _weighing.Idf;
    internal float[] Weights => _weights;
    internal float[] Bias => _bias;

    /// <summary>Reads a model file; refuses a damaged one, one of another version, and what is no model at all.</summary>
    public static TextModel Load(string path) => TextModelFile.Read(path);

    /// <summary>Writes the model file: aside first, then under its name, so that nobody reads half a model.</summary>
    public void Save(string path) => TextModelFile.Write(this, path);

    /// <summary>
    /// The labels of a text with their probabilities; with <paramref name="evidence"/> above 0 up to so many n-grams a
    /// label that speak for it.
    /// </summary>
    public TextPrediction Predict(string text, int evidence = 0)
    {
        var (probabilities, given) = (new double[Labels.Count], new bool[Labels.Count]);
        var abstained = Decide(text, probabilities, given);
        var order = Enumerable.Range(0, Labels.Count).OrderByDescending(l => probabilities[l]).ToArray();
        LabelProbability Entry(int l) => new(Labels[l], probabilities[l], evidence > 0 ? Explain(text, l, evidence) : []);
        var candidates = order.Select(Entry).ToList();
        return new TextPrediction
        {
            Labels = [.. candidates.Where((_, k) => given[order[k]])],
            Candidates = candidates,
            Abstained = abstained,
        };
    }

    /// <summary>
    /// The core of <see cref="Predict"/> without allocation: fills probabilities and labels given by the index of
    /// <see cref="Labels"/>; true where the text is left to a person.
    /// </summary>
    public bool Decide(ReadOnlySpan<char> text, Span<double> probabilities, Span<bool> given)
    {
        Span<float> margins = Labels.Count <= 64 ? stackalloc float[Labels.Count] : new float[Labels.Count];
        Margins(text, margins);
        return _decider.Decide(margins, probabilities, given);
    }

    internal void Margins(ReadOnlySpan<char> text, Span<float> margins)
    {
        var scratch = _scratch ??= new TextScratch();
        var seen = Weigh(text, scratch);
        _bias.CopyTo(margins);
        for (var k = 0; k < seen; k++)
        {
            var row = _weights.AsSpan(scratch.Seen[k] * margins.Length, margins.Length);
            var value = scratch.Values[k];
            for (var l = 0; l < margins.Length; l++) margins[l] += value * row[l];
        }
    }

    private int Weigh(ReadOnlySpan<char> text, TextScratch scratch)
    {
        _reader.Read(text, scratch);
        var seen = FeatureCounts.Count(scratch, _vocabulary);
        var values = scratch.Values.AsSpan(0, seen);
        for (var k = 0; k < seen; k++)
        {
            ref var count = ref scratch.Counts[scratch.Seen[k]];
            values[k] = count;
            count = 0;
        }
        _weighing.Weigh(scratch.Seen.AsSpan(0, seen), values);
        return seen;
    }

    private List<EvidenceNgram> Explain(string text, int label, int most)
    {
        var scratch = _scratch ??= new TextScratch();
        var seen = Weigh(text, scratch);
        var shares = new Dictionary<int, double>();
        for (var k = 0; k < seen; k++)
        {
            var share = scratch.Values[k] * (double)_weights[scratch.Seen[k] * Labels.Count + label];
            if (share > 0) shares[scratch.Seen[k]] = share;
        }
        // What the head repeats of the whole is one piece of evidence, not two.
        var places = new Dictionary<ulong, (double Share, HashSet<TextSpan> Spans)>();
        for (var n = 0; n < scratch.KeyCount; n++)
        {
            var id = _vocabulary.Find(scratch.Keys[n]);
            if (id < 0 || (scratch.Keys[n] & NgramReader.Aside) != 0 || !shares.TryGetValue(id, out var share)) continue;
            var key = scratch.Keys[n] & ~NgramReader.Head;
            if (!places.TryGetValue(key, out var place)) place = (0, []);
            place.Spans.Add(Span(scratch, scratch.Starts[n], NgramReader.Length(key)));
            places[key] = (place.Share + share, place.Spans);
            shares[id] = 0;
        }
        return [.. places
            .OrderByDescending(p => p.Value.Share).ThenBy(p => p.Key)
            .Take(most)
            .Select(p => new EvidenceNgram(NgramReader.Text(p.Key), p.Value.Share, [.. p.Value.Spans.OrderBy(s => s.Start)]))];
    }

    private static TextSpan Span(TextScratch scratch, int start, int length)
    {
        var from = scratch.Positions[start];
        return new TextSpan(from, scratch.Positions[start + length - 1] - from + 1);
    }
}
