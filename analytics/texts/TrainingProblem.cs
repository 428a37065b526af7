namespace QualityInsight.Analytics.Texts;

/// <summary>What training works on: the usable texts and, for each label, which of them have it.</summary>
internal sealed record TrainingProblem(
    IReadOnlyList<LabelledText> Source, IReadOnlyList<string> Texts, IReadOnlyList<string> Labels, bool[][] Positive,
    int LeftOut, IReadOnlyList<string> LabelsLeftOut)
{
    /// <summary>Leaves out labels with too few texts and texts without label where one is needed; refuses what cannot be learnt.</summary>
    public static TrainingProblem Of(IReadOnlyList<LabelledText> texts, TextTrainingOptions options, string dataFile)
    {
        if (options.Features.NgramMin < 1 || options.Features.NgramMax > 3 || options.Features.NgramMin > options.Features.NgramMax)
            throw new TextDataException($"N-grams of {options.Features.NgramMin} to {options.Features.NgramMax} characters were asked for; 1 to 3 are possible.");
        if (options.Folds is < 2 or > 64) throw new TextDataException($"{options.Folds} folds were asked for; 2 to 64 are possible.");
        var counts = texts.SelectMany(t => t.Labels).GroupBy(l => l, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count());
        var labels = counts.Where(c => c.Value >= options.MinTextsPerLabel).Select(c => c.Key).ToList();
        var leftOut = counts.Keys.Except(labels).ToList();
        var fewest = options.Mode == LabelMode.MultiClass ? 2 : 1;
        if (labels.Count < fewest)
            throw new TextDataException(
                $"'{dataFile}' has {labels.Count} label(s) with at least {options.MinTextsPerLabel} texts; at least {fewest} are needed. " +
                $"Labels found: {(counts.Count == 0 ? "none" : string.Join(", ", counts.Take(20).Select(c => $"{c.Key} ({c.Value})")))}.");
        var usable = texts.Where(t => options.Mode == LabelMode.MultiLabel || labels.Contains(t.Labels.FirstOrDefault() ?? "")).ToList();
        var positive = labels.Select(l => usable.Select(t => t.Labels.Contains(l)).ToArray()).ToArray();
        if (labels.Where((_, l) => positive[l].All(p => p)).FirstOrDefault() is { } everywhere)
            throw new TextDataException($"Every text of '{dataFile}' has the label '{everywhere}': texts without it are needed to learn the difference.");
        return new TrainingProblem(usable, [.. usable.Select(t => t.Text)], labels, positive, texts.Count - usable.Count, leftOut);
    }
}
