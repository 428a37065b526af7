using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace QualityInsight.Reports.Mail;

/// <summary>
/// The spool of report letters: a folder with, for each, what it says (<c>.letter</c>) and what became of it (<c>.state</c>).
/// Nothing goes in twice; a letter refused for now is tried again after one, two, four … minutes, at most six hours; after
/// <see cref="MostAttempts"/> tries or a refusal for good it is given up and waits for a person. A process that dies between the server's
/// word and the note of it sends the letter again under the same id. One process at a time works it.
/// </summary>
/// <param name="folder">Made if it is not there.</param>
/// <param name="time">The clock.</param>
public sealed class LetterSpool(string folder, TimeProvider time)
{
    /// <summary>Tries before a letter is given up.</summary>
    public const int MostAttempts = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);
    private static readonly JsonSerializerOptions Format = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts a letter in.</summary>
    /// <returns>False where one of that id is in already, sent or not.</returns>
    public async Task<bool> Put(Letter letter, LetterTag tag, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        Directory.CreateDirectory(folder);
        if (File.Exists(PathOf(letter.MessageId, ".state"))) return false;
        await Write(PathOf(letter.MessageId, ".letter"), JsonSerializer.SerializeToUtf8Bytes(letter, Format), cancellation);
        await Save(new(letter.MessageId, letter.To, letter.Subject, tag, time.GetUtcNow()), cancellation);
        return true;
    }

    /// <summary>Hands over what is due. One refused letter does not stop the others.</summary>
    /// <returns>The letters tried, as they stand now; empty where another process is at it.</returns>
    public async Task<IReadOnlyList<SpooledLetter>> Work(IMailTransport transport, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(transport);
        if (!Directory.Exists(folder)) return [];
        using var held = Hold();
        if (held is null) return [];
        var tried = new List<SpooledLetter>();
        foreach (var letter in (await List(cancellation)).Where(l => l.State == LetterState.Waiting && l.NotBeforeUtc <= time.GetUtcNow()).OrderBy(l => l.CreatedUtc).ThenBy(l => l.MessageId, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var after = await Try(letter, transport, cancellation);
            await Save(after, cancellation);
            tried.Add(after);
        }
        return tried;
    }

    /// <summary>Every letter, newest first.</summary>
    public async Task<IReadOnlyList<SpooledLetter>> List(CancellationToken cancellation = default)
    {
        if (!Directory.Exists(folder)) return [];
        var letters = new List<SpooledLetter>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.state"))
            letters.Add(JsonSerializer.Deserialize<SpooledLetter>(await File.ReadAllBytesAsync(file, cancellation), Format)!);
        return [.. letters.OrderByDescending(l => l.CreatedUtc).ThenBy(l => l.MessageId, StringComparer.Ordinal)];
    }

    /// <summary>Has a letter sent again, whatever became of it; by whom is written down. False where there is none of that id.</summary>
    public async Task<bool> Again(string messageId, string by, CancellationToken cancellation = default)
    {
        if (await Find(messageId, cancellation) is not { } letter) return false;
        await Save(letter.Noted(time.GetUtcNow(), "again", by) with
        {
            State = LetterState.Waiting,
            Attempts = 0,
            NotBeforeUtc = default,
            Again = letter.State is LetterState.Sent or LetterState.Bounced ? letter.Again + 1 : letter.Again,
        }, cancellation);
        return true;
    }

    /// <summary>Writes down what came back. Only a failure for good turns the state; a delay is noted.</summary>
    /// <returns>False where the notice is of none of our letters.</returns>
    public async Task<bool> Note(Bounce bounce, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bounce);
        if (bounce.MessageId is not { } wire || await Find(System.Text.RegularExpressions.Regex.Replace(wire, @"^r\d+\.", ""), cancellation) is not { } letter) return false;
        var noted = letter.Noted(time.GetUtcNow(), bounce.IsFinal ? "bounced" : bounce.Action, $"{bounce.Status} {bounce.Diagnostic}".Trim());
        await Save(bounce.IsFinal && letter.State == LetterState.Sent ? noted with { State = LetterState.Bounced } : noted, cancellation);
        return true;
    }

    /// <summary>How long after a failed try (1, 2, …) the next one waits.</summary>
    internal static TimeSpan WaitAfter(int attempt)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(attempt - 1, 12)));
        return wait < LongestWait ? wait : LongestWait;
    }

    private async Task<SpooledLetter> Try(SpooledLetter letter, IMailTransport transport, CancellationToken cancellation)
    {
        var attempts = letter.Attempts + 1;
        try
        {
            var content = JsonSerializer.Deserialize<Letter>(await File.ReadAllBytesAsync(PathOf(letter.MessageId, ".letter"), cancellation), Format)!;
            await transport.Send(content with { MessageId = letter.WireId }, cancellation);
            return letter.Noted(time.GetUtcNow(), "sent", transport.Name) with { State = LetterState.Sent, Attempts = attempts };
        }
        catch (Exception e) when (e is MailRefusedException or IOException or JsonException)
        {
            var mayPass = e is MailRefusedException { MayPass: true } && attempts < MostAttempts;
            return letter.Noted(time.GetUtcNow(), mayPass ? "refused" : "given up", e.Message) with
            {
                State = mayPass ? LetterState.Waiting : LetterState.Dead,
                Attempts = attempts,
                NotBeforeUtc = time.GetUtcNow() + WaitAfter(attempts),
            };
        }
    }

    private async Task<SpooledLetter?> Find(string messageId, CancellationToken cancellation) =>
        File.Exists(PathOf(messageId, ".state")) ? JsonSerializer.Deserialize<SpooledLetter>(await File.ReadAllBytesAsync(PathOf(messageId, ".state"), cancellation), Format) : null;

    private FileStream? Hold()
    {
        try
        {
            return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private Task Save(SpooledLetter letter, CancellationToken cancellation) =>
        Write(PathOf(letter.MessageId, ".state"), JsonSerializer.SerializeToUtf8Bytes(letter, Format), cancellation);

    // Ids come with addresses' domains and from notices of other machines: only their hash is a file name.
    private string PathOf(string messageId, string extension) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..32] + extension);

    private static async Task Write(string path, byte[] content, CancellationToken cancellation)
    {
        var aside = path + ".part";
        await File.WriteAllBytesAsync(aside, content, cancellation);
        File.Move(aside, path, overwrite: true);
    }
}
