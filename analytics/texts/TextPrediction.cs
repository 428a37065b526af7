using System.Text.Json.Serialization;

namespace QualityInsight.Analytics.Texts;

/// <summary>What a model says about one text.</summary>
public sealed record TextPrediction
{
    /// <summary>The labels given, the most probable first. With many labels a text there may be none.</summary>
    public required IReadOnlyList<LabelProbability> Labels { get; init; }
    /// <summary>Every label with its probability, the most probable first.</summary>
    public required IReadOnlyList<LabelProbability> Candidates { get; init; }
    /// <summary>True where the model is not sure enough and a person decides.</summary>
    public required bool Abstained { get; init; }
}

/// <summary>A label, its calibrated probability, and what in the text speaks for it (empty where not asked for).</summary>
public sealed record LabelProbability(string Label, double Probability, IReadOnlyList<EvidenceNgram> Evidence);

/// <summary>
/// An n-gram that speaks for a label: its characters as counted, its share of the margin, and where it stands in the
/// text as it was given.
/// </summary>
public sealed record EvidenceNgram(string Ngram, double Weight, IReadOnlyList<TextSpan> Positions);

/// <summary>A piece of a text: index of its first character and number of characters (UTF-16 units).</summary>
public sealed record TextSpan([property: JsonPropertyName("start")] int Start, [property: JsonPropertyName("length")] int Length);
