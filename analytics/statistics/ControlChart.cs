namespace QualityInsight.Analytics;

/// <summary>One point of a control chart.</summary>
/// <param name="Value">What was measured; null where there was nothing (the point is skipped by the rules).</param>
/// <param name="Centre">The centre line.</param>
/// <param name="Low">Lower control limit (three sigma).</param>
/// <param name="High">Upper control limit.</param>
/// <param name="Sigma">One sigma at this point.</param>
/// <param name="Signals">The Western Electric rules that speak at this point, 1 to 4; empty is ordinary variation.</param>
public sealed record ControlPoint(
    double? Value, double Centre, double Low, double High, double Sigma, IReadOnlyList<int> Signals);

/// <summary>
/// Shewhart control charts: what a process does by itself, and when it says something else.
/// </summary>
public static class ControlChart
{
    /// <summary>
    /// p-chart for shares with changing n: centre p̄ = Σk/Σn, limits p̄ ± 3·√(p̄(1−p̄)/nᵢ), cut to 0–1. Montgomery,
    /// Introduction to Statistical Quality Control, 7th ed., §7.2.
    /// </summary>
    /// <param name="points">Hits and trials in time order; n = 0 is a gap.</param>
    /// <param name="laney">
    /// True for the p′ chart of Laney (Quality Engineering 14 (2002) 531–537): limits are widened by σz, the variation
    /// between periods beyond binomial, estimated from the moving range of the z values (never narrowed below binomial). Right where n is in
    /// the thousands, as with a city's weekly reviews.
    /// </param>
    public static IReadOnlyList<ControlPoint> P(IReadOnlyList<(double K, double N)> points, bool laney = false)
    {
        ArgumentNullException.ThrowIfNull(points);
        double k = points.Sum(p => p.K), n = points.Sum(p => p.N);
        if (n == 0)
            return [.. points.Select(_ => new ControlPoint(null, double.NaN, double.NaN, double.NaN, double.NaN, []))];
        var mean = k / n;
        double Binomial(double trials) => Math.Sqrt(mean * (1 - mean) / trials);
        var widen = 1.0;
        if (laney && mean is > 0 and < 1)
        {
            var z = points.Where(p => p.N > 0).Select(p => (p.K / p.N - mean) / Binomial(p.N)).ToArray();
            if (z.Length >= 2)
                widen = Math.Max(1, MeanMovingRange(z) / D2);
        }
        var bare = points.Select(p => p.N == 0
            ? new ControlPoint(null, mean, 0, 1, double.NaN, [])
            : Limits(p.K / p.N, mean, widen * Binomial(p.N), 0, 1)).ToArray();
        return WesternElectric.Mark(bare);
    }

    /// <summary>
    /// Individuals chart (XmR) for one number a period, such as a week's median wait: limits x̄ ± 2.66·mR̄ (σ = mR̄/1.128).
    /// Wheeler, Understanding Variation, 2nd ed.; Montgomery §6.4.
    /// </summary>
    /// <param name="values">Values in time order; null is a gap.</param>
    /// <param name="floor">The least possible value (0 for times and counts); the lower limit is cut there.</param>
    public static IReadOnlyList<ControlPoint> Individuals(IReadOnlyList<double?> values, double floor = double.NegativeInfinity)
    {
        ArgumentNullException.ThrowIfNull(values);
        var known = values.OfType<double>().ToArray();
        if (known.Length < 2)
            return [.. values.Select(v => new ControlPoint(v, known.Length == 1 ? known[0] : double.NaN, double.NaN, double.NaN, double.NaN, []))];
        var mean = known.Average();
        var sigma = MeanMovingRange(known) / D2;
        return WesternElectric.Mark([.. values.Select(v => Limits(v, mean, sigma, floor, double.PositiveInfinity))]);
    }

    /// <summary>Expected range of two normal values in sigmas (d₂ for subgroups of two), 2/√π.</summary>
    private const double D2 = 1.1283791670955126;

    private static double MeanMovingRange(double[] values) =>
        values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a)).Average();

    private static ControlPoint Limits(double? value, double mean, double sigma, double floor, double ceiling) =>
        new(value, mean, Math.Max(floor, mean - 3 * sigma), Math.Min(ceiling, mean + 3 * sigma), sigma, []);
}
