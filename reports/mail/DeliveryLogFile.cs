using System.Text.Json;

namespace QualityInsight.Reports.Mail;

/// <summary>A delivery log as a file of JSON lines, for the command line. One process writes it at a time.</summary>
/// <param name="path">The file; made if it is not there.</param>
public sealed class DeliveryLogFile(string path) : IDeliveryLog
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    public async Task<bool> WasSent(string messageId, CancellationToken cancellation = default)
    {
        if (!File.Exists(path)) return false;
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
            if (line.Length > 0 && JsonSerializer.Deserialize<Delivery>(line) is { Error: null } delivery && delivery.MessageId == messageId)
                return true;
        return false;
    }

    /// <inheritdoc />
    public async Task Record(Delivery delivery, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.AppendAllTextAsync(path, JsonSerializer.Serialize(delivery, Format) + "\n", cancellation);
    }
}
