using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Which rows of the audit to list; every filter is optional and narrows.</summary>
public sealed record AuditQuery
{
    /// <summary>An account, whole.</summary>
    public string? UserId { get; init; }
    /// <summary>An action, whole.</summary>
    public string? Action { get; init; }
    /// <summary>A part of what it was about.</summary>
    public string? Subject { get; init; }
    /// <summary>From this moment, UTC.</summary>
    public DateTime? FromUtc { get; init; }
    /// <summary>Before this moment, UTC.</summary>
    public DateTime? BeforeUtc { get; init; }
    /// <summary>1-based.</summary>
    public int Page { get; init; } = 1;
    /// <summary>Rows a page, 1–1000.</summary>
    public int PageSize { get; init; } = 50;
}

/// <summary>A page of the audit, newest first.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Total">How many there are under the filters.</param>
public sealed record AuditPage(IReadOnlyList<AccessAuditRow> Rows, int Total);

/// <summary>What a check of the whole chain found.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="FirstBroken">The first row that is not as it was written; null: the chain is whole.</param>
/// <param name="HeadHash">Hash of the last row. Kept elsewhere, it shows later whether rows were cut off at the end.</param>
/// <param name="AtUtc">When it was checked, UTC.</param>
public sealed record AuditCheck(long Rows, long? FirstBroken, string HeadHash, DateTime AtUtc);

/// <summary>
/// Who looked at, exported or forwarded what, and what for (访问审计). Each row carries the hash of the one before, so that a row
/// changed, removed or put in between shows; the tables refuse changes too.
/// </summary>
public sealed class AccessAudit(OperationsStore store, TimeProvider time)
{
    private const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Writes a row; it is on disk when this returns.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="subject">What of, for example a case number; no personal data.</param>
    /// <param name="purpose">What for; needed.</param>
    /// <param name="cancel">Stops it before it is written.</param>
    /// <exception cref="ArgumentException">No purpose was given.</exception>
    public async Task WriteAsync(string userId, string action, string subject, string purpose, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        await store.WriteAsync(db => AppendAsync(db, userId, action, subject, purpose, cancel), cancel);
    }

    /// <summary>The last rows, newest first.</summary>
    public async Task<IReadOnlyList<AccessAuditRow>> LastAsync(int n, CancellationToken cancel = default) =>
        (await SearchAsync(new() { PageSize = n }, cancel)).Rows;

    /// <summary>A page of the rows that fit, newest first.</summary>
    public async Task<AuditPage> SearchAsync(AuditQuery query, CancellationToken cancel = default)
    {
        var size = Math.Clamp(query.PageSize, 1, 1000);
        await using var db = store.Open();
        var rows = db.AccessAudit.AsNoTracking();
        if (query.UserId is { Length: > 0 } user)
            rows = rows.Where(a => a.UserId == user);
        if (query.Action is { Length: > 0 } action)
            rows = rows.Where(a => a.Action == action);
        if (query.Subject is { Length: > 0 } subject)
            rows = rows.Where(a => a.Subject.Contains(subject));
        if (query.FromUtc is { } from)
            rows = rows.Where(a => a.AtUtc >= from);
        if (query.BeforeUtc is { } before)
            rows = rows.Where(a => a.AtUtc < before);
        var total = await rows.CountAsync(cancel);
        return new(await rows.OrderByDescending(a => a.Seq).Skip((Math.Max(query.Page, 1) - 1) * size).Take(size).ToListAsync(cancel), total);
    }

    /// <summary>
    /// Who took or used contact data, files or the citizen's history of one case, newest first. Openings of its page
    /// (<see cref="AuditActions.View"/>) are left out: there are many, and these few would be lost among them.
    /// </summary>
    public async Task<IReadOnlyList<AccessAuditRow>> OfAsync(string subject, int n, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.AccessAudit.AsNoTracking().Where(a => a.Subject == subject && a.Action != AuditActions.View)
            .OrderByDescending(a => a.Seq).Take(n).ToListAsync(cancel);
    }

    /// <summary>Checks the whole chain; null where it is whole, else the first row that is not as it was written.</summary>
    public async Task<long?> FirstBrokenAsync(CancellationToken cancel = default) => (await VerifyAsync(cancel)).FirstBroken;

    /// <summary>Reads and checks the whole chain, row by row.</summary>
    public async Task<AuditCheck> VerifyAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var (seq, previous) = (0L, Genesis);
        await foreach (var row in db.AccessAudit.AsNoTracking().OrderBy(a => a.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Seq != ++seq || row.PreviousHash != previous || row.Hash != HashOf(row))
                return new(seq, seq, previous, Now());
            previous = row.Hash;
        }
        return new(seq, null, previous, Now());
    }

    /// <summary>The hash of a row, or null where there is none: a head noted earlier has to be found again.</summary>
    public async Task<string?> HashOfAsync(long seq, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.AccessAudit.AsNoTracking().Where(a => a.Seq == seq).Select(a => a.Hash).FirstOrDefaultAsync(cancel);
    }

    internal async Task AppendAsync(OperationsDb db, string userId, string action, string subject, string purpose, CancellationToken cancel)
    {
        if (!store.IsSqlite)
            await db.Database.ExecuteSqlAsync($"LOCK TABLE access_audit IN EXCLUSIVE MODE", cancel);
        // Rows added in this transaction and not yet written come before what the table holds.
        var last = db.AccessAudit.Local.MaxBy(a => a.Seq)
            ?? await db.AccessAudit.AsNoTracking().OrderByDescending(a => a.Seq).FirstOrDefaultAsync(cancel);
        var row = new AccessAuditRow
        {
            Seq = (last?.Seq ?? 0) + 1,
            AtUtc = Now(),
            UserId = userId,
            Action = action,
            Subject = subject,
            Purpose = purpose,
            PreviousHash = last?.Hash ?? Genesis,
            Hash = "",
        };
        row.Hash = HashOf(row);
        db.AccessAudit.Add(row);
    }

    private DateTime Now()
    {
        var utc = time.GetUtcNow().UtcDateTime;
        return new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond));
    }

    private static string HashOf(AccessAuditRow row)
    {
        // Lengths before values: no two different rows can give the same text.
        var parts = new[] { row.PreviousHash, row.Seq.ToString(CultureInfo.InvariantCulture), row.AtUtc.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture), row.UserId, row.Action, row.Subject, row.Purpose };
        var text = string.Concat(parts.Select(p => p.Length.ToString(CultureInfo.InvariantCulture) + ":" + p));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
