namespace QualityInsight.Analytics.Texts;

/// <summary>What the words of a text say, whatever its stars.</summary>
public enum Polarity
{
    /// <summary>Something is complained of.</summary>
    Negative,
    /// <summary>Neither.</summary>
    Neutral,
    /// <summary>Something is praised.</summary>
    Positive,
}

/// <summary>The polarity of a text and its calibrated probability.</summary>
public sealed record PolarityJudgement(Polarity Polarity, double Probability)
{
    /// <summary>From this probability on a judgement is strong enough to contradict the stars.</summary>
    public const double StrongFrom = 0.9;

    /// <summary>Surely negative.</summary>
    public bool IsStronglyNegative => Polarity == Polarity.Negative && Probability >= StrongFrom;
    /// <summary>Surely positive.</summary>
    public bool IsStronglyPositive => Polarity == Polarity.Positive && Probability >= StrongFrom;
}

/// <summary>
/// Judges whether words are negative or positive. Any one-label text model serves whose labels are
/// <c>NEGATIVE</c>/<c>NEUTRAL</c>/<c>POSITIVE</c> or <c>0</c>/<c>1</c>.
/// </summary>
public sealed class PolarityModel
{
    private readonly TextModel _model;
    private readonly Polarity[] _polarities;

    /// <summary>Takes a model; refuses one with other labels.</summary>
    public PolarityModel(TextModel model)
    {
        _model = model;
        if (model.Header.Mode != LabelMode.MultiClass)
            throw new TextDataException($"The model '{model.Header.Id}' gives several labels a text; polarity is one of NEGATIVE, NEUTRAL, POSITIVE.");
        _polarities = [.. model.Labels.Select(l => l.ToUpperInvariant() switch
        {
            "NEGATIVE" or "0" => Polarity.Negative,
            "NEUTRAL" => Polarity.Neutral,
            "POSITIVE" or "1" => Polarity.Positive,
            _ => throw new TextDataException($"The model '{model.Header.Id}' gives the label '{l}'; polarity is one of NEGATIVE, NEUTRAL, POSITIVE (or 0, 1)."),
        })];
    }

    /// <summary>Id of the model.</summary>
    public string Id => _model.Header.Id;

    /// <summary>The text model inside.</summary>
    public TextModel Model => _model;

    /// <summary>The most probable polarity of a text.</summary>
    public PolarityJudgement Judge(string text)
    {
        Span<double> probabilities = stackalloc double[_polarities.Length];
        Span<bool> given = stackalloc bool[_polarities.Length];
        _model.Decide(text, probabilities, given);
        var best = given.IndexOf(true);
        return new PolarityJudgement(_polarities[best], probabilities[best]);
    }
}
