namespace QualityInsight.Reports.Mail;

/// <summary>Hands letters over, each once, and writes every attempt down.</summary>
/// <param name="transport">What takes them.</param>
/// <param name="log">What remembers them.</param>
/// <param name="time">The clock of the log.</param>
public sealed class Postman(IMailTransport transport, IDeliveryLog log, TimeProvider time)
{
    /// <summary>Hands the letters over that were not handed over before. One refused letter does not stop the others.</summary>
    /// <returns>The attempts made; letters sent before are not among them.</returns>
    public async Task<IReadOnlyList<Delivery>> Send(IEnumerable<Letter> letters, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(letters);
        var attempts = new List<Delivery>();
        foreach (var letter in letters)
        {
            if (await log.WasSent(letter.MessageId, cancellation)) continue;
            string? error = null;
            try
            {
                await transport.Send(letter, cancellation);
            }
            catch (MailRefusedException e)
            {
                error = e.Message;
            }
            var attempt = new Delivery(letter.MessageId, letter.To, letter.Subject, transport.Name, time.GetUtcNow(), error);
            await log.Record(attempt, cancellation);
            attempts.Add(attempt);
        }
        return attempts;
    }
}
