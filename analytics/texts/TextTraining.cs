using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace QualityInsight.Analytics.Texts;

/// <summary>How far a long piece of work on texts has come: what is done at present, steps done, steps in all.</summary>
public sealed record TextProgress(string Stage, int Done, int Total);

/// <summary>What training gave; serialises to the output of <c>qi texts train --json</c>.</summary>
public sealed record TextTrainingResult
{
    /// <summary>Id of the model.</summary>
    public required string Model { get; init; }
    /// <summary>Texts trained on.</summary>
    public required int Texts { get; init; }
    /// <summary>Rows of the file left out because they have no text, or no label where one is needed.</summary>
    public required int LeftOut { get; init; }
    /// <summary>Labels left out because they have too few texts.</summary>
    public required IReadOnlyList<string> LabelsLeftOut { get; init; }
    /// <summary>Share right on the held-out folds.</summary>
    public required double Accuracy { get; init; }
    /// <summary>Mean F1 of the labels on the held-out folds.</summary>
    public required double MacroF1 { get; init; }
    /// <summary>All figures on the held-out folds.</summary>
    public required TextFigures CrossValidated { get; init; }
    /// <summary>Features of the model.</summary>
    public required int Features { get; init; }
    /// <summary>Seconds the whole took.</summary>
    public required double Seconds { get; init; }
}

/// <summary>
/// Trains a model: cross-validation gives its figures, calibration and thresholds from texts held out; the weights
/// then come from all texts.
/// </summary>
public static class TextTraining
{
    /// <summary>
    /// Trains on a CSV file. Whether a text may have many labels is seen from the file where <paramref name="mode"/>
    /// is null: a cell with <c>|</c> says so.
    /// </summary>
    public static (TextModel Model, TextTrainingResult Result) Train(string path, string textColumn, string labelColumn,
        TextTrainingOptions options, LabelMode? mode, string name, TimeProvider time, IProgress<TextProgress>? progress = null, CancellationToken ct = default)
    {
        progress?.Report(new TextProgress($"reading {Path.GetFileName(path)}", 0, options.Folds + 2));
        var csv = LabelledCsv.Read(path, textColumn, labelColumn, options.GroupColumn, ct);
        var resolved = mode ?? (csv.HasSeveralLabels ? LabelMode.MultiLabel : LabelMode.MultiClass);
        if (resolved == LabelMode.MultiClass && csv.HasSeveralLabels)
            throw new TextDataException($"'{path}' has cells with several labels (separated by '|') in column '{labelColumn}', but one label a text was asked for.");
        var (model, result) = Train(csv.Texts, options with { Mode = resolved }, name, csv.FileName, time, progress, ct);
        return (model, result with { LeftOut = result.LeftOut + csv.WithoutText });
    }

    /// <summary>Trains on texts at hand; <paramref name="dataFile"/> names where they came from.</summary>
    public static (TextModel Model, TextTrainingResult Result) Train(IReadOnlyList<LabelledText> texts, TextTrainingOptions options,
        string name, string dataFile, TimeProvider time, IProgress<TextProgress>? progress = null, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        var problem = TrainingProblem.Of(texts, options, dataFile);
        var stages = options.Folds + 2;
        progress?.Report(new TextProgress("counting n-grams", 0, stages));
        var vocabulary = Vocabulary.Build(problem.Texts, options.Features, ct);
        if (vocabulary.Keys.Length == 0)
            throw new TextDataException($"No n-gram of '{dataFile}' occurs in {options.Features.MinTexts} texts: the texts are too few or too different to learn from.");
        var counts = FeatureCounts.Of(problem.Texts, vocabulary, options.Features, ct);
        var margins = HeldOutMargins(counts, problem, options, progress, stages, ct);
        var (scaling, thresholds, figures) = Calibrate(margins, problem, options);

        progress?.Report(new TextProgress("training on all texts", stages - 1, stages));
        var all = Enumerable.Range(0, problem.Texts.Count).ToArray();
        var weighing = TfIdf.Fit(counts, all, options.Features);
        var fitted = LabelFit.Train(weighing.Rows(counts, all), problem.Positive, vocabulary.Keys.Length, options, ct);
        var header = new TextModelHeader
        {
            Name = name,
            Mode = options.Mode,
            Labels = problem.Labels,
            Options = options,
            DataFile = dataFile,
            DataHash = HashOf(texts),
            Texts = problem.Texts.Count,
            CreatedAt = time.GetUtcNow(),
            CrossValidated = figures,
            Scaling = scaling,
            Thresholds = thresholds,
            Features = vocabulary.Keys.Length,
            TopFeatures = problem.Labels.Select((label, l) => (label, Top(vocabulary, fitted[l], options.TopFeatures)))
                .ToDictionary(t => t.label, t => t.Item2),
        };
        var model = new TextModel(header, vocabulary, weighing.Idf, Interleave(fitted, vocabulary.Keys.Length), [.. fitted.Select(f => f.Bias)]);
        progress?.Report(new TextProgress("done", stages, stages));
        return (model, new TextTrainingResult
        {
            Model = model.Header.Id,
            Texts = problem.Texts.Count,
            LeftOut = problem.LeftOut,
            LabelsLeftOut = problem.LabelsLeftOut,
            Accuracy = figures.Accuracy,
            MacroF1 = figures.MacroF1,
            CrossValidated = figures,
            Features = vocabulary.Keys.Length,
            Seconds = clock.Elapsed.TotalSeconds,
        });
    }

    private static float[][] HeldOutMargins(FeatureCounts counts, TrainingProblem problem, TextTrainingOptions options,
        IProgress<TextProgress>? progress, int stages, CancellationToken ct)
    {
        var fold = FoldPlan.Of(problem.Source, options.Folds, options.Seed);
        var margins = new float[problem.Texts.Count][];
        for (var f = 0; f < options.Folds; f++)
        {
            progress?.Report(new TextProgress($"fold {f + 1} of {options.Folds}", f + 1, stages));
            var train = fold.Train(f);
            var held = fold.Held(f);
            var weighing = TfIdf.Fit(counts, train, options.Features);
            var positive = problem.Positive.Select(p => train.Select(i => p[i]).ToArray()).ToArray();
            var fitted = LabelFit.Train(weighing.Rows(counts, train), positive, counts.Vocabulary.Keys.Length, options, ct);
            var rows = weighing.Rows(counts, held);
            for (var i = 0; i < held.Length; i++)
                margins[held[i]] = [.. fitted.Select(w => rows.Dot(i, w.Weights) + w.Bias)];
        }
        return margins;
    }

    private static (PlattScaling[], double[], TextFigures) Calibrate(float[][] margins, TrainingProblem problem, TextTrainingOptions options)
    {
        var scaling = problem.Positive
            .Select((known, l) => PlattScaling.Fit([.. margins.Select(m => m[l])], known)).ToArray();
        var probabilities = margins.Select(_ => new double[problem.Labels.Count]).ToArray();
        var given = new bool[problem.Labels.Count];
        var unbounded = new LabelDecider(options.Mode, scaling, new double[problem.Labels.Count]);
        for (var i = 0; i < margins.Length; i++) unbounded.Decide(margins[i], probabilities[i], given);
        var thresholds = LabelDecider.FitThresholds(options.Mode, probabilities, problem.Positive, options.TargetPrecision);
        var decider = new LabelDecider(options.Mode, scaling, thresholds);
        var counter = new FigureCounter(problem.Labels, options.Mode);
        for (var i = 0; i < margins.Length; i++)
        {
            var abstained = decider.Decide(margins[i], probabilities[i], given);
            counter.Add([.. problem.Positive.Select(p => p[i])], given, abstained);
        }
        return (scaling, thresholds, counter.Figures());
    }

    private static IReadOnlyList<FeatureWeight> Top(Vocabulary vocabulary, LinearWeights fitted, int count) =>
        [.. Enumerable.Range(0, fitted.Weights.Length)
            .OrderByDescending(f => fitted.Weights[f]).Take(count)
            .Select(f => new FeatureWeight(NgramReader.Text(vocabulary.Keys[f]), Math.Round(fitted.Weights[f], 4)))];

    private static float[] Interleave(LinearWeights[] fitted, int features)
    {
        var weights = new float[features * fitted.Length];
        for (var l = 0; l < fitted.Length; l++)
            for (var f = 0; f < features; f++)
                weights[f * fitted.Length + l] = fitted[l].Weights[f];
        return weights;
    }

    private static string HashOf(IReadOnlyList<LabelledText> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
            hash.AppendData(Encoding.UTF8.GetBytes($"{text.Text}\u0001{string.Join('|', text.Labels)}\u0002"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
