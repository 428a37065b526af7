namespace QualityInsight.Analytics.Texts;

/// <summary>The seat of a trainer of linear two-class models; another library's trainer takes it by this interface.</summary>
public interface ITextTrainer
{
    /// <summary>Its name in options and model files, for example <c>svm</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Finds weights whose margin w·x + b is positive on the rows that are <paramref name="positive"/> and negative on
    /// the others. The same input and seed give the same weights, bit for bit.
    /// </summary>
    LinearWeights Train(SparseRows rows, ReadOnlySpan<bool> positive, int features, double cost, ulong seed, CancellationToken ct);
}

/// <summary>A linear two-class model: the weight of each feature and the constant term.</summary>
public sealed record LinearWeights(float[] Weights, float Bias);

/// <summary>The trainers there are.</summary>
public static class TextTrainers
{
    private static readonly ITextTrainer[] All = [new DualSvmTrainer(), new DualLogisticTrainer()];

    /// <summary>The trainer of that name; refuses others with the list of those there are.</summary>
    public static ITextTrainer Named(string name) =>
        All.FirstOrDefault(t => t.Name == name)
        ?? throw new TextDataException($"There is no trainer '{name}'. There are: {string.Join(", ", All.Select(t => t.Name))}.");
}
