using System.Net;
using QualityInsight.Feedback;
using QualityInsight.Reports.Mail;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>
/// How messages of the loop leave: mail as reports do (<see cref="MailSetting"/>), text messages as files in <c>sms/</c> of the
/// data folder, or where <c>QI__Sms__Folder</c> says, for a gateway to pick up.
/// </summary>
public static class MessageChannels
{
    /// <summary>The transports of a deployment.</summary>
    public static IReadOnlyCollection<IMessageTransport> Of(Deployment deployment) =>
    [
        new MailChannel(MailSetting.Transport(deployment), MailSetting.From),
        new SmsFolder(Environment.GetEnvironmentVariable("QI__Sms__Folder") is { Length: > 0 } named ? named : Path.Combine(deployment.Root, "sms")),
    ];
}

/// <summary>Mail of the loop over a transport of reports. The address never enters an error: errors are stored and shown.</summary>
public sealed class MailChannel(IMailTransport transport, string from) : IMessageTransport
{
    /// <inheritdoc />
    public string Channel => Outbox.Mail;

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var page = $"<!doctype html><html><head><meta charset=\"utf-8\"></head><body><pre style=\"font:inherit;white-space:pre-wrap\">{WebUtility.HtmlEncode(message.Text)}</pre></body></html>";
        var host = new System.Net.Mail.MailAddress(from).Host;
        try
        {
            await transport.Send(new($"{message.Id}@{host}", from, message.Address, message.Subject, message.Text, page, [], []), cancel);
        }
        catch (MailRefusedException e)
        {
            throw new MessageRefusedException(e.Message.Replace(message.Address, "…", StringComparison.OrdinalIgnoreCase), e.MayPass, e);
        }
    }
}
