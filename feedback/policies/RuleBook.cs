using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>
/// The policies and calendars in force, from the operations store. Policy versions never change and are kept in memory;
/// calendars are read again by <see cref="RefreshAsync"/>.
/// </summary>
public sealed class RuleBook(OperationsStore store, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Policy> _policies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WorkingCalendar> _calendars = new(StringComparer.Ordinal);
    private volatile CalendarData? _calendar;

    /// <summary>Puts the shipped calendar years that are missing into the store, and for each kind of matter a policy where there is none.</summary>
    public async Task SeedAsync(CancellationToken cancel = default)
    {
        await using (var db = store.Open())
        {
            var years = await db.CalendarYears.Where(y => y.Region == CalendarData.National).Select(y => y.Year).ToListAsync(cancel);
            if (CalendarData.Shipped.Years.Any(y => !years.Contains(y.Year)))
                await SaveCalendarAsync(CalendarData.Shipped, replace: false, cancel);
            var known = (await db.Policies.AsNoTracking().ToListAsync(cancel)).SelectMany(p => PolicyFile.Parse(p.Yaml, p.Id).Kinds).ToHashSet();
            foreach (var kind in CaseKinds.All.Where(k => !known.Contains(k)))
                await ActivateAsync(PolicyFile.ShippedFor(kind)[0], Actor.System.UserId, cancel);
        }
        await RefreshAsync(cancel);
    }

    /// <summary>Reads the calendar again, in case another process loaded a year.</summary>
    public async Task RefreshAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var years = await db.CalendarYears.AsNoTracking().ToListAsync(cancel);
        var days = await db.CalendarDays.AsNoTracking().ToListAsync(cancel);
        _calendar = new(
            years.Where(y => y.Region == CalendarData.National).Select(y => new AnnouncedYear(y.Year, y.Papers.Split('\n', StringSplitOptions.RemoveEmptyEntries))),
            days.Select(d => new SpecialDay(d.Date, d.Name, d.IsOff, d.Region)));
        _calendars.Clear();
    }

    /// <summary>The policy of a version.</summary>
    /// <exception cref="InvalidOperationException">The store does not know it.</exception>
    public async Task<Policy> PolicyAsync(string hash, CancellationToken cancel = default)
    {
        if (_policies.TryGetValue(hash, out var known))
            return known;
        await using var db = store.Open();
        var row = await db.Policies.AsNoTracking().FirstOrDefaultAsync(p => p.Hash == hash, cancel)
            ?? throw new InvalidOperationException($"The operations store has no policy version {hash}.");
        return _policies.GetOrAdd(hash, PolicyFile.Parse(row.Yaml, row.Id));
    }

    /// <summary>
    /// The policy for bad reviews' cases opened on a day: of those activated, the last one by its <c>valid_from</c> on or before that day
    /// (then by activation); before all of them, the first.
    /// </summary>
    public async Task<Policy> InForceAsync(DateOnly day, CancellationToken cancel = default) => Choose(await VersionsAsync(cancel), day);

    /// <summary>Every version for bad reviews, by <c>valid_from</c>, then by activation.</summary>
    public Task<IReadOnlyList<Policy>> VersionsAsync(CancellationToken cancel = default) => VersionsAsync(CaseKind.BadReview, cancel);

    /// <summary>Every activated version for a kind, by <c>valid_from</c>, then by activation.</summary>
    public async Task<IReadOnlyList<Policy>> VersionsAsync(CaseKind kind, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var inOrder = db.Policies.AsNoTracking().OrderBy(p => p.ValidFrom).ThenBy(p => p.ActivatedUtc);
        // Their texts never change: only those not known yet are read.
        var hashes = await inOrder.Select(p => p.Hash).ToListAsync(cancel);
        if (!hashes.TrueForAll(_policies.ContainsKey))
            foreach (var row in await inOrder.ToListAsync(cancel))
                _policies.GetOrAdd(row.Hash, _ => PolicyFile.Parse(row.Yaml, row.Id));
        return [.. hashes.Select(h => _policies[h]).Where(p => p.Kinds.Contains(kind))];
    }

    /// <summary>Of versions in order, the one for a day.</summary>
    internal static Policy Choose(IReadOnlyList<Policy> versions, DateOnly day) =>
        versions.LastOrDefault(p => p.ValidFrom <= day) ?? versions.FirstOrDefault()
        ?? throw new InvalidOperationException("No policy is active. Activate one first.");

    /// <summary>Puts a policy in force for cases opened from its <c>valid_from</c> on; open cases keep theirs. The same text twice changes nothing.</summary>
    public async Task ActivateAsync(Policy policy, string userId, CancellationToken cancel = default) => await ActivateAsync(policy, userId, "", cancel);

    internal async Task ActivateAsync(Policy policy, string userId, string reason, CancellationToken cancel) =>
        await store.WriteAsync(async db =>
        {
            if (!await db.Policies.AnyAsync(p => p.Hash == policy.Hash, cancel))
                db.Policies.Add(new()
                {
                    Hash = policy.Hash,
                    Id = policy.Id,
                    ValidFrom = policy.ValidFrom,
                    Yaml = policy.Yaml,
                    ActivatedUtc = time.GetUtcNow().UtcDateTime,
                    ActivatedBy = userId,
                    Reason = reason,
                });
        }, cancel);

    /// <summary>
    /// Loads a calendar file: a year that was announced, or regional days. Run <see cref="DeadlineSweep.RecomputeAsync"/>
    /// afterwards, so that deadlines it moves are set again.
    /// </summary>
    public async Task LoadCalendarAsync(CalendarData data, CancellationToken cancel = default)
    {
        await SaveCalendarAsync(data, replace: true, cancel);
        await RefreshAsync(cancel);
    }

    /// <summary>The same, with its record in the same transaction.</summary>
    internal async Task LoadCalendarAsync(CalendarData data, Func<OperationsDb, Task> record, CancellationToken cancel)
    {
        await SaveCalendarAsync(data, replace: true, cancel, record);
        await RefreshAsync(cancel);
    }

    /// <summary>Years and days as they were read last.</summary>
    public CalendarData Days => _calendar ?? throw new InvalidOperationException("The calendar has not been read; call SeedAsync or RefreshAsync first.");

    /// <summary>The working calendar of a policy.</summary>
    public WorkingCalendar CalendarOf(Policy policy) =>
        _calendars.GetOrAdd(policy.Hash, _ => new WorkingCalendar(Days, policy.OpenHours, policy.Region));

    /// <summary>The bureau's wall-clock, to the millisecond.</summary>
    public DateTime Now(Policy policy)
    {
        var local = TimeZoneInfo.ConvertTime(time.GetUtcNow(), policy.Zone).DateTime;
        return new(local.Ticks - (local.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Unspecified);
    }

    /// <summary>UTC, to the millisecond.</summary>
    internal DateTime UtcNow()
    {
        var utc = time.GetUtcNow().UtcDateTime;
        return new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Unspecified);
    }

    private async Task SaveCalendarAsync(CalendarData data, bool replace, CancellationToken cancel, Func<OperationsDb, Task>? record = null) =>
        await store.WriteAsync(async db =>
        {
            if (record is not null)
                await record(db);
            var years = await db.CalendarYears.ToDictionaryAsync(y => (y.Region, y.Year), cancel);
            foreach (var year in data.Years)
            {
                var papers = string.Join('\n', year.Papers);
                if (!years.TryGetValue((CalendarData.National, year.Year), out var row))
                    db.CalendarYears.Add(new() { Region = CalendarData.National, Year = year.Year, Papers = papers });
                else if (replace)
                    row.Papers = papers;
            }
            var days = await db.CalendarDays.ToDictionaryAsync(d => (d.Region, d.Date), cancel);
            foreach (var day in data.Days)
            {
                if (!days.TryGetValue((day.Region, day.Date), out var row))
                    db.CalendarDays.Add(new() { Region = day.Region, Date = day.Date, Name = day.Name, IsOff = day.IsOff });
                else if (replace)
                    (row.Name, row.IsOff) = (day.Name, day.IsOff);
            }
        }, cancel);
}
