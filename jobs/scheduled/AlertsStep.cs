using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Alerts;
using QualityInsight.Jobs.Host;
using Quartz;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Looks at every alert; what is new is told through the outbox.</summary>
public sealed class AlertsStep(Workshop workshop, FeedbackRoom operations, Schedules schedules, [FromKeyedServices(Scheduling.Name)] ISchedulerFactory scheduler) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Alerts;

    /// <inheritdoc />
    public bool NeedsWarehouse => false;

    /// <inheritdoc />
    public Task<string> Run(CancellationToken cancellation) => Run(new StepReport(workshop.Time), cancellation);

    /// <inheritdoc />
    public async Task<string> Run(StepReport report, CancellationToken cancellation)
    {
        var triggers = (await (await scheduler.GetScheduler(cancellation)).QueryTriggers(new TriggerQuery(), cancellation)).Items;
        var paused = triggers.Where(t => t.State == TriggerState.Paused).Select(t => t.Key.Name).ToHashSet(StringComparer.Ordinal);
        var outcomes = await new AlertWatch(workshop.Deployment, operations, schedules, workshop.Time)
            .Run(AlertDefinition.LoadAll(), paused, report, cancellation);
        return string.Create(CultureInfo.InvariantCulture,
            $"{outcomes.Count} alerts: {outcomes.Sum(o => o.Seen.Count)} sightings, {outcomes.Sum(o => o.Steps.Count)} events, {outcomes.Count(o => o.Skipped is not null)} not looked at");
    }
}
