namespace QualityInsight.Feedback;

/// <summary>
/// Text messages as files for a gateway to pick up (短信): <c>ID.txt</c>, first line the number, then the text. A file appears
/// whole or not at all, readable by its owner only; the gateway moves what it took to <c>taken/</c>, and what lies in either
/// place is not written again.
/// </summary>
/// <param name="folder">Made if it is not there.</param>
public sealed class SmsFolder(string folder) : IMessageTransport
{
    /// <inheritdoc />
    public string Channel => Outbox.Sms;

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancel = default)
    {
        var file = Path.Combine(folder, message.Id + ".txt");
        try
        {
            Directory.CreateDirectory(folder);
            if (File.Exists(file) || File.Exists(Path.Combine(folder, "taken", message.Id + ".txt")))
                return;
            var part = file + ".part";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var stream = new FileStream(part, options))
            {
                await using (var writer = new StreamWriter(stream, leaveOpen: true))
                    await writer.WriteAsync($"{message.Address}\n{message.Text}\n".AsMemory(), cancel);
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MessageRefusedException($"The folder of text messages cannot be written ({e.GetType().Name}).", mayPass: true, e);
        }
    }
}
