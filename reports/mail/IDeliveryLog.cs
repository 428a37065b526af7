namespace QualityInsight.Reports.Mail;

/// <summary>Remembers what was handed over to whom, so that nothing goes out twice and every failure can be seen.</summary>
public interface IDeliveryLog
{
    /// <summary>True where the letter of that id was handed over before.</summary>
    Task<bool> WasSent(string messageId, CancellationToken cancellation = default);

    /// <summary>Writes one attempt down.</summary>
    Task Record(Delivery delivery, CancellationToken cancellation = default);
}

/// <summary>One attempt to hand a letter over.</summary>
/// <param name="MessageId">The letter.</param>
/// <param name="To">Its receiver.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Transport">What it was handed to.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="Error">Why it was not taken; null where it was.</param>
public sealed record Delivery(string MessageId, string To, string Subject, string Transport, DateTimeOffset AtUtc, string? Error);
