using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>An account as its administrator sees it.</summary>
/// <param name="UserId">The name to log in with.</param>
/// <param name="Name">As shown.</param>
/// <param name="Roles">Roles.</param>
/// <param name="OrgCode">Home unit, or null.</param>
/// <param name="Scope">Units, with those below, that it sees; <c>*</c> for all.</param>
/// <param name="StaffCode">Number the person is rated under, or null.</param>
/// <param name="Language">Language of the screen.</param>
/// <param name="IsActive">May log in.</param>
/// <param name="LockedUntilUtc">Locked until, UTC; null: not locked now.</param>
/// <param name="MustChangePassword">Has a password given by somebody else.</param>
public sealed record AccountDetail(
    string UserId, string Name, IReadOnlyList<Role> Roles, string? OrgCode, IReadOnlyList<string> Scope, string? StaffCode,
    Language Language, bool IsActive, DateTime? LockedUntilUtc, bool MustChangePassword);

/// <summary>
/// What the administrator does to accounts (账号管理): each change is written to the access audit in the same transaction, and
/// ends the sessions it concerns.
/// </summary>
public sealed partial class AccountAdmin(OperationsStore store, AccessAudit audit, TimeProvider time)
{
    private const string PasswordSigns = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>All accounts, by name to log in with.</summary>
    public async Task<IReadOnlyList<AccountDetail>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var users = await db.Users.AsNoTracking().OrderBy(u => u.UserId).ToListAsync(cancel);
        var roles = (await db.Roles.AsNoTracking().ToListAsync(cancel)).ToLookup(r => r.UserId, r => r.Role, StringComparer.Ordinal);
        var scopes = (await db.Scopes.AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.UserId, s => s.OrgCode, StringComparer.Ordinal);
        return users.ConvertAll(u => Detail(u, roles[u.UserId], scopes[u.UserId]));
    }

    /// <summary>One account, or null.</summary>
    public async Task<AccountDetail?> FindAsync(string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.UserId == userId, cancel);
        return user is null ? null : Detail(
            user, await db.Roles.AsNoTracking().Where(r => r.UserId == userId).Select(r => r.Role).ToListAsync(cancel),
            await db.Scopes.AsNoTracking().Where(s => s.UserId == userId).Select(s => s.OrgCode).ToListAsync(cancel));
    }

    /// <summary>Makes an account with a password that only lets its owner set another.</summary>
    /// <returns>The one-time password; it is kept nowhere.</returns>
    /// <exception cref="AccountException">It cannot be made so.</exception>
    public async Task<string> CreateAsync(NewAccount account, string byUserId, CancellationToken cancel = default)
    {
        if (!LoginName().IsMatch(account.UserId))
            throw new AccountException(AccountFault.BadName, account.UserId);
        var password = OneTimePassword();
        var hash = Passwords.Hash(password);
        await store.WriteAsync(async db =>
        {
            await CheckAsync(db, account, cancel);
            if (await db.Users.AnyAsync(u => u.UserId == account.UserId, cancel))
                throw new AccountException(AccountFault.Exists, account.UserId);
            var user = new UserRow
            {
                UserId = account.UserId, Name = account.Name, PasswordHash = hash, IsActive = true,
                CreatedUtc = time.GetUtcNow().UtcDateTime, MustChangePassword = true, SessionStamp = NewStamp(),
            };
            db.Users.Add(user);
            Fill(db, user, account);
            await audit.AppendAsync(db, byUserId, AuditActions.Account, account.UserId, "CREATE " + Words(account), cancel);
        }, cancel);
        return password;
    }

    /// <summary>Changes name, roles, unit, scope, staff number and language. Where roles, unit or scope change, the account's sessions end.</summary>
    /// <exception cref="AccountException">It cannot be changed so, or it is one's own and more than the name and language would change.</exception>
    public async Task UpdateAsync(NewAccount account, string byUserId, CancellationToken cancel = default) =>
        await store.WriteAsync(async db =>
        {
            var user = await UserAsync(db, account.UserId, cancel);
            await CheckAsync(db, account, cancel);
            var roles = await db.Roles.Where(r => r.UserId == user.UserId).ToListAsync(cancel);
            var scopes = await db.Scopes.Where(s => s.UserId == user.UserId).ToListAsync(cancel);
            if (!roles.Select(r => r.Role).ToHashSet().SetEquals(account.Roles) || !scopes.Select(s => s.OrgCode).ToHashSet().SetEquals(account.Scope)
                || user.OrgCode != account.OrgCode || user.StaffCode != account.StaffCode)
            {
                if (account.UserId == byUserId)
                    throw new AccountException(AccountFault.Yourself, byUserId);
                user.SessionStamp = NewStamp();
            }
            db.Roles.RemoveRange(roles.Where(r => !account.Roles.Contains(r.Role)));
            db.Scopes.RemoveRange(scopes.Where(s => !account.Scope.Contains(s.OrgCode)));
            user.Name = account.Name;
            Fill(db, user, account with
            {
                Roles = [.. account.Roles.Except(roles.Select(r => r.Role))], Scope = [.. account.Scope.Except(scopes.Select(s => s.OrgCode))],
            });
            await audit.AppendAsync(db, byUserId, AuditActions.Account, user.UserId, "CHANGE " + Words(account), cancel);
        }, cancel);

    /// <summary>Switches an account off (its sessions end at once) or on again.</summary>
    /// <exception cref="AccountException">There is none, or it is one's own.</exception>
    public async Task SetActiveAsync(string userId, bool active, string byUserId, CancellationToken cancel = default) =>
        await ChangeAsync(userId, byUserId, active ? "ON" : "OFF", user =>
        {
            if (!active && userId == byUserId)
                throw new AccountException(AccountFault.Yourself, userId);
            (user.IsActive, user.SessionStamp) = (active, NewStamp());
        }, cancel);

    /// <summary>Lets a locked account try again.</summary>
    /// <exception cref="AccountException">There is none.</exception>
    public async Task UnlockAsync(string userId, string byUserId, CancellationToken cancel = default) =>
        await ChangeAsync(userId, byUserId, "UNLOCK", user => (user.LockedUntilUtc, user.FailedLogins) = (null, 0), cancel);

    /// <summary>Gives an account a one-time password, unlocks it and ends its sessions.</summary>
    /// <returns>The password; it is kept nowhere.</returns>
    /// <exception cref="AccountException">There is none.</exception>
    public async Task<string> ResetPasswordAsync(string userId, string byUserId, CancellationToken cancel = default)
    {
        var password = OneTimePassword();
        var hash = Passwords.Hash(password);
        await ChangeAsync(userId, byUserId, "RESET_PASSWORD", user =>
        {
            if (userId == byUserId)
                throw new AccountException(AccountFault.Yourself, userId);
            (user.PasswordHash, user.MustChangePassword, user.SessionStamp) = (hash, true, NewStamp());
            (user.LockedUntilUtc, user.FailedLogins) = (null, 0);
        }, cancel);
        return password;
    }

    internal static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private async Task ChangeAsync(string userId, string byUserId, string what, Action<UserRow> change, CancellationToken cancel) =>
        await store.WriteAsync(async db =>
        {
            change(await UserAsync(db, userId, cancel));
            await audit.AppendAsync(db, byUserId, AuditActions.Account, userId, what, cancel);
        }, cancel);

    private static async Task CheckAsync(OperationsDb db, NewAccount account, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(account.Name))
            throw new AccountException(AccountFault.NoShownName, account.UserId);
        if (account.Roles.Any(r => r is Role.System or Role.Reviewer))
            throw new AccountException(AccountFault.NotARole, account.Roles.First(r => r is Role.System or Role.Reviewer).Code());
        if (account.IsRatedAnalyst)
            throw new AccountException(AccountFault.RatedAnalyst, account.UserId);
        var units = await db.OrgUnits.AsNoTracking().Select(o => o.Code).ToListAsync(cancel);
        var named = account.Scope.Where(o => o != Accounts.Everything).Concat(account.OrgCode is { } home ? [home] : []);
        if (units.Count > 0 && named.FirstOrDefault(o => !units.Contains(o)) is { } unknown)
            throw new AccountException(AccountFault.UnknownUnit, unknown);
    }

    private static void Fill(OperationsDb db, UserRow user, NewAccount account)
    {
        (user.OrgCode, user.StaffCode, user.Language) = (account.OrgCode, account.StaffCode, account.Language);
        db.Roles.AddRange(account.Roles.Distinct().Select(r => new RoleRow { UserId = user.UserId, Role = r }));
        db.Scopes.AddRange(account.Scope.Distinct().Select(o => new ScopeRow { UserId = user.UserId, OrgCode = o }));
    }

    private static async Task<UserRow> UserAsync(OperationsDb db, string userId, CancellationToken cancel) =>
        await db.Users.FirstOrDefaultAsync(u => u.UserId == userId, cancel) ?? throw new AccountException(AccountFault.Unknown, userId);

    private AccountDetail Detail(UserRow u, IEnumerable<Role> roles, IEnumerable<string> scope) => new(
        u.UserId, u.Name, [.. roles.Order()], u.OrgCode, [.. scope.Order(StringComparer.Ordinal)], u.StaffCode, u.Language, u.IsActive,
        u.LockedUntilUtc > time.GetUtcNow().UtcDateTime ? u.LockedUntilUtc : null, u.MustChangePassword);

    internal static string Words(NewAccount a) =>
        $"roles={string.Join(',', a.Roles.Order().Select(r => r.Code()))} unit={a.OrgCode ?? "-"} scope={string.Join(',', a.Scope.Order(StringComparer.Ordinal))} staff={a.StaffCode ?? "-"}";

    // 12 of 31 signs that are not mistaken for each other: 59 bits.
    private static string OneTimePassword()
    {
        var signs = RandomNumberGenerator.GetString(PasswordSigns, 12);
        return $"{signs[..4]}-{signs[4..8]}-{signs[8..]}";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{1,39}$")]
    private static partial Regex LoginName();
}
