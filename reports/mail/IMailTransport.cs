namespace QualityInsight.Reports.Mail;

/// <summary>Hands letters over: to a mail server, a folder, or the machine's own mail program.</summary>
public interface IMailTransport
{
    /// <summary>What it hands over to, for the delivery log: <c>smtp://mail.example.org:587</c>, a folder, a command.</summary>
    string Name { get; }

    /// <summary>Hands one letter over.</summary>
    /// <exception cref="MailRefusedException">It was not taken; the message says by whom and why, and whether trying again may help.</exception>
    Task Send(Letter letter, CancellationToken cancellation = default);
}

/// <summary>A letter was not taken.</summary>
public sealed class MailRefusedException : Exception
{
    /// <summary>Says by whom and why.</summary>
    /// <param name="message">What happened, to which letter.</param>
    /// <param name="mayPass">True where the same letter may be taken later (server busy, no connection).</param>
    /// <param name="cause">What was thrown.</param>
    public MailRefusedException(string message, bool mayPass, Exception? cause = null) : base(message, cause) => MayPass = mayPass;

    /// <summary>True where trying again later may help; false for a wrong address and the like.</summary>
    public bool MayPass { get; }
}
