namespace QualityInsight.Analytics.Texts;

/// <summary>Whether a text has exactly one label or any number of them.</summary>
public enum LabelMode
{
    /// <summary>Exactly one label: what the matter is about.</summary>
    MultiClass,
    /// <summary>None, one or several labels: what went wrong.</summary>
    MultiLabel,
}

/// <summary>How the n-grams of a text are weighed against each other.</summary>
public enum FeatureWeighting
{
    /// <summary>Sublinear term frequency times inverse document frequency, each text of length one.</summary>
    TfIdf,
    /// <summary>
    /// TF-IDF times the naive Bayes log-count ratio of the label (NB-SVM: Wang and Manning, "Baselines and Bigrams",
    /// ACL 2012), interpolated with the plain weights as they propose.
    /// </summary>
    NaiveBayes,
    /// <summary>The mean of the two models: a linear model again, steadier than either on short texts.</summary>
    Blend,
}

/// <summary>What of a text is counted. Kept in the model, so that prediction reads texts as training did.</summary>
public sealed record TextFeatureOptions
{
    /// <summary>Shortest n-gram, in characters.</summary>
    public int NgramMin { get; init; } = 1;
    /// <summary>Longest n-gram, in characters; at most 3.</summary>
    public int NgramMax { get; init; } = 3;
    /// <summary>An n-gram must occur in at least so many texts of the training data.</summary>
    public int MinTexts { get; init; } = 2;
    /// <summary>At most so many n-grams are kept, the most frequent ones.</summary>
    public int MaxFeatures { get; init; } = 1_000_000;
    /// <summary>
    /// The first so many characters are counted a second time as features of their own, since a message says first
    /// what it is about; 0 switches it off.
    /// </summary>
    public int HeadChars { get; init; } = 30;
    /// <summary>Weight of these beside the weight 1 of the whole text.</summary>
    public double HeadWeight { get; init; } = 0.7;
    /// <summary>
    /// Takes n-grams as if punctuation and the commonest particles were not there, so that a model trained on text
    /// without stop words reads raw text alike; what is left out is counted by itself.
    /// </summary>
    public bool DropParticles { get; init; } = true;
    /// <summary>Counts what stands in the scope of a negation ("不是态度不好") apart from the same words unnegated.</summary>
    public bool MarkNegation { get; init; } = true;
}

/// <summary>How a model is trained.</summary>
public sealed record TextTrainingOptions
{
    /// <summary>
    /// Suits reviews of a sentence or two, of which there are few: shorter n-grams, also those seen once, no head. The
    /// plain defaults suit messages of some hundred characters.
    /// </summary>
    public static TextTrainingOptions ShortTexts { get; } = new() { Features = new TextFeatureOptions { NgramMax = 2, MinTexts = 1, HeadChars = 0 } };

    /// <summary>One label a text or many.</summary>
    public LabelMode Mode { get; init; } = LabelMode.MultiClass;
    /// <summary>What is counted.</summary>
    public TextFeatureOptions Features { get; init; } = new();
    /// <summary>How it is weighed.</summary>
    public FeatureWeighting Weighting { get; init; } = FeatureWeighting.Blend;
    /// <summary>The linear trainer: <c>svm</c> or <c>lr</c>.</summary>
    public string Trainer { get; init; } = "svm";
    /// <summary>Cost of an error against the size of the weights (C of Fan et al. 2008).</summary>
    public double Cost { get; init; } = 0.5;
    /// <summary>Folds of the cross-validation that gives the figures, the calibration and the thresholds.</summary>
    public int Folds { get; init; } = 5;
    /// <summary>
    /// Column of the training file that names what a text shares with others (a template, a person), several separated
    /// by <c>|</c>; folds never part what shares one. Null where texts have nothing in common.
    /// </summary>
    public string? GroupColumn { get; init; }
    /// <summary>Seed of the order of the folds and of the coordinates.</summary>
    public ulong Seed { get; init; } = 20190601;
    /// <summary>
    /// A label is given without a person only where this share of such labels was right on the held-out folds; below
    /// it the model abstains.
    /// </summary>
    public double TargetPrecision { get; init; } = 0.8;
    /// <summary>Labels with fewer texts than this are refused: no figure on them would mean anything.</summary>
    public int MinTextsPerLabel { get; init; } = 5;
    /// <summary>Strongest features a label that the header of the model lists.</summary>
    public int TopFeatures { get; init; } = 20;
}
