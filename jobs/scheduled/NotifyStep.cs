using System.Globalization;
using QualityInsight.Feedback;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Tells people what concerns them, each thing once: notices, daily summaries, links for citizens.</summary>
public sealed class NotifyStep(FeedbackRoom operations) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Notify;

    /// <inheritdoc />
    public bool NeedsWarehouse => false;

    /// <inheritdoc />
    public async Task<string> Run(CancellationToken cancellation)
    {
        var told = await operations.Notifier.RunAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{told.Events} events, {told.Notices} notices, {told.Messages} messages");
    }
}
