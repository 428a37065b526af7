using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A page of somebody's notices.</summary>
/// <param name="Rows">The notices.</param>
/// <param name="Total">How many there are under the filter.</param>
/// <param name="Unread">How many are unread in all.</param>
public sealed record NoticePage(IReadOnlyList<NoticeRow> Rows, int Total, int Unread);

/// <summary>By which ways somebody wants a kind of notice.</summary>
/// <param name="InDesk">In the desk.</param>
/// <param name="ByMail">By mail, at once.</param>
public sealed record NoticeWays(bool InDesk, bool ByMail);

/// <summary>How somebody wants to be told.</summary>
/// <param name="MailAddress">Office mail address, or null: no mail.</param>
/// <param name="Language">Language of mails.</param>
/// <param name="DigestHour">Hour of the daily summary, local, 0–23; null: none.</param>
/// <param name="Quiet">When no mail is sent.</param>
/// <param name="Choices">Ways by kind; every kind is there.</param>
public sealed record NoticePreferences(
    string? MailAddress, Language Language, int? DigestHour, QuietHours Quiet, IReadOnlyDictionary<NoticeKind, NoticeWays> Choices);

/// <summary>Somebody's own notices and settings; nobody sees another's.</summary>
public sealed class NoticeDesk(OperationsStore store, RuleBook rules)
{
    internal static readonly (bool InDesk, bool ByMail) DefaultChoice = (true, false);

    /// <summary>How many notices are unread.</summary>
    public async Task<int> UnreadAsync(string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.Notices.CountAsync(n => n.UserId == userId && n.ReadUtc == null && n.InDesk, cancel);
    }

    /// <summary>A page of notices.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="kind">Only this kind, or all.</param>
    /// <param name="unreadOnly">Only those not read yet.</param>
    /// <param name="oldestFirst">The other way round.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">Rows a page.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<NoticePage> ListAsync(
        string userId, NoticeKind? kind, bool unreadOnly, bool oldestFirst, int page, int pageSize, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var mine = db.Notices.AsNoTracking().Where(n => n.UserId == userId && n.InDesk);
        var unread = await mine.CountAsync(n => n.ReadUtc == null, cancel);
        if (kind is not null)
            mine = mine.Where(n => n.Kind == kind);
        if (unreadOnly)
            mine = mine.Where(n => n.ReadUtc == null);
        var ordered = oldestFirst ? mine.OrderBy(n => n.Id) : mine.OrderByDescending(n => n.Id);
        return new(await ordered.Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancel), await mine.CountAsync(cancel), unread);
    }

    /// <summary>Marks one's notices as read: these, or all where none are named.</summary>
    public async Task MarkReadAsync(string userId, IReadOnlyCollection<long> ids, CancellationToken cancel = default)
    {
        var utc = rules.UtcNow();
        await store.WriteAsync(async db =>
        {
            var mine = db.Notices.Where(n => n.UserId == userId && n.ReadUtc == null);
            if (ids.Count > 0)
                mine = mine.Where(n => ids.Contains(n.Id));
            await mine.ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadUtc, (DateTime?)utc), cancel);
        }, cancel);
    }

    /// <summary>How somebody wants to be told.</summary>
    public async Task<NoticePreferences> PreferencesAsync(string userId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var language = await db.Users.Where(u => u.UserId == userId).Select(u => u.Language).FirstOrDefaultAsync(cancel);
        var setting = await db.NoticeSettings.AsNoTracking().FirstOrDefaultAsync(s => s.UserId == userId, cancel) ?? Default(userId, language);
        var choices = await db.NoticeChoices.AsNoTracking().Where(c => c.UserId == userId).ToListAsync(cancel);
        return new(setting.MailAddress, setting.Language, setting.DigestHour, new(setting.QuietFrom, setting.QuietUntil),
            Enum.GetValues<NoticeKind>().ToDictionary(k => k, k => choices.FirstOrDefault(c => c.Kind == k) is { } c
                ? new NoticeWays(c.InDesk, c.ByMail) : new(DefaultChoice.InDesk, DefaultChoice.ByMail)));
    }

    /// <summary>Changes how somebody wants to be told, from now on.</summary>
    /// <exception cref="ArgumentException">The address is none, or an hour is not one of a day.</exception>
    public async Task SaveAsync(string userId, NoticePreferences wanted, CancellationToken cancel = default)
    {
        if (wanted.MailAddress is { } address && !(System.Net.Mail.MailAddress.TryCreate(address, out var read) && read.Address == address))
            throw new ArgumentException("That is not a mail address.", nameof(wanted));
        if (wanted.DigestHour is < 0 or > 23 || wanted.Quiet.From is < 0 or > 23 || wanted.Quiet.Until is < 0 or > 23)
            throw new ArgumentException("An hour lies between 0 and 23.", nameof(wanted));
        await store.WriteAsync(async db =>
        {
            var setting = await db.NoticeSettings.FirstOrDefaultAsync(s => s.UserId == userId, cancel);
            if (setting is null)
                db.NoticeSettings.Add(setting = Default(userId, wanted.Language));
            (setting.MailAddress, setting.Language, setting.DigestHour) = (wanted.MailAddress, wanted.Language, wanted.DigestHour);
            (setting.QuietFrom, setting.QuietUntil) = (wanted.Quiet.From, wanted.Quiet.Until);
            var known = await db.NoticeChoices.Where(c => c.UserId == userId).ToDictionaryAsync(c => c.Kind, cancel);
            foreach (var (kind, ways) in wanted.Choices)
                if (known.TryGetValue(kind, out var row))
                    (row.InDesk, row.ByMail) = (ways.InDesk, ways.ByMail);
                else
                    db.NoticeChoices.Add(new() { UserId = userId, Kind = kind, InDesk = ways.InDesk, ByMail = ways.ByMail });
        }, cancel);
    }

    internal static NoticeSettingRow Default(string userId, Language language) =>
        new() { UserId = userId, Language = language, DigestHour = 8, QuietFrom = 20, QuietUntil = 8 };
}
