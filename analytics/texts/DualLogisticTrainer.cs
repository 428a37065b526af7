namespace QualityInsight.Analytics.Texts;

/// <summary>
/// L2-regularised logistic regression, solved in the dual one coordinate at a time, each by a Newton iteration that
/// keeps the two logarithms apart from their poles: Yu, Huang and Lin, "Dual coordinate descent methods for logistic
/// regression and maximum entropy models", Machine Learning 85, 2011. The constant term is a feature that is always 1.
/// </summary>
public sealed class DualLogisticTrainer : ITextTrainer
{
    private const int MostPasses = 200;
    private const int MostNewtonSteps = 100;
    private const double Tolerance = 0.01;

    /// <inheritdoc />
    public string Name => "lr";

    /// <inheritdoc />
    public LinearWeights Train(SparseRows rows, ReadOnlySpan<bool> positive, int features, double cost, ulong seed, CancellationToken ct)
    {
        var random = new SeededRandom(seed);
        var w = new float[features];
        double bias = 0;
        var alpha = new double[rows.Count];
        var squares = new double[rows.Count];
        var order = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            order[i] = i;
            alpha[i] = Math.Min(0.001 * cost, 1e-8);
            squares[i] = 1 + DualSvmTrainer.Square(rows.Values(i));
            var start = alpha[i] * (positive[i] ? 1 : -1);
            bias += start;
            DualSvmTrainer.Add(w, rows.Features(i), rows.Values(i), (float)start);
        }
        for (var pass = 0; pass < MostPasses; pass++)
        {
            ct.ThrowIfCancellationRequested();
            random.Shuffle(order);
            double largest = 0;
            foreach (var i in order)
            {
                var sign = positive[i] ? 1 : -1;
                var margin = sign * (rows.Dot(i, w) + bias);
                var (next, gradient) = Minimise(alpha[i], squares[i], margin, cost);
                largest = Math.Max(largest, Math.Abs(gradient));
                var step = (next - alpha[i]) * sign;
                alpha[i] = next;
                if (step == 0) continue;
                bias += step;
                DualSvmTrainer.Add(w, rows.Features(i), rows.Values(i), (float)step);
            }
            if (largest < Tolerance) break;
        }
        return new LinearWeights(w, (float)bias);
    }

    /// <summary>
    /// The alpha in (0, C) that minimises the dual along one coordinate, and the gradient before the step. Works on
    /// whichever of alpha and C − alpha the minimum lies nearer to zero of.
    /// </summary>
    private static (double Alpha, double Gradient) Minimise(double alpha, double square, double margin, double cost)
    {
        var other = Math.Max(cost - alpha, 1e-15);
        var mirrored = 0.5 * square * (other - alpha) + margin < 0;
        var old = mirrored ? other : alpha;
        var slope = mirrored ? -margin : margin;
        var z = cost - old < 0.5 * cost ? 0.1 * old : old;
        double first = 0;
        for (var step = 0; step < MostNewtonSteps; step++)
        {
            var gradient = square * (z - old) + slope + Math.Log(z / (cost - z));
            if (step == 0) first = gradient;
            if (Math.Abs(gradient) < 1e-6) break;
            var newton = z - gradient / (square + cost / (cost - z) / z);
            z = newton <= 0 ? z * 0.1 : Math.Min(newton, cost * (1 - 1e-12));
        }
        return (mirrored ? cost - z : z, first);
    }
}
