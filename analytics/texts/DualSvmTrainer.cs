namespace QualityInsight.Analytics.Texts;

/// <summary>
/// L2-regularised, L2-loss linear support vector machine, solved in the dual one coordinate at a time in random order
/// with shrinking: Hsieh, Chang, Lin, Keerthi and Sundararajan, "A Dual Coordinate Descent Method for Large-scale
/// Linear SVM", ICML 2008 (the method of LIBLINEAR: Fan et al., JMLR 9, 2008). The constant term is a feature that is
/// always 1.
/// </summary>
public sealed class DualSvmTrainer : ITextTrainer
{
    private const int MostPasses = 300;
    private const double Tolerance = 0.05;

    /// <inheritdoc />
    public string Name => "svm";

    /// <inheritdoc />
    public LinearWeights Train(SparseRows rows, ReadOnlySpan<bool> positive, int features, double cost, ulong seed, CancellationToken ct)
    {
        var random = new SeededRandom(seed);
        var diagonal = 0.5 / cost;
        var w = new float[features];
        double bias = 0;
        var alpha = new double[rows.Count];
        var squares = new double[rows.Count];
        var order = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            order[i] = i;
            squares[i] = diagonal + 1 + Square(rows.Values(i));
        }
        var active = rows.Count;
        var highestBefore = double.PositiveInfinity;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            ct.ThrowIfCancellationRequested();
            random.Shuffle(order.AsSpan(0, active));
            double highest = double.NegativeInfinity, lowest = double.PositiveInfinity;
            for (var s = 0; s < active; s++)
            {
                var i = order[s];
                var sign = positive[i] ? 1 : -1;
                var gradient = sign * (rows.Dot(i, w) + bias) - 1 + diagonal * alpha[i];
                var projected = gradient;
                if (alpha[i] == 0)
                {
                    if (gradient > highestBefore)
                    {
                        active--;
                        (order[s], order[active]) = (order[active], order[s]);
                        s--;
                        continue;
                    }
                    projected = Math.Min(gradient, 0);
                }
                highest = Math.Max(highest, projected);
                lowest = Math.Min(lowest, projected);
                if (Math.Abs(projected) < 1e-12) continue;
                var before = alpha[i];
                alpha[i] = Math.Max(before - gradient / squares[i], 0);
                var step = (alpha[i] - before) * sign;
                if (step == 0) continue;
                bias += step;
                Add(w, rows.Features(i), rows.Values(i), (float)step);
            }
            if (highest - lowest <= Tolerance)
            {
                if (active == rows.Count) break;
                active = rows.Count;
                highestBefore = double.PositiveInfinity;
                continue;
            }
            highestBefore = highest <= 0 ? double.PositiveInfinity : highest;
        }
        return new LinearWeights(w, (float)bias);
    }

    internal static double Square(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (var v in values) sum += (double)v * v;
        return sum;
    }

    internal static void Add(float[] w, ReadOnlySpan<int> features, ReadOnlySpan<float> values, float step)
    {
        for (var k = 0; k < features.Length; k++) w[features[k]] += step * values[k];
    }
}
