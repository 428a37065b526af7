using System.Diagnostics;
using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Cli;

namespace QualityInsight.Jobs.Bench;

/// <summary>Somebody who works in the benchmark.</summary>
/// <param name="UserId">Account.</param>
/// <param name="Views">The lists this person looks at.</param>
internal sealed record BenchPerson(string UserId, IReadOnlyList<QueueView> Views);

/// <summary>The made-up store of <c>qi bench queue</c>: units, accounts, cases. Made once, kept between runs.</summary>
internal static class BenchStore
{
    public const string Password = "bench-queue-2026";
    public const int Units = 120;
    private const int WorkersOfUnit = 4;

    /// <summary>The folder of prepared stores where none is named.</summary>
    public static string Folder => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "quality-insight-bench")).FullName;

    /// <summary>Who works: mostly handlers, each of another unit, some leaders, clerks and supervisors who see all units.</summary>
    public static IReadOnlyList<BenchPerson> People(int n) =>
    [
        .. Enumerable.Range(0, n).Select(i => (i % 10) switch
        {
            7 => new BenchPerson($"leader{i % Units}", [QueueView.MyUnit, QueueView.Unassigned, QueueView.Overdue, QueueView.WaitingForApproval]),
            8 => new BenchPerson($"clerk{i / 10}", [QueueView.Open, QueueView.Unassigned, QueueView.WaitingForApproval, QueueView.DueToday, QueueView.All]),
            9 => new BenchPerson($"supervisor{i / 10}", [QueueView.Overdue, QueueView.Supervised, QueueView.Open, QueueView.Done]),
            _ => new BenchPerson($"u{i % Units}w{i % WorkersOfUnit}", [QueueView.Mine, QueueView.MyUnit, QueueView.DueToday, QueueView.Overdue]),
        }).DistinctBy(p => p.UserId),
    ];

    /// <summary>Fills a fresh store.</summary>
    public static async Task FillAsync(OperationsStore store, int open, int closed, TimeProvider time, CancellationToken cancel)
    {
        using var room = await FeedbackRoom.OpenAsync(store, time, cancel: cancel);
        await room.Orgs.PutAsync(Enumerable.Range(0, Units).Select(u => new OrgUnit(Code(u), MadeUpCases.UnitName(u), null)), cancel);
        await room.Accounts.CreateWithHashAsync(Accounts(), Passwords.Hash(Password), cancel);
        var policy = PolicyFile.Preset("default");
        var calendar = room.Rules.CalendarOf(policy);
        var today = DateOnly.FromDateTime(room.Rules.Now(policy));
        var cases = new MadeUpCases(room.Rules, policy);
        await using var load = await BulkLoad.BeginAsync(store, cancel);
        var clock = Stopwatch.StartNew();
        var said = 0L;
        foreach (var (days, number, ended) in new[] { (WorkingDays(calendar, today.AddDays(-25), 480), closed, true), (WorkingDays(calendar, today.AddDays(-1), 15), open, false) })
            for (var d = 0; d < days.Count; d++)
            {
                var (from, to) = ((long)number * d / days.Count, (long)number * (d + 1) / days.Count);
                for (var n = (int)from; n < to; n++)
                    cases.Add(load, days[d], n, ended, UnitOf(n), Worker(UnitOf(n), n / Units % WorkersOfUnit));
                cancel.ThrowIfCancellationRequested();
                if (clock.ElapsedMilliseconds - said > 20_000)
                {
                    said = clock.ElapsedMilliseconds;
                    Say.Info(string.Create(CultureInfo.InvariantCulture, $"  {(ended ? "closed" : "open")} cases: {to:N0} of {number:N0} ({load.Events:N0} events, {clock.Elapsed.TotalSeconds:F0} s)"));
                }
            }
        await load.EndAsync(cancel);
        Say.Info(string.Create(CultureInfo.InvariantCulture, $"  {open + closed:N0} cases, {load.Events:N0} events in {clock.Elapsed.TotalSeconds:F0} s"));
    }

    // Spread, so that no unit gets always the same kind of case.
    private static int UnitOf(int n) => (int)(((uint)n * 2654435761u) >> 12) % Units;

    private static string Code(int unit) => $"U{unit:D3}";

    private static (string, string) Worker(int unit, int worker) => ($"u{unit}w{worker}", $"承办{unit}-{worker}");

    private static List<NewAccount> Accounts() =>
    [
        .. Enumerable.Range(0, Units).SelectMany(u => Enumerable.Range(0, WorkersOfUnit).Select(w =>
            new NewAccount(Worker(u, w).Item1, Worker(u, w).Item2, [Role.Handler], Code(u), [Code(u)]))),
        .. Enumerable.Range(0, Units).Select(u => new NewAccount($"leader{u}", $"科长{u}", [Role.UnitLeader], Code(u), [Code(u)])),
        .. Enumerable.Range(0, 30).SelectMany(i => new[]
        {
            new NewAccount($"clerk{i}", $"受理{i}", [Role.IntakeClerk], null, [Feedback.Accounts.Everything]),
            new NewAccount($"supervisor{i}", $"督办{i}", [Role.Supervisor], null, [Feedback.Accounts.Everything]),
        }),
    ];

    // The last n working days up to one, oldest first.
    private static List<DateOnly> WorkingDays(WorkingCalendar calendar, DateOnly last, int n)
    {
        var days = new List<DateOnly>();
        for (var day = last; days.Count < n; day = day.AddDays(-1))
            if (calendar.IsWorking(day))
                days.Add(day);
        days.Reverse();
        return days;
    }
}
