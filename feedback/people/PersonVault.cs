using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A citizen's contact data.</summary>
/// <param name="Name">Name, or null.</param>
/// <param name="Phone">Telephone number, or null.</param>
/// <param name="Mail">Mail address, or null.</param>
public sealed record Contact(string? Name, string? Phone, string? Mail = null);

/// <summary>
/// Contact data at rest: AES-256-GCM, known only by a keyed hash. The key is a file outside the data folder; without it
/// nothing here can be read. Looking takes a purpose and is written to the access audit in the same transaction.
/// </summary>
public sealed class PersonVault(OperationsStore store, AccessAudit audit, TimeProvider time, byte[] key)
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Reads the key, or makes it where there is no file yet (readable by its owner only).</summary>
    /// <exception cref="InvalidOperationException">The file lies in the data folder, or is not a key.</exception>
    public static byte[] LoadOrCreateKey(string keyFile, string dataFolder)
    {
        var full = Path.GetFullPath(keyFile);
        if (full.StartsWith(Path.GetFullPath(dataFolder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InvalidOperationException($"The key file {full} lies in the data folder; whoever copies the data would have the key. Put it elsewhere.");
        if (!File.Exists(full))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(full, options);
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }
        var key = new byte[KeyBytes];
        return Convert.TryFromBase64String(File.ReadAllText(full).Trim(), key, out var n) && n == KeyBytes
            ? key
            : throw new InvalidOperationException($"{full} is not a key file: one line of {KeyBytes} bytes in Base64 was expected.");
    }

    /// <summary>Stores or replaces a citizen's contact data.</summary>
    public async Task PutAsync(string personHash, Contact contact, CancellationToken cancel = default) =>
        await store.WriteAsync(async db =>
        {
            var row = await db.Persons.FirstOrDefaultAsync(p => p.PersonHash == personHash, cancel);
            if (row is null)
                db.Persons.Add(row = new() { PersonHash = personHash });
            row.NameCipher = Seal(contact.Name, personHash);
            row.PhoneCipher = Seal(contact.Phone, personHash);
            row.MailCipher = Seal(contact.Mail, personHash);
            row.UpdatedUtc = time.GetUtcNow().UtcDateTime;
        }, cancel);

    /// <summary>
    /// Whether somebody may be shown the contact data of a case: a clerk, or a handler of the unit that has it; within scope,
    /// while the case is not archived; never the rated person, whatever the roles; of a report (举报) nobody of a unit that had it.
    /// </summary>
    public static bool MayReveal(Case @case, Actor actor) =>
        @case.State is { } state and not CaseState.Archived && @case.Review is not null && actor.Scope.Covers(@case.OrgCode)
        && !Guards.MayNotKnow(@case, actor)
        && (actor.Is(Role.IntakeClerk) || (actor.Is(Role.Handler) && actor.OrgCode is not null && actor.OrgCode == @case.OrgCode));

    /// <summary>Shows contact data for a case, for a purpose, on record. Whoever may not see it, and the rated person always: null.</summary>
    public async Task<Contact?> RevealAsync(Case @case, Actor actor, string purpose, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        if (!MayReveal(@case, actor) || @case.Review!.PersonHash is not { } hash)
            return null;
        return await store.WriteAsync(async db =>
        {
            var row = await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.PersonHash == hash, cancel);
            await audit.AppendAsync(db, actor.UserId, row is null ? AuditActions.RevealNothing : AuditActions.Reveal, @case.CaseNo, purpose, cancel);
            return row is null ? null : new Contact(Open(row.NameCipher, hash), Open(row.PhoneCipher, hash), Open(row.MailCipher, hash));
        }, cancel);
    }

    /// <summary>Opens the contact of a case's citizen to send a message to that very citizen, on record; null where there is none.</summary>
    internal async Task<Contact?> ForSendingAsync(OperationsDb db, Case @case, string channel, CancellationToken cancel)
    {
        if (@case.Review?.PersonHash is not { } hash || await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.PersonHash == hash, cancel) is not { } row)
            return null;
        await audit.AppendAsync(db, Actor.System.UserId, AuditActions.Send, @case.CaseNo, channel, cancel);
        return new(null, Open(row.PhoneCipher, hash), Open(row.MailCipher, hash));
    }

    private byte[]? Seal(string? text, string personHash)
    {
        if (text is null)
            return null;
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(personHash));
        return box;
    }

    // The hash is authenticated with the text: a cipher moved to another person's row does not open.
    private string? Open(byte[]? box, string personHash)
    {
        if (box is null)
            return null;
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(personHash));
        return Encoding.UTF8.GetString(plain);
    }
}
