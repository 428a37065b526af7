using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>
/// Who looked at, exported or forwarded what, and what for. Each row carries the hash of the one before, so that a row
/// changed, removed or put in between shows; the tables refuse changes too.
/// </summary>
public sealed class AccessAudit(OperationsStore store, TimeProvider time)
{
    private const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Writes a row; it is on disk when this returns.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="action">VIEW, EXPORT, FORWARD, REVEAL …</param>
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
    public async Task<IReadOnlyList<AccessAuditRow>> LastAsync(int n, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.AccessAudit.AsNoTracking().OrderByDescending(a => a.Seq).Take(n).ToListAsync(cancel);
    }

    /// <summary>Checks the whole chain; null where it is whole, else the first row that is not as it was written.</summary>
    public async Task<long?> FirstBrokenAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var (seq, previous) = (0L, Genesis);
        await foreach (var row in db.AccessAudit.AsNoTracking().OrderBy(a => a.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Seq != ++seq || row.PreviousHash != previous || row.Hash != HashOf(row))
                return seq;
            previous = row.Hash;
        }
        return null;
    }

    internal async Task AppendAsync(OperationsDb db, string userId, string action, string subject, string purpose, CancellationToken cancel)
    {
        if (!store.IsSqlite)
            await db.Database.ExecuteSqlAsync($"LOCK TABLE access_audit IN EXCLUSIVE MODE", cancel);
        var last = await db.AccessAudit.AsNoTracking().OrderByDescending(a => a.Seq).FirstOrDefaultAsync(cancel);
        var utc = time.GetUtcNow().UtcDateTime;
        var row = new AccessAuditRow
        {
            Seq = (last?.Seq ?? 0) + 1,
            AtUtc = new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond)),
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

    private static string HashOf(AccessAuditRow row)
    {
        // Lengths before values: no two different rows can give the same text.
        var parts = new[] { row.PreviousHash, row.Seq.ToString(CultureInfo.InvariantCulture), row.AtUtc.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture), row.UserId, row.Action, row.Subject, row.Purpose };
        var text = string.Concat(parts.Select(p => p.Length.ToString(CultureInfo.InvariantCulture) + ":" + p));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
