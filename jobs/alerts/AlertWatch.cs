using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;
using QualityInsight.Jobs.Scheduled;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Alerts;

/// <summary>What one alert saw and what was written of it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Seen">What its query gave.</param>
/// <param name="Steps">What followed.</param>
/// <param name="Skipped">Why it was not looked at; null where it was. What is not looked at does not recover.</param>
public sealed record AlertOutcome(AlertDefinition Alert, IReadOnlyList<AlertSighting> Seen, IReadOnlyList<AlertStep> Steps, string? Skipped);

/// <summary>Looks at every alert once. Opens no warehouse: the serving file and the operations store are enough.</summary>
/// <param name="deployment">The data folder.</param>
/// <param name="operations">The operations store.</param>
/// <param name="schedules">What should run when.</param>
/// <param name="time">The clock.</param>
public sealed class AlertWatch(Deployment deployment, FeedbackRoom operations, Schedules schedules, TimeProvider time)
{
    private const int MostSubjects = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Looks, writes what follows, tells whom it concerns.</summary>
    /// <param name="alerts">Which.</param>
    /// <param name="paused">Steps that are paused.</param>
    /// <param name="report">Told the name of each.</param>
    /// <param name="cancellation">Stops between alerts.</param>
    public async Task<IReadOnlyList<AlertOutcome>> Run(
        IReadOnlyList<AlertDefinition> alerts, IReadOnlySet<string> paused, StepReport? report, CancellationToken cancellation)
    {
        using var serving = ServingFile.CurrentFile(deployment.Root) is null ? null : ServingMetrics.Open(deployment);
        var mirrored = serving is null ? 0 : Mirrored(serving);
        var facts = await PipelineFacts.Read(deployment, operations, schedules, paused, mirrored, time.GetUtcNow().UtcDateTime, cancellation);
        var outcomes = new List<AlertOutcome>();
        for (var i = 0; i < alerts.Count; i++)
        {
            report?.At((double)i / alerts.Count, alerts[i].Id);
            var (seen, skipped) = Look(alerts[i], facts, serving, cancellation);
            var steps = skipped is null ? await operations.Alerts.SeeAsync(alerts[i].Terms, seen, cancellation) : [];
            outcomes.Add(new(alerts[i], seen, steps, skipped));
            foreach (var step in steps)
                report?.Say($"{alerts[i].Id} {step.Kind} {step.Subject}: {step.En}");
            if (skipped is not null)
                report?.Say($"{alerts[i].Id}: {skipped}");
        }
        return outcomes;
    }

    private (IReadOnlyList<AlertSighting> Seen, string? Skipped) Look(AlertDefinition alert, PipelineFacts facts, ServingMetrics? serving, CancellationToken cancellation)
    {
        if (alert.Over != AlertGround.Pipeline && serving is null)
            return ([], "nothing has been published yet");
        try
        {
            using var scratch = alert.Over == AlertGround.Pipeline ? new Scratch() : null;
            using var session = scratch?.OpenSession() ?? serving!.Reader.OpenSession();
            session.TimeLimit = Longest;
            facts.Write(session);
            if (alert.Over == AlertGround.Figures)
                FigureFacts.Write(session, serving!.Engine, alert.Figures,
                    DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Workshop.Zone).DateTime), cancellation);
            var arguments = new SqlArguments();
            foreach (var (name, value) in alert.Values)
                arguments[name] = value;
            var seen = session.Query(alert.Sql, row => Sighting(alert, row), arguments, cancellation);
            return (seen.DistinctBy(s => s.Subject).Take(MostSubjects).ToList(), null);
        }
        catch (Exception e) when (e is DuckDB.NET.Data.DuckDBException or WarehouseException or Analytics.MetricQueryException or InvalidOperationException)
        {
            return ([], $"its query failed: {e.Message}");
        }
    }

    private static AlertSighting Sighting(AlertDefinition alert, Row row)
    {
        var (zh, en) = (alert.SeenZh, alert.SeenEn);
        for (var i = 0; i < row.Count; i++)
        {
            var value = Convert.ToString(row.Value(i), CultureInfo.InvariantCulture) ?? "—";
            (zh, en) = (zh.Replace($"{{{row.Name(i)}}}", value, StringComparison.Ordinal), en.Replace($"{{{row.Name(i)}}}", value, StringComparison.Ordinal));
        }
        return new(row.Text("subject"), zh.Trim(), en.Trim());
    }

    private static long Mirrored(ServingMetrics serving)
    {
        using var session = serving.Reader.OpenSession();
        return session.QuerySingle(Sql.Load(typeof(AlertWatch), "alerts/mirrored.sql"), r => r.Long("position"));
    }
}
