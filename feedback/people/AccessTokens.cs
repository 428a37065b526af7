using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A token that was just made; its text is shown once and kept nowhere.</summary>
/// <param name="Row">What is kept of it.</param>
/// <param name="Text">What the program sends.</param>
public sealed record NewToken(AccessTokenRow Row, string Text);

/// <summary>Who calls by a token, and what it may do.</summary>
/// <param name="Actor">Its owner, with the roles and scope of now.</param>
/// <param name="TokenId">The token.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Scopes">What it may do.</param>
public sealed record TokenUse(Actor Actor, string TokenId, string Name, IReadOnlySet<string> Scopes);

/// <summary>
/// Personal access tokens (访问令牌): a person's programs (pandas, a spreadsheet, a BI tool) call the API with one. It can
/// never do more than its owner, ends by itself, and can be revoked; the store knows only its hash.
/// </summary>
public sealed class AccessTokens(OperationsStore store, Accounts accounts, TimeProvider time)
{
    private const string Prefix = "qi_";

    /// <summary>Ask in SQL.</summary>
    public const string SqlScope = "sql";
    /// <summary>Ask for metrics.</summary>
    public const string MetricsScope = "metrics";

    /// <summary>Every scope a token can have.</summary>
    public static IReadOnlyList<string> Scopes { get; } = [SqlScope, MetricsScope];

    /// <summary>The longest life of a token, in days.</summary>
    public const int LongestDays = 366;

    /// <summary>Makes a token.</summary>
    /// <exception cref="ArgumentException">A scope is none, or the life is not between 1 and <see cref="LongestDays"/> days.</exception>
    public async Task<NewToken> CreateAsync(string userId, string name, IReadOnlyCollection<string> scopes, int days, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (scopes.Count == 0 || scopes.Any(s => !Scopes.Contains(s)))
            throw new ArgumentException($"a token's scopes are some of {string.Join(", ", Scopes)}", nameof(scopes));
        if (days is < 1 or > LongestDays)
            throw new ArgumentException($"a token lives 1 to {LongestDays} days", nameof(days));
        var text = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var row = new AccessTokenRow
        {
            TokenId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            UserId = userId,
            Name = name.Trim(),
            Hash = HashOf(text),
            Scopes = string.Join(' ', scopes.Distinct().Order(StringComparer.Ordinal)),
            CreatedUtc = time.GetUtcNow().UtcDateTime,
            ExpiresUtc = time.GetUtcNow().UtcDateTime.AddDays(days),
        };
        await store.WriteAsync(db => { db.AccessTokens.Add(row); return Task.CompletedTask; }, cancel);
        return new(row, text);
    }

    /// <summary>Somebody's tokens, newest first.</summary>
    public async Task<IReadOnlyList<AccessTokenRow>> ListAsync(string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.AccessTokens.AsNoTracking().Where(t => t.UserId == userId).OrderByDescending(t => t.CreatedUtc).ToListAsync(cancel);
    }

    /// <summary>Ends a token of one's own; false where there is none such.</summary>
    public Task<bool> RevokeAsync(string tokenId, string userId, CancellationToken cancel = default) => store.WriteAsync(async db =>
    {
        if (await db.AccessTokens.FirstOrDefaultAsync(t => t.TokenId == tokenId && t.UserId == userId, cancel) is not { } row)
            return false;
        if (row.RevokedUtc is null)
            (row.RevokedUtc, row.RevokedBy) = (time.GetUtcNow().UtcDateTime, userId);
        return true;
    }, cancel);

    /// <summary>Who calls; null where the text is no token, or one that has ended, or its owner's account is closed or waits for its first own password.</summary>
    public async Task<TokenUse?> FindAsync(string text, CancellationToken cancel = default)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > 200)
            return null;
        var (hash, now) = (HashOf(text), time.GetUtcNow().UtcDateTime);
        await using var db = store.Open();
        if (await db.AccessTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Hash == hash, cancel) is not { RevokedUtc: null } row || row.ExpiresUtc <= now)
            return null;
        if (await accounts.SessionAsync(row.UserId, cancel) is not { MustChangePassword: false, Actor: var actor })
            return null;
        if (row.LastUsedUtc is not { } last || now - last >= TimeSpan.FromMinutes(1))
            await store.WriteAsync(async write => (await write.AccessTokens.FirstAsync(t => t.TokenId == row.TokenId, cancel)).LastUsedUtc = now, cancel);
        return new(actor, row.TokenId, row.Name, row.Scopes.Split(' ').ToHashSet(StringComparer.Ordinal));
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
