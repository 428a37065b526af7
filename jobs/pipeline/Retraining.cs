using System.Globalization;
using QualityInsight.Analytics.Texts;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>What retraining did.</summary>
/// <param name="IsLive">The new model is in use.</param>
/// <param name="Summary">In one line.</param>
/// <param name="Lines">Figures of both models on the same held-out texts.</param>
public sealed record RetrainingOutcome(bool IsLive, string Summary, IReadOnlyList<string> Lines);

/// <summary>Trains a new problem model and puts it in the place of the old one only where it is not worse on the held-out texts.</summary>
public static class Retraining
{
    /// <summary>Whether a new model may replace one; without one it may. Pure.</summary>
    public static bool MayReplace(TextEvaluationResult? current, TextEvaluationResult fresh) => current is null || fresh.MacroF1 >= current.MacroF1;

    /// <summary>Trains, judges both, and switches in one rename; the replaced model stays beside it under its time.</summary>
    public static RetrainingOutcome Run(Deployment deployment, RetrainingSet set, TimeProvider time, int keep, Action<double?, string> tell, CancellationToken cancellation)
    {
        var progress = new Forward(p => tell(p.Total == 0 ? null : (double)p.Done / p.Total, p.Stage));
        var (model, _) = TextTraining.Train(set.Training, TextTrainingOptions.ShortTexts with { Mode = LabelMode.MultiLabel },
            "problems", "retrain", time, progress, cancellation);
        tell(null, "judging both models on the texts held out");
        var fresh = TextEvaluation.Evaluate(model, set.HeldOut, ct: cancellation);
        var current = File.Exists(deployment.ProblemModel)
            ? TextEvaluation.Evaluate(TextModel.Load(deployment.ProblemModel), set.HeldOut, ct: cancellation)
            : null;
        var lines = new[] { Line("now", current), Line("new", fresh) };
        if (!MayReplace(current, fresh))
            return new(false, string.Create(CultureInfo.InvariantCulture, $"the new model is worse (macro-F1 {fresh.MacroF1:F4} against {current!.MacroF1:F4}); the old one stays"), lines);
        Directory.CreateDirectory(deployment.Models);
        var aside = deployment.ProblemModel + ".making";
        model.Save(aside);
        if (current is not null)
            File.Copy(deployment.ProblemModel, $"{deployment.ProblemModel}.{time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}", overwrite: true);
        File.Move(aside, deployment.ProblemModel, overwrite: true);
        foreach (var old in Directory.EnumerateFiles(deployment.Models, Path.GetFileName(deployment.ProblemModel) + ".2*").OrderDescending(StringComparer.Ordinal).Skip(keep))
            File.Delete(old);
        return new(true, string.Create(CultureInfo.InvariantCulture, $"the new model is live: macro-F1 {fresh.MacroF1:F4}, before {(current is null ? "none" : current.MacroF1.ToString("F4", CultureInfo.InvariantCulture))}"), lines);
    }

    private static string Line(string which, TextEvaluationResult? r) => r is null ? $"{which}: none"
        : string.Create(CultureInfo.InvariantCulture, $"{which}: {r.Model}, {r.Texts} texts held out, accuracy {r.Accuracy:F4}, macro-F1 {r.MacroF1:F4}");

    private sealed class Forward(Action<TextProgress> told) : IProgress<TextProgress>
    {
        public void Report(TextProgress value) => told(value);
    }
}
