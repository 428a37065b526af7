using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace QualityInsight.Reports.Mail;

/// <summary>
/// A letter in the form of System.Net.Mail: mixed (alternative (text, related (page, pictures)), attachments), UTF-8
/// throughout.
/// </summary>
internal static class MimeMessage
{
    public static MailMessage Of(Letter letter)
    {
        var message = new MailMessage(new MailAddress(letter.From), new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{letter.MessageId}>");
        // Answers by machines (holiday notices) are not wanted: RFC 3834.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(View(letter.Text, MediaTypeNames.Text.Plain));
        var page = View(letter.Html, MediaTypeNames.Text.Html);
        foreach (var picture in letter.Pictures)
            page.LinkedResources.Add(new LinkedResource(new MemoryStream(picture.Content), Type(picture)) { ContentId = picture.Name, TransferEncoding = TransferEncoding.Base64 });
        message.AlternateViews.Add(page);
        foreach (var part in letter.Attachments)
            message.Attachments.Add(new Attachment(new MemoryStream(part.Content), Type(part)) { TransferEncoding = TransferEncoding.Base64 });
        return message;
    }

    /// <summary>The message as it goes over the wire (RFC 5322), without the envelope lines a pickup file begins with.</summary>
    public static byte[] Bytes(Letter letter)
    {
        var folder = Directory.CreateTempSubdirectory("qi-letter-").FullName;
        try
        {
            using var message = Of(letter);
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
            client.Send(message);
            return WithoutEnvelope(File.ReadAllBytes(Directory.GetFiles(folder, "*.eml").Single()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static AlternateView View(string content, string type) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(content)), new ContentType(type) { CharSet = "utf-8" }) { TransferEncoding = TransferEncoding.Base64 };

    private static ContentType Type(LetterPart part) => new(part.MediaType) { Name = part.Name };

    private static byte[] WithoutEnvelope(byte[] pickup)
    {
        var at = 0;
        while (Line(pickup, at) is var line && (line.StartsWith("X-Sender:", StringComparison.Ordinal) || line.StartsWith("X-Receiver:", StringComparison.Ordinal)))
            at += line.Length + 2;
        return pickup[at..];
    }

    private static string Line(byte[] bytes, int from)
    {
        var end = Array.IndexOf(bytes, (byte)'\r', from);
        return end < 0 ? "" : Encoding.ASCII.GetString(bytes, from, end - from);
    }
}
