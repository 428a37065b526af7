namespace QualityInsight.Analytics.Texts;

/// <summary>From margins to probabilities, labels, and the decision to leave a text to a person.</summary>
internal sealed class LabelDecider(LabelMode mode, IReadOnlyList<PlattScaling> scaling, IReadOnlyList<double> thresholds)
{
    /// <summary>
    /// Fills the probabilities and the labels given, by index. With one label a text: the most probable one, left to a
    /// person (true is returned) where it is below its threshold. With many: every one at or above its threshold,
    /// left to a person where there is none but one comes half way to it.
    /// </summary>
    public bool Decide(ReadOnlySpan<float> margins, Span<double> probabilities, Span<bool> given)
    {
        given.Clear();
        for (var l = 0; l < margins.Length; l++) probabilities[l] = scaling[l].Probability(margins[l]);
        if (mode == LabelMode.MultiLabel)
        {
            bool any = false, near = false;
            for (var l = 0; l < margins.Length; l++)
            {
                given[l] = probabilities[l] >= thresholds[l];
                any |= given[l];
                near |= probabilities[l] >= thresholds[l] / 2;
            }
            return !any && near;
        }
        double sum = 0;
        foreach (var p in probabilities) sum += p;
        var best = 0;
        for (var l = 0; l < margins.Length; l++)
        {
            probabilities[l] = sum > 0 ? probabilities[l] / sum : 1.0 / margins.Length;
            if (probabilities[l] > probabilities[best]) best = l;
        }
        given[best] = true;
        return probabilities[best] < thresholds[best];
    }

    /// <summary>
    /// The threshold of each label from texts the model had not seen: with one label a text, the lowest probability
    /// from which on the wanted share of such labels was right; with many, that of the best F1 among those that keep
    /// this share. A label that never keeps it gets a threshold above 1: it is always left to a person.
    /// </summary>
    public static double[] FitThresholds(LabelMode mode, double[][] probabilities, bool[][] known, double precision)
    {
        var thresholds = new double[known.Length];
        for (var label = 0; label < known.Length; label++)
        {
            var candidates = Enumerable.Range(0, probabilities.Length)
                .Where(row => mode == LabelMode.MultiLabel || probabilities[row].Max() == probabilities[row][label])
                .OrderByDescending(row => probabilities[row][label]).ToList();
            thresholds[label] = Threshold(mode, candidates, probabilities, known[label], label, precision);
        }
        return thresholds;
    }

    private static double Threshold(LabelMode mode, List<int> candidates, double[][] probabilities, bool[] known, int label, double precision)
    {
        var (best, bestScore, right, all) = (1.01, 0.0, 0, known.Count(k => k));
        for (var n = 1; n <= candidates.Count; n++)
        {
            var row = candidates[n - 1];
            if (known[row]) right++;
            var here = probabilities[row][label];
            if (n < candidates.Count && probabilities[candidates[n]][label] == here) continue;
            if ((double)right / n < precision) continue;
            var score = mode == LabelMode.MultiClass ? n : 2.0 * right / (n + all);
            if (score > bestScore) (best, bestScore) = (here, score);
        }
        return best;
    }
}
