namespace QualityInsight.Analytics;

/// <summary>
/// The rules that tell a signal from ordinary variation. Western Electric, Statistical Quality Control Handbook (1956) pp. 25–28:
/// 1: a point beyond 3σ; 2: two of three beyond 2σ on one side; 3: four of five beyond 1σ on one side;
/// 4: eight in a row on one side of the centre.
/// </summary>
public static class WesternElectric
{
    /// <summary>Sets <see cref="ControlPoint.Signals"/> of each point from the points up to it. Gaps are stepped over.</summary>
    public static IReadOnlyList<ControlPoint> Mark(IReadOnlyList<ControlPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var marked = new ControlPoint[points.Count];
        var z = new List<double>();
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Value is { } value)
                z.Add(Score(value - points[i].Centre, points[i].Sigma));
            marked[i] = points[i].Value is null ? points[i] : points[i] with { Signals = Rules(z) };
        }
        return marked;
    }

    /// <summary>What a rule says, in one line.</summary>
    /// <param name="rule">1 to 4.</param>
    /// <param name="chinese">True for Chinese, false for English.</param>
    public static string Explain(int rule, bool chinese) => (rule, chinese) switch
    {
        (1, true) => "超出三倍标准差控制限",
        (2, true) => "连续三点中有两点在同侧超出两倍标准差",
        (3, true) => "连续五点中有四点在同侧超出一倍标准差",
        (4, true) => "连续八点在中心线同侧",
        (1, false) => "beyond the three-sigma limit",
        (2, false) => "two of three points beyond two sigma on one side",
        (3, false) => "four of five points beyond one sigma on one side",
        (4, false) => "eight points in a row on one side of the centre",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "The rules are 1 to 4."),
    };

    private static int[] Rules(List<double> z)
    {
        var rules = new List<int>();
        foreach (var side in new[] { 1.0, -1.0 })
        {
            var last = z[^1] * side;
            if (last > 3) rules.Add(1);
            if (last > 2 && Beyond(z, side, 3, 2) >= 2) rules.Add(2);
            if (last > 1 && Beyond(z, side, 5, 1) >= 4) rules.Add(3);
            if (last > 0 && Beyond(z, side, 8, 0) == 8) rules.Add(4);
        }
        return [.. rules];
    }

    private static int Beyond(List<double> z, double side, int window, double sigma) =>
        z.TakeLast(window).Count(v => v * side > sigma);

    private static double Score(double distance, double sigma) =>
        Math.Abs(distance) < 1e-12 ? 0 : distance / sigma;
}
