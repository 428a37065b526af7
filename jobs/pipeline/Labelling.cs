using QualityInsight.Analytics.Texts;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>What labelling did.</summary>
/// <param name="Problems">Labels of what went wrong.</param>
/// <param name="Conflicts">Texts that contradict their stars; null without a polarity model.</param>
public sealed record LabellingOutcome(LabellingResult Problems, PolarityConflictResult? Conflicts);

/// <summary>Says what went wrong with the service, with the models of the deployment.</summary>
public sealed class Labelling(Deployment deployment, DataWarehouse warehouse, TimeProvider time)
{
    /// <summary>Labels what is new; null where the deployment has no model yet.</summary>
    public LabellingOutcome? Run(CancellationToken cancellation)
    {
        if (!File.Exists(deployment.ProblemModel))
            return null;
        var polarity = File.Exists(deployment.PolarityModel) ? new PolarityModel(TextModel.Load(deployment.PolarityModel)) : null;
        using var session = warehouse.OpenSession();
        var problems = ProblemLabeller.Run(session, TextModel.Load(deployment.ProblemModel), polarity, time, ct: cancellation);
        return new(problems, polarity is null ? null : PolarityConflicts.Run(session, polarity, time, cancellation));
    }

    /// <summary>Trains both models from labelled texts (columns text, labels, polarity, templates) and judges the first on texts held out.</summary>
    public TextEvaluationResult Train(string trainFile, string testFile, CancellationToken cancellation)
    {
        Directory.CreateDirectory(deployment.Models);
        // Texts of one template stay in one fold; else the figures would be those of learning templates by heart.
        var options = TextTrainingOptions.ShortTexts with { GroupColumn = "templates" };
        var (problems, _) = TextTraining.Train(trainFile, "text", "labels", options, LabelMode.MultiLabel, "problems", time, ct: cancellation);
        problems.Save(deployment.ProblemModel);
        var (polarity, _) = TextTraining.Train(trainFile, "text", "polarity", options, LabelMode.MultiClass, "polarity", time, ct: cancellation);
        polarity.Save(deployment.PolarityModel);
        return TextEvaluation.Evaluate(problems, testFile, "text", "labels", ct: cancellation);
    }
}
