using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>What makes an account.</summary>
/// <param name="UserId">Lower-case name to log in with.</param>
/// <param name="Name">As shown.</param>
/// <param name="Roles">Roles.</param>
/// <param name="OrgCode">Home unit, or null.</param>
/// <param name="Scope">Units (with those below them) the account sees; <c>*</c> for all.</param>
/// <param name="StaffCode">Number the person is rated under, or null.</param>
/// <param name="Language">Language of the screen.</param>
public sealed record NewAccount(
    string UserId, string Name, IReadOnlyCollection<Role> Roles, string? OrgCode, IReadOnlyCollection<string> Scope,
    string? StaffCode = null, Language Language = Language.Zh)
{
    internal bool IsRatedAnalyst => StaffCode is { Length: > 0 } && Roles.Contains(Role.Analyst);
}

/// <summary>What came of a log-in.</summary>
/// <param name="Actor">Who it is; null where refused.</param>
/// <param name="Language">Language of the screen.</param>
/// <param name="LockedUntilUtc">The account is locked until then, UTC.</param>
public sealed record LogIn(Actor? Actor, Language Language, DateTime? LockedUntilUtc)
{
    /// <summary>What the new session stands on; null where refused.</summary>
    public Session? Session { get; init; }
}

/// <summary>Accounts, roles, scopes; passwords hashed, locked for a while after too many wrong ones.</summary>
public sealed class Accounts(OperationsStore store, AccessAudit audit, TimeProvider time)
{
    /// <summary>Scope of everything.</summary>
    public const string Everything = "*";

    private const int MaxFailures = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);
    private static readonly Lazy<string> NobodysHash = new(() => Passwords.Hash("nobody has this password"));

    /// <summary>Makes an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="password">Its password; where somebody else's hands know it, the account administration asks for a new one.</param>
    /// <param name="by">Who does it, for the access audit.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="AccountException">There is one of that name, or it cannot be made so.</exception>
    public async Task CreateAsync(NewAccount account, string password, string by, CancellationToken cancel = default)
    {
        var hash = Passwords.Hash(password);
        await store.WriteAsync(async db =>
        {
            await AddAsync(db, account, hash, cancel);
            await audit.AppendAsync(db, by, AuditActions.Account, account.UserId, "CREATE " + AccountAdmin.Words(account), cancel);
        }, cancel);
    }

    /// <summary>Makes several accounts with one password hash; for demonstrations.</summary>
    public async Task CreateWithHashAsync(IReadOnlyCollection<NewAccount> accounts, string passwordHash, CancellationToken cancel = default) =>
        await store.WriteAsync(async db =>
        {
            foreach (var account in accounts)
                await AddAsync(db, account, passwordHash, cancel);
        }, cancel);

    private async Task AddAsync(OperationsDb db, NewAccount a, string passwordHash, CancellationToken cancel)
    {
        if (await db.Users.AnyAsync(u => u.UserId == a.UserId, cancel))
            throw new AccountException(AccountFault.Exists, a.UserId);
        if (a.IsRatedAnalyst)
            throw new AccountException(AccountFault.RatedAnalyst, a.UserId);
        db.Users.Add(new()
        {
            UserId = a.UserId,
            Name = a.Name,
            OrgCode = a.OrgCode,
            StaffCode = a.StaffCode,
            Language = a.Language,
            PasswordHash = passwordHash,
            IsActive = true,
            CreatedUtc = time.GetUtcNow().UtcDateTime,
        });
        db.Roles.AddRange(a.Roles.Distinct().Select(r => new RoleRow { UserId = a.UserId, Role = r }));
        db.Scopes.AddRange(a.Scope.Distinct().Select(o => new ScopeRow { UserId = a.UserId, OrgCode = o }));
    }

    /// <summary>Sets a new password and unlocks the account; who did it stands in the access audit.</summary>
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    public async Task SetPasswordAsync(string userId, string password, string by, CancellationToken cancel = default)
    {
        var hash = Passwords.Hash(password);
        await store.WriteAsync(async db =>
        {
            var user = await UserAsync(db, userId, cancel);
            (user.PasswordHash, user.FailedLogins, user.LockedUntilUtc) = (hash, 0, null);
            (user.MustChangePassword, user.SessionStamp) = (false, AccountAdmin.NewStamp());
            await audit.AppendAsync(db, by, AuditActions.Account, userId, "PASSWORD", cancel);
        }, cancel);
    }

    /// <summary>Replaces the scope of an account; who did it stands in the access audit.</summary>
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    public async Task SetScopeAsync(string userId, IReadOnlyCollection<string> orgs, string by, CancellationToken cancel = default) =>
        await store.WriteAsync(async db =>
        {
            (await UserAsync(db, userId, cancel)).SessionStamp = AccountAdmin.NewStamp();
            db.Scopes.RemoveRange(await db.Scopes.Where(s => s.UserId == userId).ToListAsync(cancel));
            db.Scopes.AddRange(orgs.Distinct().Select(o => new ScopeRow { UserId = userId, OrgCode = o }));
            await audit.AppendAsync(db, by, AuditActions.Account, userId, $"SCOPE {string.Join(',', orgs.Order(StringComparer.Ordinal))}", cancel);
        }, cancel);

    /// <summary>Checks a password. Unknown names take as long as known ones, and say the same.</summary>
    public async Task<LogIn> LogInAsync(string userId, string password, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        UserRow? user;
        await using (var db = store.Open())
            user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.UserId == userId, cancel);
        var isRight = Passwords.Verify(password, user?.PasswordHash ?? NobodysHash.Value);
        if (user is null || !user.IsActive)
            return new(null, Language.Zh, null);
        if (user.LockedUntilUtc > now)
            return new(null, user.Language, user.LockedUntilUtc);
        var locked = await store.WriteAsync(db => CountAsync(db, userId, isRight, now, cancel), cancel);
        if (!isRight || await SessionAsync(userId, cancel) is not { } session)
            return new(null, user.Language, locked);
        return new(session.Actor, user.Language, null) { Session = session };
    }

    /// <summary>Sets one's own new password, the old one given; other sessions end. Wrong old passwords count as failed log-ins.</summary>
    /// <returns>What the session that asked goes on with.</returns>
    /// <exception cref="AccountException">The old password is wrong, or the new one too short or the same.</exception>
    public async Task<Session> ChangePasswordAsync(string userId, string oldPassword, string newPassword, CancellationToken cancel = default)
    {
        if (newPassword.Length < Passwords.MinLength)
            throw new AccountException(AccountFault.ShortPassword, userId);
        if ((await LogInAsync(userId, oldPassword, cancel)).Actor is null)
            throw new AccountException(AccountFault.WrongPassword, userId);
        if (newPassword == oldPassword)
            throw new AccountException(AccountFault.SamePassword, userId);
        await SetPasswordAsync(userId, newPassword, userId, cancel);
        return await SessionAsync(userId, cancel) ?? throw new AccountException(AccountFault.Unknown, userId);
    }

    /// <summary>Sets one's own language of the screen.</summary>
    public async Task SetLanguageAsync(string userId, Language language, CancellationToken cancel = default) =>
        await store.WriteAsync(async db => (await UserAsync(db, userId, cancel)).Language = language, cancel);

    /// <summary>What a session of an active account stands on; null where there is no such account, or it is switched off.</summary>
    public async Task<Session?> SessionAsync(string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.UserId == userId && u.IsActive, cancel);
        return user is null ? null : new(await ActorAsync(db, user, cancel), user.SessionStamp, user.MustChangePassword, user.Language);
    }

    /// <summary>The account as an actor, its scope expanded over the units below; null where there is none, or it is switched off.</summary>
    public async Task<Actor?> FindAsync(string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.UserId == userId && u.IsActive, cancel);
        return user is null ? null : await ActorAsync(db, user, cancel);
    }

    private static async Task<Actor> ActorAsync(OperationsDb db, UserRow user, CancellationToken cancel)
    {
        var userId = user.UserId;
        // One statement, since every request asks: the roles, and the scope with all units below it.
        var rights = await db.Database.SqlQuery<AccountRight>($"""
            WITH RECURSIVE below (code) AS (
                SELECT org_code FROM scope WHERE user_id = {userId}
                UNION SELECT o.code FROM org_unit AS o JOIN below AS b ON o.parent_code = b.code)
            SELECT 'ROLE' AS kind, role AS code FROM role WHERE user_id = {userId}
            UNION ALL SELECT 'UNIT' AS kind, code FROM below
            """).ToListAsync(cancel);
        var roles = rights.Where(r => r.Kind == "ROLE").Select(r => Codes.Parse<Role>(r.Code)).ToHashSet();
        var units = rights.Where(r => r.Kind == "UNIT").Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        return new(user.UserId, user.Name, roles, user.OrgCode, units.Contains(Everything) ? OrgScope.All : OrgScope.Only(units), user.StaffCode);
    }

    private sealed record AccountRight(
        [property: Column("kind")] string Kind, [property: Column("code")] string Code);

    /// <summary>Every account, for the administrator: as actor with language and whether it is active.</summary>
    public async Task<IReadOnlyList<(string UserId, string Name, string? OrgCode, bool IsActive)>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await db.Users.AsNoTracking().OrderBy(u => u.UserId).ToListAsync(cancel);
        return rows.ConvertAll(u => (u.UserId, u.Name, u.OrgCode, u.IsActive));
    }

    private static async Task<DateTime?> CountAsync(OperationsDb db, string userId, bool isRight, DateTime now, CancellationToken cancel)
    {
        var user = await UserAsync(db, userId, cancel);
        user.FailedLogins = isRight ? 0 : user.FailedLogins + 1;
        if (user.FailedLogins >= MaxFailures)
            (user.LockedUntilUtc, user.FailedLogins) = (now + LockTime, 0);
        return user.LockedUntilUtc > now ? user.LockedUntilUtc : null;
    }

    private static async Task<UserRow> UserAsync(OperationsDb db, string userId, CancellationToken cancel) =>
        await db.Users.FirstOrDefaultAsync(u => u.UserId == userId, cancel)
        ?? throw new AccountException(AccountFault.Unknown, userId);
}
