using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Sends the mails and text messages of the outbox that are due.</summary>
public sealed class DeliverStep(Workshop workshop, FeedbackRoom operations) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Deliver;

    /// <inheritdoc />
    public bool NeedsWarehouse => false;

    /// <inheritdoc />
    public async Task<string> Run(CancellationToken cancellation)
    {
        var sent = await operations.Dispatcher.RunAsync(MessageChannels.Of(workshop.Deployment), cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{sent.Sent} sent, {sent.Waiting} to be tried again, {sent.Dead} given up, {sent.Withdrawn} withdrawn");
    }
}
