using System.Text.Json.Serialization;

namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Turns a margin into a probability, 1 / (1 + exp(slope · margin + offset)): Platt 1999, fitted by the Newton method
/// of Lin, Lin and Weng, "A note on Platt's probabilistic outputs for support vector machines", Machine Learning 68,
/// 2007, on margins of texts the model was not trained on.
/// </summary>
public readonly record struct PlattScaling(
    [property: JsonPropertyName("slope")] double Slope, [property: JsonPropertyName("offset")] double Offset)
{
    /// <summary>The probability that belongs to a margin.</summary>
    public double Probability(double margin)
    {
        var f = Slope * margin + Offset;
        return f >= 0 ? Math.Exp(-f) / (1 + Math.Exp(-f)) : 1 / (1 + Math.Exp(f));
    }

    /// <summary>Fits slope and offset by maximum likelihood with Platt's smoothed targets.</summary>
    public static PlattScaling Fit(ReadOnlySpan<float> margins, ReadOnlySpan<bool> positive)
    {
        double yes = 0;
        foreach (var p in positive) yes += p ? 1 : 0;
        var no = positive.Length - yes;
        var (high, low) = ((yes + 1) / (yes + 2), 1 / (no + 2));
        double a = 0, b = Math.Log((no + 1) / (yes + 1));
        var loss = Loss(margins, positive, a, b, high, low);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            double h11 = 1e-12, h22 = 1e-12, h21 = 0, g1 = 0, g2 = 0;
            for (var i = 0; i < margins.Length; i++)
            {
                var p = new PlattScaling(a, b).Probability(margins[i]);
                var d2 = p * (1 - p);
                h11 += margins[i] * (double)margins[i] * d2;
                h22 += d2;
                h21 += margins[i] * d2;
                var d1 = (positive[i] ? high : low) - p;
                g1 += margins[i] * d1;
                g2 += d1;
            }
            if (Math.Abs(g1) < 1e-5 && Math.Abs(g2) < 1e-5) break;
            var determinant = h11 * h22 - h21 * h21;
            var da = -(h22 * g1 - h21 * g2) / determinant;
            var db = -(-h21 * g1 + h11 * g2) / determinant;
            var slope = g1 * da + g2 * db;
            var step = 1.0;
            for (; step >= 1e-10; step /= 2)
            {
                var next = Loss(margins, positive, a + step * da, b + step * db, high, low);
                if (next >= loss + 1e-4 * step * slope) continue;
                (a, b, loss) = (a + step * da, b + step * db, next);
                break;
            }
            if (step < 1e-10) break;
        }
        return new PlattScaling(a, b);
    }

    private static double Loss(ReadOnlySpan<float> margins, ReadOnlySpan<bool> positive, double a, double b, double high, double low)
    {
        double loss = 0;
        for (var i = 0; i < margins.Length; i++)
        {
            var f = a * margins[i] + b;
            var t = positive[i] ? high : low;
            loss += f >= 0 ? t * f + Math.Log(1 + Math.Exp(-f)) : (t - 1) * f + Math.Log(1 + Math.Exp(f));
        }
        return loss;
    }
}
