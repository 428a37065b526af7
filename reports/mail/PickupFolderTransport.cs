namespace QualityInsight.Reports.Mail;

/// <summary>
/// Puts letters as <c>.eml</c> files into a folder: a local outbox to look at, or the pickup folder of a mail server.
/// A file appears whole or not at all; the same letter replaces its own file.
/// </summary>
/// <param name="folder">Made if it is not there.</param>
public sealed class PickupFolderTransport(string folder) : IMailTransport
{
    /// <inheritdoc />
    public string Name => Path.GetFullPath(folder);

    /// <summary>Where the letter's file lies.</summary>
    public string FileOf(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return Path.Combine(Name, string.Concat(letter.MessageId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_')) + ".eml");
    }

    /// <inheritdoc />
    public async Task Send(Letter letter, CancellationToken cancellation = default)
    {
        var file = FileOf(letter);
        try
        {
            Directory.CreateDirectory(Name);
            await File.WriteAllBytesAsync(file + ".part", MimeMessage.Bytes(letter), cancellation);
            File.Move(file + ".part", file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailRefusedException($"The letter to {letter.To} cannot be written to {file}: {e.Message}", mayPass: true, e);
        }
    }
}
