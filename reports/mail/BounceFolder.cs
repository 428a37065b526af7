namespace QualityInsight.Reports.Mail;

/// <summary>
/// The folder where the mail program drops what comes back to the sender's address (one <c>.eml</c> file a message, or a
/// maildir's <c>new</c>). What was read moves to <c>read/</c>, what is no delivery notice to <c>other/</c>, so that nothing is read twice.
/// </summary>
/// <param name="folder">The folder; where it is not there, nothing has come back.</param>
public sealed class BounceFolder(string folder)
{
    private const long Largest = 5_000_000;

    /// <summary>Reads what lies there and hands each notice over; a file moves away only after that.</summary>
    /// <returns>Notices read.</returns>
    public async Task<int> Read(Func<Bounce, Task> note, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (!Directory.Exists(folder)) return 0;
        var notices = 0;
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal).ToArray())
        {
            cancellation.ThrowIfCancellationRequested();
            var bounces = new FileInfo(file).Length > Largest ? [] : Bounce.Read(await File.ReadAllBytesAsync(file, cancellation));
            foreach (var bounce in bounces)
                await note(bounce);
            notices += bounces.Count;
            var kept = Directory.CreateDirectory(Path.Combine(folder, bounces.Count > 0 ? "read" : "other"));
            File.Move(file, Path.Combine(kept.FullName, Path.GetFileName(file)), overwrite: true);
        }
        return notices;
    }
}
