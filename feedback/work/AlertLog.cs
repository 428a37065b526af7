using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>An alert as people are told of it.</summary>
/// <param name="Alert">Its id.</param>
/// <param name="NameZh">Its name.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="DoZh">What to do.</param>
/// <param name="DoEn">The same in English.</param>
/// <param name="Renotify">How long until it is told again.</param>
/// <param name="Roles">Who is told.</param>
public sealed record AlertTerms(string Alert, string NameZh, string NameEn, string DoZh, string DoEn, TimeSpan Renotify, IReadOnlyList<Role> Roles);

/// <summary>
/// What became of alerts, as events; and the messages about them, which go into the outbox in the same transaction. Two
/// servers that see the same thing write it, and tell it, once.
/// </summary>
public sealed class AlertLog(OperationsStore store, TimeProvider time)
{
    /// <summary>The kind of the outbox's messages about alerts.</summary>
    public const string MessageKind = "ALERT";

    private DateTime Now => new(time.GetUtcNow().UtcDateTime.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Unspecified);

    /// <summary>Writes what follows from what an alert sees now, and tells the people of its roles.</summary>
    /// <returns>What was written; empty where nothing changed, or another server was first.</returns>
    public async Task<IReadOnlyList<AlertStep>> SeeAsync(AlertTerms terms, IReadOnlyCollection<AlertSighting> seen, CancellationToken cancel = default)
    {
        try
        {
            return await store.WriteAsync(async db =>
            {
                var events = await db.AlertEvents.AsNoTracking().Where(e => e.Alert == terms.Alert).OrderBy(e => e.Id).ToListAsync(cancel);
                var now = Now;
                var steps = AlertDecision.Decide([.. AlertState.Fold(events).Values], seen, terms.Renotify, now);
                var told = steps.Any(s => s.Tell) ? await People(db, terms.Roles, cancel) : [];
                foreach (var step in steps)
                {
                    db.AlertEvents.Add(new()
                    {
                        Alert = terms.Alert,
                        Subject = step.Subject,
                        Seq = step.Seq,
                        Kind = step.Kind,
                        AtUtc = now,
                        TextZh = step.Zh,
                        TextEn = step.En,
                        ActorId = Actor.System.UserId,
                    });
                    if (step.Tell)
                        db.Outbox.AddRange(told.Select(p => Message(terms, step, p.UserId, p.Language, now)));
                }
                return steps;
            }, cancel);
        }
        catch (DbUpdateException e) when (Conflicts.IsUnique(e))
        {
            return [];
        }
    }

    /// <summary>Every alert that is open or muted now.</summary>
    public async Task<IReadOnlyList<AlertState>> StatesAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var states = AlertState.Fold(await db.AlertEvents.AsNoTracking().OrderBy(e => e.Id).ToListAsync(cancel)).Values;
        var now = Now;
        return [.. states.Where(s => s.IsOpen || s.IsMuted(now)).OrderBy(s => s.RaisedUtc ?? DateTime.MaxValue)];
    }

    /// <summary>Events, newest first, and how many there are.</summary>
    public async Task<(IReadOnlyList<AlertEventRow> Rows, int Total)> HistoryAsync(string? alert, string? kind, int page, int pageSize, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var found = db.AlertEvents.AsNoTracking().Where(e => (alert == null || e.Alert == alert) && (kind == null || e.Kind == kind));
        return (await found.OrderByDescending(e => e.Id).Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancel), await found.CountAsync(cancel));
    }

    /// <summary>Nobody is told of it until a time. Where it is still there then, people are told at the next look.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="subject">About what; empty for the whole alert.</param>
    /// <param name="until">How long from now.</param>
    /// <param name="reason">Why; needed.</param>
    /// <param name="userId">Who.</param>
    /// <param name="cancel">Stops it before it is written.</param>
    /// <exception cref="ArgumentException">No reason, or a time that is not within a year.</exception>
    public Task MuteAsync(string alert, string subject, TimeSpan until, string reason, string userId, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (until <= TimeSpan.Zero || until > TimeSpan.FromDays(366))
            throw new ArgumentException("an alert is muted for up to a year", nameof(until));
        return AddAsync(alert, subject, AlertKind.Muted, Now + until, reason.Trim(), userId, cancel);
    }

    /// <summary>Takes a mute back.</summary>
    public Task UnmuteAsync(string alert, string subject, string userId, CancellationToken cancel = default) =>
        AddAsync(alert, subject, AlertKind.Unmuted, null, null, userId, cancel);

    private Task AddAsync(string alert, string subject, string kind, DateTime? until, string? reason, string userId, CancellationToken cancel) =>
        store.WriteAsync(async db =>
        {
            var last = await db.AlertEvents.AsNoTracking().Where(e => e.Alert == alert && e.Subject == subject).OrderByDescending(e => e.Seq).FirstOrDefaultAsync(cancel);
            db.AlertEvents.Add(new()
            {
                Alert = alert,
                Subject = subject,
                Seq = (last?.Seq ?? 0) + 1,
                Kind = kind,
                AtUtc = Now,
                TextZh = last?.TextZh ?? "",
                TextEn = last?.TextEn ?? "",
                ActorId = userId,
                UntilUtc = until,
                Reason = reason,
            });
        }, cancel);

    private static async Task<List<(string UserId, Language Language)>> People(OperationsDb db, IReadOnlyList<Role> roles, CancellationToken cancel)
    {
        var found = await db.Users.AsNoTracking().Where(u => u.IsActive && db.Roles.Any(r => r.UserId == u.UserId && roles.Contains(r.Role)))
            .OrderBy(u => u.UserId).Select(u => new { u.UserId, u.Language }).ToListAsync(cancel);
        return found.ConvertAll(u => (u.UserId, u.Language));
    }

    private static OutboxRow Message(AlertTerms terms, AlertStep step, string userId, Language language, DateTime now)
    {
        var chinese = language == Language.Zh;
        var over = step.Kind == AlertKind.Recovered;
        var name = chinese ? terms.NameZh : terms.NameEn;
        var head = (step.Kind, chinese) switch
        {
            (AlertKind.Recovered, true) => "已恢复",
            (AlertKind.Recovered, false) => "Recovered",
            (AlertKind.Renotified, true) => "仍未恢复",
            (AlertKind.Renotified, false) => "Still so",
            (_, true) => "告警",
            _ => "Alert",
        };
        var seen = chinese ? step.Zh : step.En;
        var what = chinese ? terms.DoZh : terms.DoEn;
        return new()
        {
            DedupeKey = $"alert/{terms.Alert}/{step.Subject}/{step.Seq}/{userId}",
            Kind = MessageKind,
            Recipient = Outbox.ToUser(userId),
            Channel = Outbox.Mail,
            Subject = chinese ? $"{head}：{name}" : $"{head}: {name}",
            Body = over ? seen : $"{seen}\n\n{what}",
            CreatedUtc = now,
        };
    }
}
