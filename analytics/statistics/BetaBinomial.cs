using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace QualityInsight.Analytics;

/// <summary>
/// Empirical-Bayes shrinkage of many proportions. Each unit's true share is taken as drawn from one Beta(α, β), which is
/// fitted to all units by maximum marginal (beta-binomial) likelihood; a unit's estimate is then its posterior mean
/// (α + k) / (α + β + n): units with few records move to the common mean, units with many stay where they are.
/// After Skellam, J. Roy. Stat. Soc. B 10 (1948) 257–261 (the distribution) and Efron and Morris, J. Am. Stat. Assoc. 70 (1975)
/// 311–319 (the use).
/// </summary>
/// <param name="Alpha">α of the fitted prior, above 0.</param>
/// <param name="Beta">β of the fitted prior, above 0.</param>
public sealed record BetaBinomial(double Alpha, double Beta)
{
    private const double MinLogStrength = -4, MaxLogStrength = 18;

    /// <summary>Mean of the prior: the share common to all units.</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>How many records the prior weighs.</summary>
    public double Strength => Alpha + Beta;

    /// <summary>The shrunken share of a unit.</summary>
    public double Estimate(double k, double n) => (Alpha + k) / (Alpha + Beta + n);

    /// <summary>Equal-tailed credible interval of a unit's share.</summary>
    public Interval Credible(double k, double n, double confidence = 0.95)
    {
        var tail = (1 - confidence) / 2;
        return new(
            MathNet.Numerics.Distributions.Beta.InvCDF(Alpha + k, Beta + n - k, tail),
            MathNet.Numerics.Distributions.Beta.InvCDF(Alpha + k, Beta + n - k, 1 - tail));
    }

    /// <summary>
    /// Fits the prior. Units without trials are ignored. Where the units differ by no more than chance the strength grows
    /// to its limit (about 66 million records) and every unit gets the common mean.
    /// </summary>
    /// <returns>The prior; null with fewer than two units, or where all hits or no hits were seen (nothing to learn from).</returns>
    public static BetaBinomial? Fit(IReadOnlyList<(double K, double N)> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var used = units.Where(u => u.N > 0).ToArray();
        double k = used.Sum(u => u.K), n = used.Sum(u => u.N);
        if (used.Length < 2 || k == 0 || k == n)
            return null;
        var pooled = k / n;
        BetaBinomial? best = null;
        var bestLoss = double.PositiveInfinity;
        // Several starts: the likelihood is flat in the strength where there is little spread.
        foreach (var start in new[] { 1.0, 4.0, 8.0, 14.0 })
        {
            var objective = ObjectiveFunction.Value(v => Loss(used, v[0], v[1]));
            var first = Vector<double>.Build.DenseOfArray([Math.Log(pooled / (1 - pooled)), start]);
            Vector<double> at;
            try { at = new NelderMeadSimplex(1e-12, 5000).FindMinimum(objective, first).MinimizingPoint; }
            catch (MaximumIterationsException) { continue; }
            var loss = Loss(used, at[0], at[1]);
            if (loss >= bestLoss)
                continue;
            bestLoss = loss;
            best = Prior(at[0], at[1]);
        }
        return best;
    }

    private static BetaBinomial Prior(double logit, double logStrength)
    {
        var mean = 1 / (1 + Math.Exp(-logit));
        var strength = Math.Exp(Math.Clamp(logStrength, MinLogStrength, MaxLogStrength));
        return new(Math.Max(mean * strength, 1e-9), Math.Max((1 - mean) * strength, 1e-9));
    }

    private static double Loss((double K, double N)[] units, double logit, double logStrength)
    {
        if (Math.Abs(logit) > 30)
            return double.MaxValue;
        var (a, b) = Prior(logit, logStrength);
        var outside = Math.Max(0, Math.Max(MinLogStrength - logStrength, logStrength - MaxLogStrength));
        var sum = 0.0;
        foreach (var (k, n) in units)
            sum += Rising(a, k) + Rising(b, n - k) - Rising(a + b, n);
        return -sum + outside * outside;
    }

    /// <summary>ln Γ(a + k) − ln Γ(a), by products where k is small so that large a does not cancel.</summary>
    private static double Rising(double a, double k)
    {
        if (k > 64 || k != Math.Floor(k))
            return a > 1e5
                ? Stirling(a + k) - Stirling(a)
                : SpecialFunctions.GammaLn(a + k) - SpecialFunctions.GammaLn(a);
        var sum = 0.0;
        for (var i = 0; i < k; i++)
            sum += Math.Log(a + i);
        return sum;
    }

    private static double Stirling(double x) => (x - 0.5) * Math.Log(x) - x + 1 / (12 * x);
}
