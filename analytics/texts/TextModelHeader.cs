using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityInsight.Analytics.Texts;

/// <summary>What a model file says about itself, before its weights, as JSON.</summary>
public sealed record TextModelHeader
{
    /// <summary>The settings of the JSON of models and results: snake case, enums as text, Chinese unescaped.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Name given by who trained it, for example <c>problems</c>.</summary>
    public required string Name { get; init; }
    /// <summary>
    /// Name and the first digits of the hash of what the model decides by: the same data, options and seed give the
    /// same id.
    /// </summary>
    public string Id { get; init; } = "";
    /// <summary>One label a text or many.</summary>
    public required LabelMode Mode { get; init; }
    /// <summary>The labels, in the order of the weights.</summary>
    public required IReadOnlyList<string> Labels { get; init; }
    /// <summary>How it was trained.</summary>
    public required TextTrainingOptions Options { get; init; }
    /// <summary>Name of the training file, without folder.</summary>
    public required string DataFile { get; init; }
    /// <summary>SHA-256 of the texts and labels trained on.</summary>
    public required string DataHash { get; init; }
    /// <summary>Texts trained on.</summary>
    public required int Texts { get; init; }
    /// <summary>When, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Figures on the held-out folds of the cross-validation.</summary>
    public required TextFigures CrossValidated { get; init; }
    /// <summary>Calibration of each label.</summary>
    public required IReadOnlyList<PlattScaling> Scaling { get; init; }
    /// <summary>Probability from which each label is given without a person.</summary>
    public required IReadOnlyList<double> Thresholds { get; init; }
    /// <summary>The strongest features of each label; <c>^</c> marks the head of the text, <c>¬</c> a negation.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FeatureWeight>> TopFeatures { get; init; }
    /// <summary>Number of features.</summary>
    public required int Features { get; init; }
}

/// <summary>A feature and its weight for a label; positive speaks for the label.</summary>
public sealed record FeatureWeight(string Feature, double Weight);
