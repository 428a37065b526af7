using System.Net;
using System.Net.Mail;

namespace QualityInsight.Reports.Mail;

/// <summary>Where and how to reach the mail server.</summary>
/// <param name="Host">Its name; the certificate must be for it.</param>
/// <param name="Port">587 for submission, 25 inside a network. Implicit TLS (465) is not spoken: use <see cref="SendmailTransport"/>.</param>
/// <param name="StartTls">True to demand encryption before anything is sent. Off only inside a closed network.</param>
/// <param name="User">Account, or null for none.</param>
/// <param name="Password">From the environment or a file, never from a settings file.</param>
public sealed record SmtpSettings(string Host, int Port = 587, bool StartTls = true, string? User = null, string? Password = null)
{
    /// <summary>PEM file of the server's own certificate where no authority vouches for it; null trusts the system's authorities only.</summary>
    public string? TrustedCertificate { get; init; }

    /// <summary>How long one letter may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>Hands letters to a mail server by SMTP (RFC 5321), encrypted by STARTTLS (RFC 3207).</summary>
/// <param name="settings">Where and how.</param>
public sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    private static readonly SmtpStatusCode[] Passing =
    [
        SmtpStatusCode.ServiceNotAvailable, SmtpStatusCode.MailboxBusy, SmtpStatusCode.LocalErrorInProcessing,
        SmtpStatusCode.InsufficientStorage, SmtpStatusCode.GeneralFailure,
    ];

    /// <inheritdoc />
    public string Name => $"smtp://{settings.Host}:{settings.Port}";

    /// <inheritdoc />
    public async Task Send(Letter letter, CancellationToken cancellation = default)
    {
        if (settings is { StartTls: true, TrustedCertificate: { } pem }) MailTrust.Certificate(pem);
        using var message = MimeMessage.Of(letter);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User is not null) client.Credentials = new NetworkCredential(settings.User, settings.Password);
        try
        {
            // The client's own cancellation does not end its waiting for the server's last word; giving it up closes the line.
            var sending = client.SendMailAsync(message, CancellationToken.None);
            _ = sending.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            await sending.WaitAsync(settings.Timeout, cancellation);
        }
        catch (SmtpException e)
        {
            throw new MailRefusedException($"{Name} did not take the letter to {letter.To}: {e.StatusCode}, {Innermost(e)}", Passing.Contains(e.StatusCode), e);
        }
        catch (TimeoutException e)
        {
            throw new MailRefusedException($"{Name} did not take the letter to {letter.To} within {settings.Timeout.TotalSeconds:0} s.", mayPass: true, e);
        }
    }

    private static string Innermost(Exception e) => e.InnerException is { } inner ? $"{e.Message} {Innermost(inner)}" : e.Message;
}
