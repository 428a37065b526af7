using System.Diagnostics;

namespace QualityInsight.Analytics.Texts;

/// <summary>What evaluating gave; serialises to the output of <c>qi texts eval --json</c>.</summary>
public sealed record TextEvaluationResult
{
    /// <summary>Id of the model.</summary>
    public required string Model { get; init; }
    /// <summary>Texts judged.</summary>
    public required int Texts { get; init; }
    /// <summary>Share of texts labelled exactly right.</summary>
    public required double Accuracy { get; init; }
    /// <summary>Mean of the labels' F1.</summary>
    public required double MacroF1 { get; init; }
    /// <summary>Seconds of prediction on one thread, reading the file not counted.</summary>
    public required double Seconds { get; init; }
    /// <summary>Texts a second.</summary>
    public required double TextsPerSecond { get; init; }
    /// <summary>Labels of the file that the model does not know, with their texts; these texts count as wrong.</summary>
    public required IReadOnlyDictionary<string, int> UnknownLabels { get; init; }
    /// <summary>All figures.</summary>
    public required TextFigures Figures { get; init; }
}

/// <summary>Judges a model on labelled texts it was not trained on.</summary>
public static class TextEvaluation
{
    /// <summary>Judges on a CSV file; refuses one without any label the model knows.</summary>
    public static TextEvaluationResult Evaluate(TextModel model, string path, string textColumn, string labelColumn,
        IProgress<TextProgress>? progress = null, CancellationToken ct = default)
    {
        var csv = LabelledCsv.Read(path, textColumn, labelColumn, ct: ct);
        if (!csv.Texts.SelectMany(t => t.Labels).Any(model.Labels.Contains))
            throw new TextDataException(
                $"No label in column '{labelColumn}' of '{path}' is one of the model's: {string.Join(", ", model.Labels)}.");
        // Where every text has one label, a text without any cannot be judged.
        var judged = model.Header.Mode == LabelMode.MultiClass ? [.. csv.Texts.Where(t => t.Labels.Count > 0)] : csv.Texts;
        return Evaluate(model, judged, progress, ct);
    }

    /// <summary>Judges on texts at hand.</summary>
    public static TextEvaluationResult Evaluate(TextModel model, IReadOnlyList<LabelledText> texts,
        IProgress<TextProgress>? progress = null, CancellationToken ct = default)
    {
        var unknown = texts.SelectMany(t => t.Labels).Where(l => !model.Labels.Contains(l))
            .GroupBy(l => l, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count());
        // A label the model cannot give is missed on every text that has it, and says so in the figures.
        List<string> labels = [.. model.Labels, .. unknown.Keys.Order(StringComparer.Ordinal)];
        var counter = new FigureCounter(labels, model.Header.Mode);
        var probabilities = new double[model.Labels.Count];
        var given = new bool[labels.Count];
        var known = new bool[labels.Count];
        var ticks = 0L;
        for (var i = 0; i < texts.Count; i++)
        {
            if (i % 1000 == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(new TextProgress("predicting", i, texts.Count));
            }
            var start = Stopwatch.GetTimestamp();
            var abstained = model.Decide(texts[i].Text, probabilities, given.AsSpan(0, model.Labels.Count));
            ticks += Stopwatch.GetTimestamp() - start;
            for (var l = 0; l < labels.Count; l++) known[l] = texts[i].Labels.Contains(labels[l]);
            counter.Add(known, given, abstained);
        }
        var figures = counter.Figures();
        var seconds = Stopwatch.GetElapsedTime(0, ticks).TotalSeconds;
        return new TextEvaluationResult
        {
            Model = model.Header.Id,
            Texts = texts.Count,
            Accuracy = figures.Accuracy,
            MacroF1 = figures.MacroF1,
            Seconds = seconds,
            TextsPerSecond = seconds > 0 ? texts.Count / seconds : 0,
            UnknownLabels = unknown,
            Figures = figures,
        };
    }
}
