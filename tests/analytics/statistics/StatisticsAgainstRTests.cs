using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Testing;

namespace QualityInsight.Analytics.Tests;

/// <summary>Every figure against R (expected.R made expected.csv; the command is in its head).</summary>
public class StatisticsAgainstRTests
{
    private static readonly (double, double)[] Spread = [(3, 30), (0, 12), (12, 60), (7, 100), (1, 45), (40, 90), (2, 5), (9, 300)];
    private static readonly (double, double)[] Rare =
        [(0, 900), (1, 1500), (0, 300), (3, 4000), (2, 700), (14, 2500), (0, 60), (1, 1200), (5, 1000), (0, 35)];
    private static readonly (double, double)[] Weeks = [(4, 400), (7, 380), (3, 410), (12, 395), (0, 0), (6, 405)];
    private static readonly double?[] Waits = [6.1, 5.8, 6.4, 7.0, 5.9, 6.2, 12.5, 6.0];

    private static readonly IReadOnlyList<ControlPoint> Marked = WesternElectric.Mark([.. new[]
    {
        0.3, -0.4, 2.3, 0.2, 2.6, 1.1, 1.4, 0.9, 1.2, 0.4, 0.1, 0.6, 0.2, 3.4, -1.2, -1.5, 0.3, -1.1, -2.2, -2.4, -0.1, -0.3, -0.2,
    }.Select(z => new ControlPoint(z, 0, -3, 3, 1, []))]);

    private static IEnumerable<(string What, double[] Args, double Value)> Expected() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "analytics", "statistics", "expected.csv")).Skip(1)
            .Select(l => l.Split(','))
            .Select(c => (c[0], c[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray(), Number(c[2])));

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double Ours(string what, double[] a)
    {
        switch (what)
        {
            case "wilson_low": return Proportion.Wilson(a[0], a[1]).Low;
            case "wilson_high": return Proportion.Wilson(a[0], a[1]).High;
            case "jeffreys_low": return Proportion.Jeffreys(a[0], a[1]).Low;
            case "jeffreys_high": return Proportion.Jeffreys(a[0], a[1]).High;
            case "two_proportions": return ChangeTest.TwoProportions((long)a[0], (long)a[1], (long)a[2], (long)a[3]);
            case "counts": return ChangeTest.Counts((long)a[0], (long)a[1], a[2], a[3]);
            case "p_centre": return ControlChart.P(Weeks)[0].Centre;
            case "p_high": return ControlChart.P(Weeks)[0].High;
            case "p_laney_high": return ControlChart.P(Weeks, laney: true)[0].High;
            case "p_low_at": return ControlChart.P(Weeks)[(int)a[0]].Low;
            case "p_high_at": return ControlChart.P(Weeks)[(int)a[0]].High;
            case "western": return Marked[(int)a[0]].Signals.Sum(rule => 1 << (rule - 1));
            case "x_centre": return ControlChart.Individuals(Waits)[0].Centre;
            case "x_high": return ControlChart.Individuals(Waits)[0].High;
            case "x_low": return ControlChart.Individuals(Waits)[0].Low;
        }
        var prior = BetaBinomial.Fit(what.StartsWith("eb_spread") ? Spread : Rare)!;
        return what[(what.LastIndexOf('_') + 1)..] switch
        {
            "mean" => prior.Mean,
            "strength" => prior.Strength,
            "estimate" => prior.Estimate(a[0], a[1]),
            "low" => prior.Credible(a[0], a[1]).Low,
            "high" => prior.Credible(a[0], a[1]).High,
            _ => throw new ArgumentException(what),
        };
    }

    [Fact]
    public void Every_value_is_that_of_R()
    {
        var off = new List<string>();
        var n = 0;
        foreach (var (what, args, value) in Expected())
        {
            n++;
            // The fitted prior is the end of a search on both sides: its parameters agree less closely than closed forms.
            var tolerance = what.EndsWith("strength") ? 2e-3 : what.StartsWith("eb_") ? 2e-4 : 1e-8;
            var ours = Ours(what, args);
            if (Math.Abs(ours - value) > tolerance * Math.Max(1e-9, Math.Abs(value)))
                off.Add($"{what}({string.Join(" ", args)}): {ours} here, {value} in R");
        }
        Assert.Empty(off);
        Assert.True(n > 140, $"only {n} values were compared");
    }
}
