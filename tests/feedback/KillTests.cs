using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

/// <summary><c>kill -9</c> at moments nobody chose, fifty times, while cases are worked, people told and messages sent.</summary>
public sealed class KillTests
{
    private const int Kills = 50;

    [Fact]
    public async Task Killed_fifty_times_no_acknowledged_action_is_lost_or_doubled_and_no_notice_is_sent_twice_or_lost()
    {
        using var w = await NoticeTests.OfficeAsync("2026-11-16 09:30");
        await w.RouteAsync(Enumerable.Range(0, 60).Select(i => Make.Review($"R-{i}", at: "2026-11-16 09:00")).ToArray());
        for (var i = 0; i < 60; i++)
            await w.Room.Vault!.PutAsync($"hash-R-{i}", new(null, $"138{i:D8}"));
        foreach (var user in new[] { "handler", "leader", "clerk" })
            await w.Room.Notices.SaveAsync(user, await NoticeTests.WishAsync(w, user, [.. Enum.GetValues<NoticeKind>().Select(k => (k, new NoticeWays(true, true)))]));

        var folder = Path.Combine(w.Folder, "sent");
        var random = new Random(20261126);
        var acknowledged = new Dictionary<(string CaseNo, int Seq), string>();
        var midway = 0;
        for (var run = 0; run < Kills; run++)
        {
            var before = acknowledged.Count;
            foreach (var line in await RunAndKillAsync(w, run, folder, random))
                if (line.Split(' ') is ["ack", var no, var seq, var type])
                    Assert.True(acknowledged.TryAdd((no, int.Parse(seq, CultureInfo.InvariantCulture)), type), $"{line} was acknowledged twice");
            midway += acknowledged.Count > before ? 1 : 0;
            await CheckHistoryAsync(w, acknowledged);
        }
        Assert.True(midway > Kills / 2, $"only {midway} of {Kills} runs got as far as an action");

        // Everything that waits goes out, claims of the dead having run out.
        w.Time.Set("2026-11-16 17:00");
        IMessageTransport[] transports = [new SmsFolder(folder), new ActingProcess.MailFolder(folder)];
        await w.Room.Notifier.RunAsync();
        await w.Room.Dispatcher.RunAsync(transports);
        await CheckMessagesAsync(w, folder);

        // None was lost: read anew from the first event, nothing is found that was not told.
        var notices = w.Scalar<int>("SELECT count(*) FROM notice");
        w.Scalar<int>("DELETE FROM router_position WHERE name = 'notices'; SELECT 1");
        var again = await w.Room.Notifier.RunAsync();
        Assert.Equal((w.Scalar<int>("SELECT count(*) FROM case_event"), 0, 0), (again.Events, again.Notices, again.Messages));
        Assert.True(notices > 60, $"only {notices} notices; the test says little");
    }

    private static async Task<List<string>> RunAndKillAsync(StoreWorld w, int run, string folder, Random random)
    {
        var now = Make.At("2026-11-16 09:31").AddMinutes(6 * run).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(RouterProcess).Assembly.Location, "act", w.Path, now, run.ToString(CultureInfo.InvariantCulture), folder })
            info.ArgumentList.Add(argument);
        info.Environment["DOTNET_TieredPGO"] = "0"; // starts sooner
        using var child = Process.Start(info)!;
        var said = new List<string>();
        var reading = Task.Run(async () =>
        {
            while (await child.StandardOutput.ReadLineAsync() is { } line)
            {
                said.Add(line);
                // A third may be killed before it did anything, the others after their first action, however slow the machine is.
                if (run % 3 == 0 ? line == "ready" : line.StartsWith("ack ", StringComparison.Ordinal) && said.Count(l => l.StartsWith("ack ", StringComparison.Ordinal)) == 1)
                    _ = Task.Delay(random.Next(5, 900)).ContinueWith(_ => child.Kill(), TaskScheduler.Default);
            }
        });
        await reading.WaitAsync(TimeSpan.FromSeconds(60));
        await child.WaitForExitAsync();
        Assert.Equal(137, child.ExitCode); // killed, not fallen
        return said;
    }

    private static async Task CheckHistoryAsync(StoreWorld w, Dictionary<(string CaseNo, int Seq), string> acknowledged)
    {
        await using var db = w.Room.Store.Open();
        var events = await db.Events.AsNoTracking().OrderBy(e => e.Position).ToListAsync();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Position));
        var byKey = events.ToDictionary(e => (e.CaseNo, e.Seq), e => e.EventType);
        Assert.All(acknowledged, a => Assert.Equal(a.Value, byKey.GetValueOrDefault(a.Key)));
        var notes = events.Where(e => e.EventType == nameof(NoteAdded)).Select(e => e.Data).ToList();
        Assert.Equal(notes.Count, notes.Distinct().Count());
        var views = await db.Views.AsNoTracking().ToDictionaryAsync(v => v.CaseNo);
        foreach (var history in events.GroupBy(e => e.CaseNo))
            Assert.Equal(Projection.Of(Case.Replay(history.Key, history.OrderBy(e => e.Seq).Select(CaseLedger.Recorded))), views[history.Key]);
    }

    private static async Task CheckMessagesAsync(StoreWorld w, string folder)
    {
        var outbox = await NoticeTests.OutboxAsync(w);
        Assert.Equal(outbox.Count, outbox.Select(o => o.DedupeKey).Distinct().Count());
        Assert.All(outbox, o => Assert.True(o.SentUtc is not null || o.WithdrawnUtc is not null, $"{o.DedupeKey}: {o.LastError}"));
        var sent = outbox.Where(o => o.SentUtc is not null).Select(o => Outbox.IdOf(o) + ".txt").Order(StringComparer.Ordinal);
        Assert.Equal(sent, Directory.GetFiles(folder, "*.txt").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.Contains(outbox, o => o is { Channel: Outbox.Sms, SentUtc: not null });
    }
}
