using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Trains the model of what went wrong with the service anew; it goes live only where it is not worse.</summary>
public sealed class RetrainStep(Workshop workshop, FeedbackRoom operations, Schedules schedules) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Retrain;

    /// <inheritdoc />
    public Task<string> Run(CancellationToken cancellation) => Run(new StepReport(workshop.Time), cancellation);

    /// <inheritdoc />
    public async Task<string> Run(StepReport report, CancellationToken cancellation)
    {
        report.At(null, "collecting labelled texts");
        var set = await RetrainingSet.Read(workshop, operations, cancellation);
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{set.Training.Count} texts to train on, {set.HeldOut.Count} held out, {set.Decisions} decisions of people");
        report.Say(line);
        if (set.WhyNot is { } why)
            return why;
        var outcome = Retraining.Run(workshop.Deployment, set, workshop.Time, schedules.Keep.Models, (share, what) => report.At(share, what), cancellation);
        foreach (var figure in outcome.Lines)
            report.Say(figure);
        return outcome.Summary;
    }
}
