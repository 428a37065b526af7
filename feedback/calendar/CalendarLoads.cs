using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A day that a calendar file changes.</summary>
/// <param name="Before">As it is known now, for the file's region.</param>
/// <param name="After">As the file has it.</param>
public sealed record DayChange(DayInfo Before, DayInfo After);

/// <summary>A running deadline that a calendar file moves, or makes certain.</summary>
/// <param name="CaseNo">The case.</param>
/// <param name="OrgCode">The unit that has it, or null.</param>
/// <param name="OrgName">Its name.</param>
/// <param name="Step">The step.</param>
/// <param name="Before">Due now, local.</param>
/// <param name="WasProvisional">It rests on an assumption now.</param>
/// <param name="After">Due afterwards, local.</param>
/// <param name="IsProvisional">It would still rest on one.</param>
public sealed record DeadlineMove(
    string CaseNo, string? OrgCode, string? OrgName, DeadlineStep Step, DateTime Before, bool WasProvisional, DateTime After, bool IsProvisional)
{
    /// <summary>The moment itself changes, not only how certain it is.</summary>
    public bool Moves => Before != After;
}

/// <summary>What loading a calendar file would do.</summary>
/// <param name="Data">The file.</param>
/// <param name="Region">Region of its days.</param>
/// <param name="Years">Years it announces that were not announced before.</param>
/// <param name="Days">Days that change between working and off, or in name.</param>
/// <param name="Looked">Open cases looked at (n).</param>
/// <param name="Moves">Deadlines set again, by case.</param>
public sealed record CalendarPreview(
    CalendarData Data, string Region, IReadOnlyList<int> Years, IReadOnlyList<DayChange> Days, int Looked, IReadOnlyList<DeadlineMove> Moves)
{
    /// <summary>Cases with a deadline that is set again.</summary>
    public int Cases => Moves.Select(m => m.CaseNo).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>Why a calendar file was not loaded.</summary>
public enum LoadRefusal
{
    /// <summary>The account's roles do not allow it.</summary>
    NotAllowed,
    /// <summary>No reason was given.</summary>
    ReasonMissing,
    /// <summary>Days of a region cannot announce a year for the whole country.</summary>
    RegionalYears,
}

/// <summary>Loading a year's arrangement or regional days (节假日安排): first what it would move, then the load with who and why, then the deadlines set again as events.</summary>
public sealed class CalendarLoads(OperationsStore store, RuleBook rules, DeadlineSweep sweep, AccessAudit audit, TimeProvider time)
{
    private const int BatchSize = 200;

    /// <summary>Who may load calendars.</summary>
    public static bool MayLoad(Actor who) => who.Is(Role.Manager, Role.Administrator);

    /// <summary>What was loaded, newest first.</summary>
    public async Task<IReadOnlyList<CalendarLoadRow>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.CalendarLoads.AsNoTracking().OrderByDescending(l => l.LoadedUtc).ToListAsync(cancel);
    }

    /// <summary>What a file would change. Changes nothing.</summary>
    public async Task<CalendarPreview> PreviewAsync(CalendarData data, IProgress<WhatIfProgress>? progress = null, CancellationToken cancel = default)
    {
        await rules.RefreshAsync(cancel);
        var known = rules.Days;
        var with = known.With(data);
        var region = RegionOf(data);
        var hours = PolicyFile.Preset("default").OpenHours;
        var (before, after) = (new WorkingCalendar(known, hours, region), new WorkingCalendar(with, hours, region));
        var years = data.Years.Select(y => y.Year).Except(known.Years.Select(y => y.Year)).Order().ToList();
        var days = years.SelectMany(DaysOf).Concat(data.Days.Select(d => d.Date)).Distinct().Order().Select(d => new DayChange(before.Day(d), after.Day(d)))
            .Where(c => c.Before.IsWorking != c.After.IsWorking || c.Before.Name != c.After.Name).ToList();
        var (looked, moves) = await MovesAsync(with, progress, cancel);
        return new(data, region, years, days, looked, moves);
    }

    /// <summary>Loads a file on record, then sets again the deadlines it moves.</summary>
    /// <param name="text">The file.</param>
    /// <param name="preview">What was shown before it was agreed to.</param>
    /// <param name="reason">Why.</param>
    /// <param name="who">By whom.</param>
    /// <param name="progress">Cases looked at.</param>
    /// <param name="cancel">Stops it before it is written; setting deadlines again is not left half done.</param>
    public async Task<(SweepReport? Done, LoadRefusal? Refusal)> LoadAsync(
        string text, CalendarPreview preview, string reason, Actor who, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        if (!MayLoad(who))
            return (null, LoadRefusal.NotAllowed);
        if (string.IsNullOrWhiteSpace(reason))
            return (null, LoadRefusal.ReasonMissing);
        if (preview.Region != CalendarData.National && preview.Data.Years.Count > 0)
            return (null, LoadRefusal.RegionalYears);
        var years = string.Join(',', preview.Data.Years.Select(y => y.Year));
        await rules.LoadCalendarAsync(preview.Data, db =>
        {
            db.CalendarLoads.Add(new()
            {
                LoadId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
                Region = preview.Region,
                Years = years,
                Days = preview.Data.Days.Count,
                Deadlines = preview.Moves.Count,
                Cases = preview.Cases,
                Text = text,
                Reason = reason.Trim(),
                LoadedBy = who.UserId,
                LoadedUtc = time.GetUtcNow().UtcDateTime,
            });
            return audit.AppendAsync(db, who.UserId, AuditActions.Calendar, $"{preview.Region} {years}".TrimEnd(), $"LOAD days={preview.Data.Days.Count}: {reason.Trim()}", cancel);
        }, cancel);
        return (await sweep.RecomputeAsync(progress, CancellationToken.None), null);
    }

    private static string RegionOf(CalendarData data) => data.Days.Count > 0 ? data.Days[0].Region : CalendarData.National;

    private static IEnumerable<DateOnly> DaysOf(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => new DateOnly(year, 1, 1).AddDays(i));

    private async Task<(int Looked, List<DeadlineMove> Moves)> MovesAsync(CalendarData with, IProgress<WhatIfProgress>? progress, CancellationToken cancel)
    {
        await using var db = store.Open();
        var open = await db.Views.AsNoTracking().Where(v => v.IsOpen).OrderBy(v => v.CaseNo).Select(v => new { v.CaseNo, v.OrgCode, v.OrgName }).ToListAsync(cancel);
        var (done, moves, calendars) = (0, new List<DeadlineMove>(), new Dictionary<string, WorkingCalendar>(StringComparer.Ordinal));
        progress?.Report(new(0, open.Count));
        foreach (var batch in open.Chunk(BatchSize))
        {
            var numbers = batch.Select(c => c.CaseNo).ToList();
            var events = (await db.Events.AsNoTracking().Where(e => numbers.Contains(e.CaseNo)).OrderBy(e => e.Seq).ToListAsync(cancel))
                .ToLookup(e => e.CaseNo, CaseLedger.Recorded, StringComparer.Ordinal);
            foreach (var c in batch)
            {
                cancel.ThrowIfCancellationRequested();
                var @case = Case.Replay(c.CaseNo, events[c.CaseNo]);
                var policy = await rules.PolicyAsync(@case.PolicyHash, cancel);
                if (!calendars.TryGetValue(policy.Hash, out var calendar))
                    calendars[policy.Hash] = calendar = new(with, policy.OpenHours, policy.Region);
                foreach (var set in new RecomputeDeadlines().Decide(new(@case, Actor.System, policy, calendar, rules.Now(policy))).Events.OfType<DeadlineSet>())
                    if (@case.Deadlines.TryGetValue(set.Step, out var old))
                        moves.Add(new(c.CaseNo, c.OrgCode, c.OrgName, set.Step, old.DueAt, old.Provisional, set.DueAt, set.Provisional));
            }
            progress?.Report(new(done += batch.Length, open.Count));
        }
        return (open.Count, moves);
    }
}
