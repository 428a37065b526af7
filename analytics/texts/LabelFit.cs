namespace QualityInsight.Analytics.Texts;

/// <summary>Trains one two-class model a label on the same rows, the labels in parallel, each with a seed of its own.</summary>
internal static class LabelFit
{
    private const double NaiveBayesSmoothing = 0.1;

    public static LinearWeights[] Train(
        SparseRows rows, bool[][] positive, int features, TextTrainingOptions options, CancellationToken ct)
    {
        var trainer = TextTrainers.Named(options.Trainer);
        var fitted = new LinearWeights[positive.Length];
        // Two labels that exclude each other need one model; the other is its mirror.
        var mirrored = options.Mode == LabelMode.MultiClass && positive.Length == 2;
        Parallel.For(0, mirrored ? 1 : positive.Length, new ParallelOptions { CancellationToken = ct }, label =>
            fitted[label] = TrainOne(trainer, rows, positive[label], features, options, options.Seed + (ulong)label * 7919, ct));
        if (mirrored)
            fitted[1] = new LinearWeights([.. fitted[0].Weights.Select(w => -w)], -fitted[0].Bias);
        return fitted;
    }

    private static LinearWeights TrainOne(ITextTrainer trainer, SparseRows rows, bool[] positive, int features,
        TextTrainingOptions options, ulong seed, CancellationToken ct)
    {
        if (options.Weighting == FeatureWeighting.TfIdf)
            return trainer.Train(rows, positive, features, options.Cost, seed, ct);
        if (options.Weighting == FeatureWeighting.Blend)
        {
            var plain = trainer.Train(rows, positive, features, options.Cost, seed, ct);
            var bayes = TrainOne(trainer, rows, positive, features, options with { Weighting = FeatureWeighting.NaiveBayes }, seed, ct);
            return new LinearWeights([.. plain.Weights.Zip(bayes.Weights, (a, b) => (a + b) / 2)], (plain.Bias + bayes.Bias) / 2);
        }
        var ratios = LogCountRatios(rows, positive, features);
        var scaled = rows.Scaled(ratios);
        // The ratios change the length of the rows; brought back to 1 on average, one cost fits both weightings.
        double length = 0;
        for (var i = 0; i < scaled.Count; i++) length += Math.Sqrt(DualSvmTrainer.Square(scaled.Values(i)));
        var scale = (float)(scaled.Count / Math.Max(length, 1e-9));
        for (var f = 0; f < features; f++) ratios[f] *= scale;
        var fitted = trainer.Train(rows.Scaled(ratios), positive, features, options.Cost, seed, ct);
        for (var f = 0; f < features; f++) fitted.Weights[f] *= ratios[f];
        return fitted;
    }

    private static float[] LogCountRatios(SparseRows rows, bool[] positive, int features)
    {
        var (inside, outside) = (new double[features], new double[features]);
        for (var i = 0; i < rows.Count; i++)
        {
            var f = rows.Features(i);
            var v = rows.Values(i);
            var sums = positive[i] ? inside : outside;
            for (var k = 0; k < f.Length; k++) sums[f[k]] += v[k];
        }
        var (totalIn, totalOut) = (inside.Sum() + NaiveBayesSmoothing * features, outside.Sum() + NaiveBayesSmoothing * features);
        var ratios = new float[features];
        for (var f = 0; f < features; f++)
            ratios[f] = (float)Math.Log((inside[f] + NaiveBayesSmoothing) / totalIn / ((outside[f] + NaiveBayesSmoothing) / totalOut));
        return ratios;
    }
}
