using System.Text.RegularExpressions;

namespace QualityInsight.Feedback.Tests;

/// <summary>From the outbox to the transport: links for citizens, retries, dead letters; nothing personal in between.</summary>
public sealed class DispatcherTests
{
    private const string Phone = "13812345678";

    [Fact]
    public async Task The_citizen_gets_one_message_with_a_link_that_works_and_no_number_stands_in_the_outbox()
    {
        using var w = await NoticeTests.OfficeAsync();
        await w.Room.Vault!.PutAsync("hash-R-1", new("王某", Phone));
        await w.FedBackAsync();
        await w.Room.Notifier.RunAsync();
        await w.Room.Notifier.RunAsync();
        var row = Assert.Single(await NoticeTests.OutboxAsync(w));
        Assert.Equal(("case:HC-20261116-00001", "SMS"), (row.Recipient, row.Channel));
        Assert.DoesNotContain(Phone, row.Recipient + row.Subject + row.Body + row.DedupeKey);
        Assert.DoesNotContain("王某", row.Body);
        var folder = Path.Combine(w.Folder, "sms");
        Assert.Equal(1, (await w.Room.Dispatcher.RunAsync([new SmsFolder(folder)])).Sent);
        Assert.Equal(0, (await w.Room.Dispatcher.RunAsync([new SmsFolder(folder)])).Sent);
        var text = File.ReadAllText(Assert.Single(Directory.GetFiles(folder)));
        Assert.StartsWith(Phone + "\n", text);
        var token = Regex.Match(text, "https://pj.example.gov.cn/r/([A-Za-z0-9_-]{43})").Groups[1].Value;
        Assert.DoesNotContain(token, (await NoticeTests.OutboxAsync(w))[0].Body);
        Assert.True(await w.Room.Rereview.RateAsync(token, Satisfaction.Satisfied, null));
        var sent = Assert.Single(await w.Room.Audit.OfAsync("HC-20261116-00001", 10));
        Assert.Equal((AuditActions.Send, "system", "SMS"), (sent.Action, sent.UserId, sent.Purpose));
    }

    [Fact]
    public async Task A_message_is_withdrawn_where_the_citizen_rated_before_it_was_sent()
    {
        using var w = await NoticeTests.OfficeAsync();
        await w.Room.Vault!.PutAsync("hash-R-1", new("王某", Phone));
        var no = await w.FedBackAsync();
        await w.Room.Notifier.RunAsync();
        await w.DoAsync(no, Make.Clerk, new RateRectification(Satisfaction.Satisfied));
        Assert.Equal(new DeliveryReport(0, 0, 0, 1), await w.Room.Dispatcher.RunAsync([new SmsFolder(w.Folder)]));
        Assert.Equal(0, w.Scalar<int>("SELECT count(*) FROM rereview_link"));
    }

    [Fact]
    public async Task Nobody_is_written_to_of_whom_no_contact_is_known()
    {
        using var w = await NoticeTests.OfficeAsync();
        await w.FedBackAsync();
        await w.Room.Notifier.RunAsync();
        Assert.Empty(await NoticeTests.OutboxAsync(w));
    }

    [Fact]
    public async Task A_refusal_that_may_pass_is_tried_again_later_and_later_until_the_letter_is_dead_and_an_administrator_retries()
    {
        using var w = await LetterAsync();
        var refusing = new Refusing(mayPass: true);
        var waits = new List<TimeSpan>();
        var at = Make.At("2026-11-16 10:00");
        for (var attempt = 1; attempt <= Dispatcher.MostAttempts; attempt++)
        {
            var did = await w.Room.Dispatcher.RunAsync([refusing]);
            Assert.Equal(attempt == Dispatcher.MostAttempts ? (0, 1) : (1, 0), (did.Waiting, did.Dead));
            Assert.Equal(new(0, 0, 0, 0), await w.Room.Dispatcher.RunAsync([refusing])); // not before its time
            waits.Add(Dispatcher.WaitAfter(attempt));
            at += Dispatcher.WaitAfter(attempt) + TimeSpan.FromMinutes(1);
            w.Time.Set(at.ToString("yyyy-MM-dd HH:mm"));
        }
        Assert.Equal(waits.Order(), waits);
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromHours(6)), (waits[0], waits[^1]));
        var dead = Assert.Single((await w.Room.Outbox.ListAsync(OutboxState.Dead, null, false, 1, 10)).Rows);
        Assert.Equal("the server is busy", dead.LastError);
        Assert.False(await w.Room.Outbox.RetryAsync(dead.Id + 1));
        Assert.True(await w.Room.Outbox.RetryAsync(dead.Id));
        var taking = new Refusing(mayPass: true) { Takes = true };
        Assert.Equal(1, (await w.Room.Dispatcher.RunAsync([taking])).Sent);
        Assert.False(await w.Room.Outbox.RetryAsync(dead.Id)); // what was sent is not sent again
        Assert.Equal(Dispatcher.MostAttempts, refusing.Tried.Count);
        Assert.Single(refusing.Tried.Concat(taking.Tried).Distinct());
    }

    [Fact]
    public async Task A_refusal_for_good_kills_at_once_and_an_unforeseen_fault_keeps_its_words_to_itself()
    {
        using var w = await LetterAsync();
        Assert.Equal(1, (await w.Room.Dispatcher.RunAsync([new Refusing(mayPass: false)])).Dead);
        await w.Room.Outbox.RetryAsync((await NoticeTests.OutboxAsync(w))[0].Id);
        await w.Room.Dispatcher.RunAsync([new Refusing(mayPass: true) { Throws = new IOException("leader@example.gov.cn") }]);
        Assert.Equal("IOException", (await NoticeTests.OutboxAsync(w))[0].LastError);
    }

    [Fact]
    public async Task Two_dispatchers_hand_each_message_over_once()
    {
        using var w = await LetterAsync(40);
        using var other = await w.OpenAgainAsync();
        var transport = new Refusing(mayPass: true) { Takes = true };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => (i % 2 == 0 ? w.Room : other).Dispatcher.RunAsync([transport]))));
        Assert.Equal(40, transport.Tried.Count);
        Assert.Equal(40, transport.Tried.Distinct().Count());
    }

    private static async Task<StoreWorld> LetterAsync(int cases = 1)
    {
        var w = await NoticeTests.OfficeAsync();
        await w.Room.Notices.SaveAsync("leader", await NoticeTests.WishAsync(w, "leader", (NoticeKind.Arrived, new(true, true))) with { DigestHour = null });
        await w.RouteAsync(Enumerable.Range(0, cases).Select(i => Make.Review($"R-{i}")).ToArray());
        await w.Room.Notifier.RunAsync();
        Assert.Equal(cases, (await NoticeTests.OutboxAsync(w)).Count);
        return w;
    }

    private sealed class Refusing(bool mayPass) : IMessageTransport
    {
        public string Channel => Outbox.Mail;
        public bool Takes { get; init; }
        public Exception? Throws { get; init; }
        public System.Collections.Concurrent.ConcurrentQueue<string> Tried { get; } = [];

        public Task SendAsync(OutgoingMessage message, CancellationToken cancel)
        {
            Tried.Enqueue(message.Id);
            return Takes ? Task.CompletedTask : throw Throws ?? new MessageRefusedException("the server is busy", mayPass);
        }
    }
}
