using System.Text.Json.Serialization;

namespace QualityInsight.Analytics.Texts;

/// <summary>
/// How well labels were given to texts whose labels are known. Shares are 0–1; where the denominator is 0 the share is
/// 0 (as in scikit-learn).
/// </summary>
public sealed record TextFigures
{
    /// <summary>Texts judged.</summary>
    [JsonPropertyName("n")] public required int Count { get; init; }
    /// <summary>Share of texts whose label, or whole set of labels, was given exactly.</summary>
    [JsonPropertyName("accuracy")] public required double Accuracy { get; init; }
    /// <summary>Mean of the labels' F1, every label alike.</summary>
    [JsonPropertyName("macro_f1")] public required double MacroF1 { get; init; }
    /// <summary>F1 over all labels given, every text alike.</summary>
    [JsonPropertyName("micro_f1")] public required double MicroF1 { get; init; }
    /// <summary>Share of texts that the model leaves to a person.</summary>
    [JsonPropertyName("abstained")] public required double Abstained { get; init; }
    /// <summary>Accuracy over the texts the model does not leave to a person.</summary>
    [JsonPropertyName("accuracy_answered")] public required double AccuracyAnswered { get; init; }
    /// <summary>One entry a label, in the model's order.</summary>
    [JsonPropertyName("labels")] public required IReadOnlyList<LabelFigures> Labels { get; init; }
    /// <summary>Texts of each known label (rows) by the label given (columns); empty where texts have several labels.</summary>
    [JsonPropertyName("confusion")] public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }
}

/// <summary>The figures of one label: precision, recall and F1 as shares, n = texts that have the label.</summary>
public sealed record LabelFigures(
    [property: JsonPropertyName("label")] string Label,
    [property: JsonPropertyName("precision")] double Precision,
    [property: JsonPropertyName("recall")] double Recall,
    [property: JsonPropertyName("f1")] double F1,
    [property: JsonPropertyName("n")] int Count);

/// <summary>Counts right and wrong labels into figures.</summary>
internal sealed class FigureCounter(IReadOnlyList<string> labels, LabelMode mode)
{
    private readonly int[] _right = new int[labels.Count], _given = new int[labels.Count], _known = new int[labels.Count];
    private readonly int[][] _confusion = [.. labels.Select(_ => new int[labels.Count])];
    private int _texts, _exact, _answered, _exactAnswered;

    /// <summary>One text: the labels it has and the labels given, by index; whether the model would have left it to a person.</summary>
    public void Add(ReadOnlySpan<bool> known, ReadOnlySpan<bool> given, bool abstained)
    {
        _texts++;
        var exact = known.SequenceEqual(given);
        if (exact) _exact++;
        if (!abstained) _answered++;
        if (!abstained && exact) _exactAnswered++;
        for (var l = 0; l < labels.Count; l++)
        {
            if (known[l]) _known[l]++;
            if (given[l]) _given[l]++;
            if (known[l] && given[l]) _right[l]++;
        }
        if (mode == LabelMode.MultiClass && known.IndexOf(true) is >= 0 and var from && given.IndexOf(true) is >= 0 and var to)
            _confusion[from][to]++;
    }

    public TextFigures Figures()
    {
        var perLabel = labels.Select((name, l) => new LabelFigures(name, Share(_right[l], _given[l]), Share(_right[l], _known[l]),
            Share(2 * _right[l], _given[l] + _known[l]), _known[l])).ToList();
        return new TextFigures
        {
            Count = _texts,
            Accuracy = Share(_exact, _texts),
            MacroF1 = perLabel.Average(l => l.F1),
            MicroF1 = Share(2 * _right.Sum(), _given.Sum() + _known.Sum()),
            Abstained = Share(_texts - _answered, _texts),
            AccuracyAnswered = Share(_exactAnswered, _answered),
            Labels = perLabel,
            Confusion = mode == LabelMode.MultiClass ? _confusion : [],
        };
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
