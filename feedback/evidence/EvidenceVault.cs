using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A file to be served.</summary>
/// <param name="Content">The content, at its beginning; whoever gets it closes it.</param>
/// <param name="Item">What is known of it.</param>
public sealed record EvidenceFile(Stream Content, EvidenceItem Item);

/// <summary>
/// Evidence files (佐证材料) in a folder of the data folder, each under the SHA-256 of its content
/// (<c>ab/abcd…</c>) and under no name that anybody else chose. Written aside, flushed and renamed before the event and the row
/// are committed: a crash can leave a file that no row names, never a row without its file. Files are never changed or removed, so
/// a copy of the folder taken after a copy of the store holds all that the store names.
/// </summary>
public sealed partial class EvidenceVault(OperationsStore store, RuleBook rules, AccessAudit audit, string folder, long maxBytes)
{
    private const string Aside = "incoming";
    private const int Tries = 8;

    /// <summary>Where the files lie; a backup takes it along, after the operations store.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Largest file taken, in bytes.</summary>
    public long MaxBytes => maxBytes;

    /// <summary>Checks and stores a file and records it on the case; refused where its content, its size or the person does not fit.</summary>
    /// <param name="caseNo">The case.</param>
    /// <param name="content">The content; read once, to its end or to the limit.</param>
    /// <param name="fileName">The name it came under; for show only.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Stops it before it is recorded.</param>
    public async Task<CommandResult> AddAsync(string caseNo, Stream content, string fileName, Actor actor, CancellationToken cancel = default)
    {
        if (await BlockedAsync(caseNo, actor, cancel) is { } blocked)
            return new([], blocked, []);
        var part = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, Aside)).FullName, $"{Guid.NewGuid():N}.part");
        try
        {
            var (command, refusal) = await WriteAsideAsync(part, content, fileName, cancel);
            if (command is null)
                return new([], refusal, []);
            Publish(part, command);
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await store.WriteAsync(db => RecordAsync(db, caseNo, command, actor, cancel), cancel);
                }
                catch (DbUpdateException e) when (Conflicts.IsUnique(e) && attempt < Tries)
                {
                    // Somebody moved the case in between; a file conflicts with nothing, so it is tried again on what is there now.
                }
            }
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>
    /// Opens a file of a case for somebody who may see it, and writes that into the access audit first. Null where the case is
    /// not in the person's scope, has no such file, or is about the person.
    /// </summary>
    /// <exception cref="FileNotFoundException">The case has the file and the folder does not: it was restored without it.</exception>
    public async Task<EvidenceFile?> OpenAsync(string caseNo, string contentHash, Actor actor, CancellationToken cancel = default)
    {
        if (!Hash().IsMatch(contentHash))
            return null;
        EvidenceItem? item;
        await using (var db = store.Open())
        {
            var (@case, _) = await CaseLedger.LoadAsync(db, caseNo, cancel);
            if (@case.State is null || !@case.IsSeenBy(actor) || Guards.IsRated(@case, actor))
                return null;
            item = @case.EvidenceOf(contentHash);
        }
        if (item is null)
            return null;
        var content = new FileStream(PathOf(contentHash), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        try
        {
            await audit.WriteAsync(actor.UserId, AuditActions.Evidence, caseNo, contentHash[..12], cancel);
            return new(content, item);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes what uploads that failed left behind: files no row names, older than a day. How many.</summary>
    public async Task<int> TidyAsync(CancellationToken cancel = default)
    {
        if (!Directory.Exists(Folder))
            return 0;
        HashSet<string> named;
        await using (var db = store.Open())
            named = await db.Attachments.AsNoTracking().Select(a => a.ContentHash).Distinct().ToHashSetAsync(StringComparer.Ordinal, cancel);
        var before = rules.UtcNow().AddDays(-1);
        var left = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(f => !named.Contains(Path.GetFileName(f)) && File.GetLastWriteTimeUtc(f) < before).ToList();
        left.ForEach(File.Delete);
        return left.Count;
    }

    private async Task<Refusal?> BlockedAsync(string caseNo, Actor actor, CancellationToken cancel)
    {
        var sample = new AddEvidence("", "", 0, "");
        await using var db = store.Open();
        var (@case, _) = await CaseLedger.LoadAsync(db, caseNo, cancel);
        if (@case.State is null || !@case.IsSeenBy(actor))
            return new(sample.Name, null, null, "NO_SUCH_CASE", caseNo);
        return sample.Blocked(await SituationAsync(@case, actor, cancel));
    }

    private async Task<Situation> SituationAsync(Case @case, Actor actor, CancellationToken cancel)
    {
        var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
        return new(@case, actor, policy, rules.CalendarOf(policy), rules.Now(policy));
    }

    private async Task<(AddEvidence? Command, Refusal? Refusal)> WriteAsideAsync(string part, Stream content, string fileName, CancellationToken cancel)
    {
        await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (int n; (n = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (file.Length + n > maxBytes)
                return (null, No("FILE_TOO_LARGE", Shown(fileName), maxBytes >> 20));
            hash.AppendData(buffer, 0, n);
            await file.WriteAsync(buffer.AsMemory(0, n), cancel);
        }
        await file.FlushAsync(cancel);
        file.Flush(flushToDisk: true);
        var found = file.Length == 0 ? null : FileKinds.Look(file);
        return found switch
        {
            null => (null, No("FILE_EMPTY", Shown(fileName))),
            { Mixed: true } => (null, No("FILE_MIXED", Shown(fileName))),
            { Kind: { } kind } => (new(Convert.ToHexStringLower(hash.GetHashAndReset()), kind.MediaType, file.Length, FileNames.Clean(fileName, kind)), null),
            _ => (null, No("FILE_TYPE", Shown(fileName))),
        };
    }

    private static Refusal No(string key, params object[] args) => new(nameof(AddEvidence), null, null, key, args);

    private static string Shown(string fileName) => FileNames.Clean(fileName, new("", ""));

    private void Publish(string part, AddEvidence command)
    {
        var place = PathOf(command.ContentHash);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (File.Exists(place))
        {
            File.SetLastWriteTimeUtc(place, rules.UtcNow());
            return;
        }
        try
        {
            File.Move(part, place);
        }
        catch (IOException) when (File.Exists(place))
        {
            // The same content came twice at once; either copy is the file.
        }
    }

    private async Task<CommandResult> RecordAsync(OperationsDb db, string caseNo, AddEvidence command, Actor actor, CancellationToken cancel)
    {
        var (@case, _) = await CaseLedger.LoadAsync(db, caseNo, cancel);
        var situation = await SituationAsync(@case, actor, cancel);
        var decision = command.Decide(situation);
        if (decision.Refusal is { } refusal)
            return new([], refusal, []);
        var (after, rows) = CaseLedger.Prepare(@case, decision.Events, actor.UserId, actor.ActingAs([.. command.Roles]), situation.Now, rules.UtcNow());
        await CaseLedger.AppendAsync(db, rows, cancel);
        CaseLedger.Project(db, after, isNew: false);
        if (!await db.Attachments.AnyAsync(a => a.CaseNo == caseNo && a.ContentHash == command.ContentHash, cancel))
            db.Attachments.Add(new()
            {
                CaseNo = caseNo,
                ContentHash = command.ContentHash,
                FileName = command.FileName,
                MediaType = command.MediaType,
                Bytes = command.Bytes,
                UploadedBy = actor.UserId,
                UploadedUtc = rules.UtcNow(),
            });
        return new([.. rows.Select(CaseLedger.Recorded)], null, []);
    }

    private string PathOf(string contentHash) => Path.Combine(Folder, contentHash[..2], contentHash);

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hash();
}
