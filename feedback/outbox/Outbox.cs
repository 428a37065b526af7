using System.Security.Cryptography;
using System.Text;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A message ready to be handed over. It holds an address: it is made for one moment and written nowhere.</summary>
/// <param name="Id">The same for the same message, however often it is tried; fit for a file name or a Message-ID.</param>
/// <param name="Address">Telephone number or mail address.</param>
/// <param name="Subject">Subject; empty for a text message.</param>
/// <param name="Text">Text.</param>
public sealed record OutgoingMessage(string Id, string Address, string Subject, string Text);

/// <summary>Hands messages of one channel over. A message handed over before under the same id is not handed over again where the transport can know.</summary>
public interface IMessageTransport
{
    /// <summary><see cref="Outbox.Mail"/> or <see cref="Outbox.Sms"/>.</summary>
    string Channel { get; }

    /// <summary>Hands one message over.</summary>
    /// <exception cref="MessageRefusedException">It was not taken.</exception>
    Task SendAsync(OutgoingMessage message, CancellationToken cancel = default);
}

/// <summary>A message was not taken.</summary>
/// <param name="why">What happened; without the address, since it is stored and shown.</param>
/// <param name="mayPass">True where trying again later may help.</param>
/// <param name="cause">What was thrown.</param>
public sealed class MessageRefusedException(string why, bool mayPass, Exception? cause = null) : Exception(why, cause)
{
    /// <summary>True where trying again later may help; false for a wrong address and the like.</summary>
    public bool MayPass { get; } = mayPass;
}

/// <summary>What stands in an outbox row (发件箱).</summary>
public static class Outbox
{
    /// <summary>Channel: mail.</summary>
    public const string Mail = "MAIL";

    /// <summary>Channel: text message (短信).</summary>
    public const string Sms = "SMS";

    /// <summary>Where in a text the citizen's link goes when it is sent.</summary>
    public const string LinkPlace = "{link}";

    internal static string ToUser(string userId) => "user:" + userId;

    internal static string ToCitizen(string caseNo) => "case:" + caseNo;

    /// <summary>The id under which a row's message is handed over.</summary>
    internal static string IdOf(OutboxRow row) =>
        "qi-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.DedupeKey)))[..32];
}
