using System.Text;
using System.Text.RegularExpressions;

namespace QualityInsight.Reports.Mail;

/// <summary>A mail server's word on a letter it had taken (delivery status notification, RFC 3464): it came back, or waits.</summary>
/// <param name="MessageId">Id of our letter without angle brackets; null where the notice does not bring it.</param>
/// <param name="Recipient">Whom it was for.</param>
/// <param name="Action"><c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c> or <c>expanded</c>.</param>
/// <param name="Status">The status code of RFC 3463, for example <c>5.1.1</c>.</param>
/// <param name="Diagnostic">What the other server said; empty where nothing.</param>
public sealed record Bounce(string? MessageId, string Recipient, string Action, string Status, string Diagnostic)
{
    /// <summary>True where it will never arrive: failed, with a code of class 5.</summary>
    public bool IsFinal => Action == "failed" && Status.StartsWith('5');

    /// <summary>Reads a notice; empty where the message is none. Malformed parts are left out, never guessed.</summary>
    /// <param name="message">The whole message as it lies in the mailbox folder.</param>
    public static IReadOnlyList<Bounce> Read(byte[] message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (headers, body) = Split(Encoding.Latin1.GetString(message).ReplaceLineEndings("\n"));
        if (!Header(headers, "Content-Type").Contains("multipart/report", StringComparison.OrdinalIgnoreCase)
            || Boundary(headers) is not { } boundary)
            return [];
        var parts = body.Split("\n--" + boundary).Concat(body.StartsWith("--" + boundary, StringComparison.Ordinal) ? [body[(boundary.Length + 2)..]] : []).Select(p => Split(p.TrimStart('\n'))).ToArray();
        var status = parts.FirstOrDefault(p => Is(p.Headers, "message/delivery-status"));
        if (status.Headers is null) return [];
        var original = parts.Where(p => Is(p.Headers, "message/rfc822") || Is(p.Headers, "text/rfc822-headers")).Select(p => IdOf(p.Body)).OfType<string>().FirstOrDefault();
        // The first block speaks of the message, each one after it of one recipient.
        return [.. Regex.Split(status.Body.Trim('\n'), "\n[ \t]*\n").Skip(1).Select(block => Of(block, original)).OfType<Bounce>()];
    }

    private static Bounce? Of(string block, string? messageId)
    {
        var fields = Unfolded(block);
        var (recipient, action, status) = (Typed(Header(fields, "Final-Recipient")), Header(fields, "Action").ToLowerInvariant(), Header(fields, "Status"));
        if (Header(fields, "Original-Recipient") is { Length: > 0 } asked) recipient = Typed(asked);
        return recipient.Length == 0 || action.Length == 0 ? null : new(messageId, recipient, action, status.Split(' ')[0], Typed(Header(fields, "Diagnostic-Code")));
    }

    private static string? IdOf(string original) =>
        Header(Unfolded(original.Split("\n\n")[0]), "Message-ID") is { Length: > 2 } id ? id.Trim('<', '>', ' ') : null;

    private static (string Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (Unfolded(text), "") : (Unfolded(text[..end]), text[(end + 2)..]);
    }

    private static string Unfolded(string headers) => Regex.Replace(headers, "\n[ \t]+", " ");

    private static string Header(string headers, string name) =>
        Regex.Match(headers, $"^{Regex.Escape(name)}:[ \t]*(.*)$", RegexOptions.IgnoreCase | RegexOptions.Multiline) is { Success: true } found ? found.Groups[1].Value.Trim() : "";

    private static bool Is(string headers, string type) => Header(headers, "Content-Type").StartsWith(type, StringComparison.OrdinalIgnoreCase);

    private static string? Boundary(string headers) =>
        Regex.Match(Header(headers, "Content-Type"), "boundary=\"?([^\";]+)", RegexOptions.IgnoreCase) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>The value behind its type: <c>rfc822; a@b.example</c>.</summary>
    private static string Typed(string value) => value.IndexOf(';', StringComparison.Ordinal) is var at and >= 0 ? value[(at + 1)..].Trim() : value;
}
