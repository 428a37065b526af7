using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Warehouse;
using QualityInsight.Web.Jobs;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Health;

/// <summary>One thing looked at.</summary>
/// <param name="What">What.</param>
/// <param name="Good">It is as it has to be.</param>
/// <param name="Saw">What was seen.</param>
internal sealed record HealthLine(string What, bool Good, string Saw);

/// <summary>Whether this server can serve: the operations store answers, and the scheduler runs where there is one.</summary>
internal sealed class Readiness(OperationsStore store, IJobDesk jobs, WebOptions options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Everything that was looked at. A missing or old serving file is said, but is no reason not to serve.</summary>
    public async Task<IReadOnlyList<HealthLine>> LookAsync(CancellationToken cancel) =>
        [await OperationsAsync(cancel), Serving(), new("scheduler", !jobs.HasSchedule || jobs.IsRunning, !jobs.HasSchedule ? "off" : jobs.IsRunning ? "running" : "not running")];

    /// <summary>Age of the serving file in seconds; null where nothing has been published.</summary>
    public double? ServingAge() => ServingFile.CurrentFile(options.DataFolder) is { } file && File.Exists(file)
        ? Math.Max(0, (TimeProvider.System.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(file)).TotalSeconds)
        : null;

    /// <summary>
    /// Who may see details: an administrator, or a caller on this machine itself. A request that a proxy passed on
    /// (it says so in its headers) counts as coming from elsewhere.
    /// </summary>
    public static bool MaySeeDetails(HttpContext context)
    {
        if (DeskUser.RolesOf(context.User).Contains(Role.Administrator))
            return true;
        var headers = context.Request.Headers;
        return context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
            && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Forwarded") && !headers.ContainsKey("X-Real-IP") && !headers.ContainsKey("Via");
    }

    private async Task<HealthLine> OperationsAsync(CancellationToken cancel)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            var started = time.GetTimestamp();
            await using var db = store.Open();
            await db.Policies.AsNoTracking().AnyAsync(limit.Token);
            return new("operations store", true, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"answers in {time.GetElapsedTime(started).TotalMilliseconds:F0} ms"));
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return new("operations store", false, $"does not answer: {e.GetType().Name}");
        }
    }

    private HealthLine Serving() => ServingAge() is { } age
        ? new("serving file", true, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{age / 60:F0} minutes old"))
        : new("serving file", true, "nothing published yet");
}
