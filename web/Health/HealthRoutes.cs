using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Jobs;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Health;

/// <summary>
/// <c>/health</c> and <c>/health/ready</c> (200 or 503), <c>/health/live</c>, <c>/metrics</c>. Anyone may ask whether the
/// server is well; details and metrics are for administrators and for callers on the machine itself.
/// </summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("ok")).WithMetadata(new AnyoneMayCallAttribute());
        routes.MapGet("/health", Ready).WithMetadata(new AnyoneMayCallAttribute());
        routes.MapGet("/health/ready", Ready).WithMetadata(new AnyoneMayCallAttribute());
        routes.MapGet("/metrics", Metrics).WithMetadata(new AnyoneMayCallAttribute());
    }

    private static async Task<IResult> Ready(HttpContext context, Readiness readiness, CancellationToken cancel)
    {
        var lines = await readiness.LookAsync(cancel);
        var (good, details) = (lines.All(l => l.Good), Readiness.MaySeeDetails(context));
        return Results.Json(
            new { status = good ? "ok" : "unavailable", checks = details ? lines.Select(l => new { l.What, l.Good, l.Saw }) : null },
            options: new(System.Text.Json.JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull },
            statusCode: good ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> Metrics(
        HttpContext context, ICaseDesk cases, IJobDesk jobs, JobRuns runs, AlertLog alerts, OperationsStore store, Readiness readiness, TimeProvider time, CancellationToken cancel)
    {
        if (!Readiness.MaySeeDetails(context))
            return Results.Text("metrics are for administrators and for callers on this machine\n", statusCode: StatusCodes.Status403Forbidden);
        var counts = (await cases.QueueAsync(new() { PageSize = 1 }, Actor.System, cancel)).Counts;
        var steps = (await jobs.StepsAsync(cancel)).Select(s => s.Step).ToList();
        var last = await runs.LastAsync(steps, 20, cancel);
        var open = (await alerts.StatesAsync(cancel)).Where(s => s.IsOpen).GroupBy(s => s.Alert).ToList();
        await using var db = store.Open();
        var waiting = await db.Outbox.CountAsync(o => o.SentUtc == null && o.DeadUtc == null, cancel);
        var dead = await db.Outbox.CountAsync(o => o.DeadUtc != null, cancel);
        using var process = Process.GetCurrentProcess();
        QueueView[] views = [QueueView.Open, QueueView.Unassigned, QueueView.DueToday, QueueView.Overdue, QueueView.Supervised];
        var text = new PrometheusText()
            .Gauge("qi_cases", "Cases in each standing view of the queue.", views.Select(v => ((string?)"view", (string?)v.ToString(), (double?)counts.GetValueOrDefault(v))))
            .Gauge("qi_serving_age_seconds", "Age of the serving file.", (null, null, readiness.ServingAge()))
            .Gauge("qi_scheduler_running", "1 where this server's scheduler runs.", (null, null, jobs.IsRunning ? 1 : 0))
            .Gauge("qi_job_last_success_timestamp_seconds", "When the last run that did its work began (Unix time).",
                last.Select(l => ((string?)"step", (string?)l.Key, l.Value.FirstOrDefault(r => r.Outcome == JobOutcome.Done) is { } run ? Unix(run.StartedUtc) : null)))
            .Gauge("qi_job_last_duration_seconds", "How long the last ended run took.",
                last.Select(l => ((string?)"step", (string?)l.Key, l.Value.FirstOrDefault(r => r.FinishedUtc is not null) is { } run ? (run.FinishedUtc!.Value - run.StartedUtc).TotalSeconds : (double?)null)))
            .Gauge("qi_job_failing", "Ended runs in a row, at most 20, that did not do their work.",
                last.Select(l => ((string?)"step", (string?)l.Key, (double?)l.Value.Where(r => r.Outcome is not (null or JobOutcome.Cancelled)).TakeWhile(r => r.Outcome != JobOutcome.Done).Count())))
            .Gauge("qi_job_running", "1 while a run goes on.",
                last.Select(l => ((string?)"step", (string?)l.Key, (double?)(l.Value.Any(r => r.Outcome is null) ? 1 : 0))))
            .Gauge("qi_alerts_open", "Subjects of each open alert.", open.Select(a => ((string?)"alert", (string?)a.Key, (double?)a.Count())))
            .Gauge("qi_outbox_waiting", "Messages not sent yet.", (null, null, waiting))
            .Gauge("qi_outbox_dead", "Messages given up.", (null, null, dead))
            .Gauge("process_resident_memory_bytes", "Memory of this process.", (null, null, process.WorkingSet64))
            .Gauge("process_cpu_seconds", "Processor time of this process.", (null, null, process.TotalProcessorTime.TotalSeconds))
            .Gauge("process_start_time_seconds", "When this process began (Unix time).", (null, null, Unix(process.StartTime.ToUniversalTime())))
            .Gauge("qi_time_seconds", "This server's clock (Unix time); a demo's is its story's.", (null, null, time.GetUtcNow().ToUnixTimeSeconds()));
        return Results.Text(text.ToString(), PrometheusText.ContentType);
    }

    private static double? Unix(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds() / 1000.0;
}
