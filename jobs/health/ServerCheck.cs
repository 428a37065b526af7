using System.Text.Json;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Health;

/// <summary>Asks the server that owns a data folder, where there is one, how it is (<c>/health</c>; on the machine itself it tells details).</summary>
internal static class ServerCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<Finding> Run(Deployment deployment, CancellationToken cancellation)
    {
        if (DataWarehouse.CurrentOwner(deployment.Root) is not { Url: { Length: > 0 } urls })
            return new("server", CheckState.Good, "none runs on this folder");
        var url = urls.Split(';')[0].Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal).TrimEnd('/');
        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var answer = await client.GetAsync(new Uri($"{url}/health"), cancellation);
            using var read = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellation));
            var saw = read.RootElement.TryGetProperty("checks", out var checks) && checks.ValueKind == JsonValueKind.Array
                ? string.Join("; ", checks.EnumerateArray().Select(c => $"{c.GetProperty("what").GetString()}: {c.GetProperty("saw").GetString()}"))
                : read.RootElement.GetProperty("status").GetString();
            return answer.IsSuccessStatusCode
                ? new("server", CheckState.Good, $"{url} is well ({saw}); its figures for Prometheus: {url}/metrics")
                : new("server", CheckState.Broken, $"{url} says {(int)answer.StatusCode} ({saw})", "look at its log and at the page /jobs");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return new("server", CheckState.Broken, $"{url} does not answer: {e.Message}", "the process that owns the folder may hang: see its log, or restart it");
        }
    }
}
