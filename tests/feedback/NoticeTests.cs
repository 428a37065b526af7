using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

/// <summary>Who is told what, once each, however often and whenever the notifier runs.</summary>
public sealed class NoticeTests
{
    private static readonly Actor Second = Make.Actor("handler-2", "ORG-1", Role.Handler);

    [Fact]
    public async Task Each_person_is_told_once_of_what_concerns_them()
    {
        using var w = await OfficeAsync();
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Leader, new AssignHandler("handler"));
        await w.DoAsync(no, Make.Handler, new AcceptCase());
        await w.DoAsync(no, Make.Handler, new RecordCallback(CallbackOutcome.Reached, Make.At("2026-11-16 10:00"), 60, "说明了情况"));
        await w.ReplyAsync(no);
        await RunAsync(w, 5);
        Assert.Equal(
            ["clerk DECISION_WANTED FEEDBACK", "handler ASSIGNED ", "handler DECIDED FeedbackAccepted", "leader ARRIVED "],
            await ToldAsync(w));
    }

    [Fact]
    public async Task Deadlines_cards_and_supervision_are_told_once_though_the_clock_moves_back_and_forth()
    {
        using var w = await OfficeAsync();
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Leader, new AssignHandler("handler"));
        string[] moments = ["2026-11-16 10:05", "2026-11-17 09:00", "2026-11-17 18:00", "2026-11-17 09:30", "2026-11-18 09:30", "2026-11-19 12:00", "2026-11-18 08:00", "2026-11-20 09:30"];
        foreach (var moment in moments)
        {
            w.Time.Set(moment);
            await w.Room.Sweep.RunAsync();
            await RunAsync(w, 2);
        }
        var told = await ToldAsync(w);
        Assert.Equal(told.Distinct(), told);
        Assert.Contains("handler DUE_SOON CALLBACK", told);
        Assert.Contains("handler OVERDUE CALLBACK", told);
        Assert.Contains("leader YELLOW_CARD CALLBACK", told);
        Assert.Contains("leader RED_CARD CALLBACK", told);
        Assert.Contains("supervisor SUPERVISED OVERDUE", told);
        Assert.DoesNotContain(told, t => t.StartsWith("handler-2"));
    }

    [Fact]
    public async Task Two_notifiers_at_once_tell_each_thing_once()
    {
        using var w = await OfficeAsync();
        await w.RouteAsync(Enumerable.Range(0, 60).Select(i => Make.Review($"R-{i}")).ToArray());
        using var other = await w.OpenAgainAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? w.Room : other).Notifier.RunAsync())));
        Assert.Equal(60, w.Scalar<int>("SELECT count(*) FROM notice WHERE kind = 'ARRIVED'"));
    }

    [Fact]
    public async Task History_is_told_to_nobody()
    {
        using var w = await OfficeAsync();
        await w.Room.Router.RunAsync(new ListSource([Make.Review("R-1", at: "2026-03-02 10:00")]), new() { Backfill = true });
        await RunAsync(w, 1);
        Assert.DoesNotContain(await ToldAsync(w), t => t.Contains("ARRIVED"));
    }

    [Fact]
    public async Task Mail_follows_the_persons_choice_quiet_hours_and_the_working_calendar()
    {
        using var w = await OfficeAsync("2026-11-20 21:30"); // Friday evening
        await w.Room.Notices.SaveAsync("leader", await WishAsync(w, "leader", (NoticeKind.Arrived, new(false, true))));
        await w.OneCaseAsync(Make.Review(at: "2026-11-20 21:00"));
        await RunAsync(w, 3);
        var row = Assert.Single(await OutboxAsync(w), o => o.Kind == "NOTICE");
        Assert.Equal(("user:leader", "MAIL"), (row.Recipient, row.Channel));
        Assert.Equal(Make.At("2026-11-23 00:00"), row.NotBeforeUtc); // Monday 08:00 in Shanghai
        Assert.Equal(0, await w.Room.Notices.UnreadAsync("leader"));
        Assert.DoesNotContain("social", row.Body);
        Assert.Contains("HC-20261120-00001", row.Body);
    }

    [Fact]
    public async Task The_digest_comes_once_a_working_day_at_its_hour_also_after_downtime_and_clock_moves()
    {
        using var w = await OfficeAsync();
        await w.Room.Notices.SaveAsync("handler", await WishAsync(w, "handler"));
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Leader, new AssignHandler("handler"));
        foreach (var moment in new[] { "2026-11-16 10:10", "2026-11-16 11:00", "2026-11-17 07:59", "2026-11-17 08:00", "2026-11-17 09:00", "2026-11-16 12:00", "2026-11-17 16:00", "2026-11-20 13:00", "2026-11-21 09:00", "2026-11-22 09:00" })
        {
            w.Time.Set(moment);
            await RunAsync(w, 2);
        }
        // Monday, Tuesday, and Friday after two days down; nothing at the weekend.
        Assert.Equal(["DIGEST:handler:2026-11-16", "DIGEST:handler:2026-11-17", "DIGEST:handler:2026-11-20"],
            (await OutboxAsync(w)).Where(o => o.Kind == "DIGEST").Select(o => o.DedupeKey));
        var text = (await OutboxAsync(w)).Last(o => o.Kind == "DIGEST").Body;
        Assert.Contains(no, text);
        Assert.DoesNotContain("态度不好", text);
    }

    [Fact]
    public async Task Reading_is_ones_own_and_settings_are_checked()
    {
        using var w = await OfficeAsync();
        await w.OneCaseAsync();
        await RunAsync(w, 1);
        var mine = await w.Room.Notices.ListAsync("leader", null, unreadOnly: true, oldestFirst: false, 1, 20);
        await w.Room.Notices.MarkReadAsync("handler", [.. mine.Rows.Select(n => n.Id)]);
        Assert.Equal(mine.Unread, await w.Room.Notices.UnreadAsync("leader"));
        await w.Room.Notices.MarkReadAsync("leader", []);
        Assert.Equal(0, await w.Room.Notices.UnreadAsync("leader"));
        var wish = await WishAsync(w, "leader");
        await Assert.ThrowsAsync<ArgumentException>(() => w.Room.Notices.SaveAsync("leader", wish with { MailAddress = "no address" }));
        await Assert.ThrowsAsync<ArgumentException>(() => w.Room.Notices.SaveAsync("leader", wish with { MailAddress = "a@b.cn\r\nBcc: c@d.cn" }));
        await Assert.ThrowsAsync<ArgumentException>(() => w.Room.Notices.SaveAsync("leader", wish with { DigestHour = 24 }));
    }

    [Theory]
    [InlineData("2026-11-16 19:59", "2026-11-16 19:59")]
    [InlineData("2026-11-16 20:00", "2026-11-17 09:00")]
    [InlineData("2026-11-17 03:00", "2026-11-17 09:00")]
    public void Citizens_are_not_written_to_at_night(string at, string then) => Assert.Equal(Make.At(then), QuietHours.Citizens.NextOpen(Make.At(at)));

    internal static async Task<StoreWorld> OfficeAsync(string now = "2026-11-16 10:00")
    {
        var w = await StoreWorld.OpenAsync(now);
        foreach (var actor in new[] { Make.Clerk, Make.Handler, Second, Make.Leader, Make.Judge, Make.Supervisor })
            await w.AddUserAsync(actor);
        return w;
    }

    internal static async Task<NoticePreferences> WishAsync(StoreWorld w, string user, params (NoticeKind Kind, NoticeWays Ways)[] choices)
    {
        var now = await w.Room.Notices.PreferencesAsync(user);
        return now with
        {
            MailAddress = $"{user}@example.gov.cn",
            Choices = now.Choices.ToDictionary(c => c.Key, c => choices.FirstOrDefault(x => x.Kind == c.Key).Ways ?? c.Value),
        };
    }

    internal static async Task<List<OutboxRow>> OutboxAsync(StoreWorld w)
    {
        await using var db = w.Room.Store.Open();
        return await db.Outbox.AsNoTracking().OrderBy(o => o.Id).ToListAsync();
    }

    private static async Task RunAsync(StoreWorld w, int times)
    {
        for (var i = 0; i < times; i++)
            await w.Room.Notifier.RunAsync();
    }

    private static async Task<List<string>> ToldAsync(StoreWorld w)
    {
        await using var db = w.Room.Store.Open();
        return [.. (await db.Notices.AsNoTracking().ToListAsync()).Select(n => $"{n.UserId} {n.Kind.Code()} {n.Detail}").Order(StringComparer.Ordinal)];
    }
}
