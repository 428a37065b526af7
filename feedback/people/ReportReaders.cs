using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>How a report reaches its reader (送达方式).</summary>
public enum ReportHow
{
    /// <summary>附件: the PDF and the workbook come with the letter.</summary>
    Attach,

    /// <summary>链接: the letter brings the summary and a link that needs logging in.</summary>
    Link,
}

/// <summary>What somebody wants of reports.</summary>
/// <param name="MailAddress">Office address; null: no letters.</param>
/// <param name="Language">Language of the report.</param>
/// <param name="How">As a file or as a link.</param>
/// <param name="Weekly">The weekly report.</param>
/// <param name="Daily">The daily flash.</param>
/// <param name="Bulletin">The monthly bulletin.</param>
public sealed record ReportSetting(string? MailAddress, Language Language, ReportHow How, bool Weekly, bool Daily, bool Bulletin);

/// <summary>Somebody who gets a report of one scope.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Org">The unit it speaks of, with those below; null for the whole.</param>
/// <param name="Setting">How.</param>
public sealed record ReportReader(string UserId, string? Org, ReportSetting Setting);

/// <summary>
/// Who gets which report: those whose role reads reports, one report for each unit of their scope (the manager of a district
/// gets that district's), as each has chosen.
/// </summary>
public sealed class ReportReaders(OperationsStore store)
{
    /// <summary>Roles that may get reports.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.Manager, Role.Supervisor, Role.UnitLeader, Role.Analyst];

    /// <summary>The setting of an account, as it is before anybody chose: managers get the weekly report.</summary>
    public async Task<ReportSetting> OfAsync(string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        if (await db.ReportSettings.AsNoTracking().FirstOrDefaultAsync(s => s.UserId == userId, cancel) is { } row)
            return Of(row);
        var isManager = await db.Roles.AnyAsync(r => r.UserId == userId && r.Role == Role.Manager, cancel);
        var language = await db.Users.Where(u => u.UserId == userId).Select(u => u.Language).FirstOrDefaultAsync(cancel);
        return new(null, language, ReportHow.Attach, isManager, false, false);
    }

    /// <summary>Keeps the setting of an account.</summary>
    /// <exception cref="ArgumentException">The address is none.</exception>
    public async Task SaveAsync(string userId, ReportSetting setting, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var address = string.IsNullOrWhiteSpace(setting.MailAddress) ? null : setting.MailAddress.Trim();
        if (address is not null && (!System.Net.Mail.MailAddress.TryCreate(address, out var parsed) || parsed.Address != address || address.Length > 254))
            throw new ArgumentException($"\"{address}\" is no mail address.", nameof(setting));
        await store.WriteAsync(async db =>
        {
            var row = await db.ReportSettings.FirstOrDefaultAsync(s => s.UserId == userId, cancel);
            if (row is null) db.ReportSettings.Add(row = new() { UserId = userId, How = "" });
            (row.MailAddress, row.Language, row.How) = (address, setting.Language, setting.How == ReportHow.Link ? "LINK" : "ATTACH");
            (row.Weekly, row.Daily, row.Bulletin) = (setting.Weekly, setting.Daily, setting.Bulletin);
        }, cancel);
    }

    /// <summary>Everybody who gets a kind of report and has an address, one entry a unit of their scope.</summary>
    /// <param name="kind"><c>weekly</c>, <c>daily</c> or <c>bulletin</c>.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<ReportReader>> ListAsync(string kind, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var settings = await db.ReportSettings.AsNoTracking().Where(s => s.MailAddress != null).ToListAsync(cancel);
        var active = (await db.Users.Where(u => u.IsActive).Select(u => u.UserId).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var entitled = (await db.Roles.AsNoTracking().ToListAsync(cancel)).Where(r => Roles.Contains(r.Role)).Select(r => r.UserId).ToHashSet(StringComparer.Ordinal);
        var scopes = (await db.Scopes.AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.UserId, s => s.OrgCode, StringComparer.Ordinal);
        return
        [
            .. settings.Where(s => active.Contains(s.UserId) && entitled.Contains(s.UserId) && (kind switch { "weekly" => s.Weekly, "daily" => s.Daily, "bulletin" => s.Bulletin, _ => false }))
                .OrderBy(s => s.UserId, StringComparer.Ordinal)
                .SelectMany(s => (scopes[s.UserId].Contains(Accounts.Everything) ? [Accounts.Everything] : scopes[s.UserId].Order(StringComparer.Ordinal).ToArray())
                    .Select(o => new ReportReader(s.UserId, o == Accounts.Everything ? null : o, Of(s)))),
        ];
    }

    private static ReportSetting Of(ReportSettingRow row) =>
        new(row.MailAddress, row.Language, row.How == "LINK" ? ReportHow.Link : ReportHow.Attach, row.Weekly, row.Daily, row.Bulletin);
}
