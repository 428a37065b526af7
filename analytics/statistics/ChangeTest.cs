using MathNet.Numerics.Distributions;

namespace QualityInsight.Analytics;

/// <summary>
/// Is a change more than noise? The risk of a false signal is that of three-sigma limits (0.27 %) unless told otherwise,
/// because a report puts dozens of changes beside each other.
/// </summary>
public static class ChangeTest
{
    /// <summary>Two-sided tail beyond three sigma of a normal distribution.</summary>
    public const double ThreeSigma = 0.0026997960632601866;

    /// <summary>
    /// Two-sided p-value for two shares being equal: the pooled z test where all expected counts reach 5, else Fisher's exact
    /// test (Fisher, Statistical Methods for Research Workers, 1934; sum of all tables no likelier than the one seen).
    /// </summary>
    public static double TwoProportions(long k1, long n1, long k2, long n2)
    {
        if (k1 < 0 || k2 < 0 || k1 > n1 || k2 > n2)
            throw new ArgumentException($"{k1} of {n1} and {k2} of {n2} are no shares.", nameof(k1));
        if (n1 == 0 || n2 == 0)
            return 1;
        long hits = k1 + k2, misses = n1 + n2 - hits;
        if (hits == 0 || misses == 0)
            return 1;
        var p = (double)hits / (n1 + n2);
        if (Math.Min(n1, n2) * Math.Min(p, 1 - p) < 5)
            return Fisher(k1, n1, hits, n1 + n2);
        var z = ((double)k1 / n1 - (double)k2 / n2) / Math.Sqrt(p * (1 - p) * (1.0 / n1 + 1.0 / n2));
        return 2 * Normal.CDF(0, 1, -Math.Abs(z));
    }

    /// <summary>
    /// Two-sided p-value for two counts having the same rate: given their sum the first is binomial (Przyborowski and Wilenski,
    /// Biometrika 31 (1940) 313–323); exact, sum of all outcomes no likelier than the one seen.
    /// </summary>
    /// <param name="first">Count one.</param>
    /// <param name="second">Count two.</param>
    /// <param name="exposure1">Exposure of the first, for example days; above 0.</param>
    /// <param name="exposure2">Exposure of the second.</param>
    public static double Counts(long first, long second, double exposure1 = 1, double exposure2 = 1)
    {
        if (first < 0 || second < 0 || exposure1 <= 0 || exposure2 <= 0)
            throw new ArgumentException("Counts are at least 0 and exposures above 0.", nameof(first));
        var total = first + second;
        if (total == 0)
            return 1;
        var share = exposure1 / (exposure1 + exposure2);
        if (total > 20_000)
        {
            var z = (first - total * share) / Math.Sqrt(total * share * (1 - share));
            return 2 * Normal.CDF(0, 1, -Math.Abs(z));
        }
        return SumUnlikelier(0, total, first, k => Binomial.PMFLn(share, (int)total, (int)k));
    }

    /// <summary>A verdict from a p-value.</summary>
    public static ChangeVerdict Verdict(double pValue, double risk = ThreeSigma) =>
        pValue < risk ? ChangeVerdict.Signal : ChangeVerdict.Ordinary;

    /// <summary>The verdict in words.</summary>
    /// <param name="verdict">What the test found.</param>
    /// <param name="chinese">True for Chinese, false for English.</param>
    public static string Words(ChangeVerdict verdict, bool chinese) => verdict switch
    {
        ChangeVerdict.Ordinary => chinese ? "在正常波动范围内" : "within ordinary variation",
        ChangeVerdict.Signal => chinese ? "显著变化" : "signal",
        ChangeVerdict.TooFew => chinese ? "样本过少" : "too few records",
        _ => chinese ? "未检验" : "not tested",
    };

    private static double Fisher(long k1, long n1, long hits, long total) =>
        SumUnlikelier(Math.Max(0, n1 + hits - total), Math.Min(n1, hits), k1,
            k => Hypergeometric.PMFLn((int)total, (int)hits, (int)n1, (int)k));

    private static double SumUnlikelier(long from, long to, long seen, Func<long, double> logMass)
    {
        var limit = logMass(seen) + 1e-7;
        var sum = 0.0;
        for (var k = from; k <= to; k++)
        {
            var mass = logMass(k);
            if (mass <= limit)
                sum += Math.Exp(mass);
        }
        return Math.Min(1, sum);
    }
}
