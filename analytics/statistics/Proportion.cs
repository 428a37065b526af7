using MathNet.Numerics.Distributions;

namespace QualityInsight.Analytics;

/// <summary>Intervals of a proportion k of n. Both keep their coverage near 0 % and 100 %, where reviews live.</summary>
public static class Proportion
{
    /// <summary>
    /// Score interval of Wilson, "Probable inference, the law of succession, and statistical inference",
    /// J. Am. Stat. Assoc. 22 (1927) 209–212. Without continuity correction.
    /// </summary>
    /// <param name="k">Hits, 0 to n.</param>
    /// <param name="n">Trials; 0 gives the whole range 0–1.</param>
    /// <param name="confidence">Between 0 and 1, 0.95 usually.</param>
    public static Interval Wilson(double k, double n, double confidence = 0.95)
    {
        Check(k, n, confidence);
        if (n == 0)
            return new(0, 1);
        var z = Normal.InvCDF(0, 1, 0.5 + confidence / 2);
        var p = k / n;
        var centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        var half = z / (1 + z * z / n) * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new(k == 0 ? 0 : Math.Max(0, centre - half), k == n ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>
    /// Equal-tailed Jeffreys interval: quantiles of Beta(k + ½, n − k + ½), with the lower end 0 at k = 0 and the upper
    /// end 1 at k = n, after Brown, Cai and DasGupta, "Interval estimation for a binomial proportion",
    /// Statistical Science 16 (2001) 101–133.
    /// </summary>
    /// <param name="k">Hits, 0 to n.</param>
    /// <param name="n">Trials; 0 gives the whole range 0–1.</param>
    /// <param name="confidence">Between 0 and 1, 0.95 usually.</param>
    public static Interval Jeffreys(double k, double n, double confidence = 0.95)
    {
        Check(k, n, confidence);
        if (n == 0)
            return new(0, 1);
        var tail = (1 - confidence) / 2;
        return new(
            k == 0 ? 0 : Beta.InvCDF(k + 0.5, n - k + 0.5, tail),
            k == n ? 1 : Beta.InvCDF(k + 0.5, n - k + 0.5, 1 - tail));
    }

    private static void Check(double k, double n, double confidence)
    {
        if (!(k >= 0 && k <= n))
            throw new ArgumentOutOfRangeException(nameof(k), k, $"Hits must lie between 0 and the number of trials {n}.");
        if (confidence is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence lies between 0 and 1.");
    }
}
