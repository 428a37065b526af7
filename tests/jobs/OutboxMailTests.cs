using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Pipeline;
using QualityInsight.Reports.Mail;
using QualityInsight.Reports.Tests;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>Mails of the outbox at a real SMTP server: taken, refused, absent.</summary>
public sealed class OutboxMailTests
{
    private const string Address = "li@example.gov.cn";

    [SmtpFact]
    public async Task A_mail_is_handed_to_the_server_once()
    {
        using var server = SmtpServer.Start();
        using var folder = new TempFolder();
        using var room = await WithLetterAsync(folder);
        for (var i = 0; i < 3; i++)
            await room.Dispatcher.RunAsync([Channel(server.Port)]);
        var letter = Encoding.UTF8.GetString(Assert.Single(server.Taken).Bytes);
        Assert.Contains($"To: {Address}", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Message-ID: <qi-", letter, StringComparison.OrdinalIgnoreCase);
    }

    [SmtpFact]
    public async Task A_refused_receiver_is_a_dead_letter_without_the_address_and_can_be_tried_again()
    {
        using var folder = new TempFolder();
        using var room = await WithLetterAsync(folder);
        using (var refusing = SmtpServer.Start("refuse"))
            Assert.Equal(1, (await room.Dispatcher.RunAsync([Channel(refusing.Port)])).Dead);
        var row = await RowAsync(room);
        Assert.NotNull(row.DeadUtc);
        Assert.Contains("smtp://127.0.0.1", row.LastError);
        Assert.DoesNotContain(Address, row.LastError);
        Assert.True(await room.Outbox.RetryAsync(row.Id));
        using var server = SmtpServer.Start();
        Assert.Equal(1, (await room.Dispatcher.RunAsync([Channel(server.Port)])).Sent);
        Assert.Single(server.Taken);
    }

    [SmtpFact]
    public async Task A_server_that_is_away_is_tried_again_later()
    {
        int port;
        using (var gone = SmtpServer.Start())
            port = gone.Port;
        using var folder = new TempFolder();
        using var room = await WithLetterAsync(folder);
        Assert.Equal(1, (await room.Dispatcher.RunAsync([Channel(port)])).Waiting);
        Assert.Equal((1, null), ((await RowAsync(room)).Attempts, (await RowAsync(room)).DeadUtc));
        Assert.True((await RowAsync(room)).NotBeforeUtc > TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    private static MailChannel Channel(int port) => new(new SmtpTransport(new SmtpSettings("127.0.0.1", port, StartTls: false)), "desk@example.gov.cn");

    private static async Task<FeedbackRoom> WithLetterAsync(TempFolder folder)
    {
        var room = await FeedbackRoom.OpenAsync(OperationsStore.Sqlite(folder.File("operations.db")), TimeProvider.System);
        await room.Accounts.CreateWithHashAsync([new("li", "李", [Role.UnitLeader], "A", ["A"])], "none");
        await room.Notices.SaveAsync("li", await room.Notices.PreferencesAsync("li") with { MailAddress = Address });
        await room.Store.WriteAsync(db =>
        {
            db.Outbox.Add(new() { DedupeKey = "T", Kind = "NOTICE", Channel = Outbox.Mail, Recipient = "user:li", Subject = "工单到期", Body = "工单 HC-1 将于今天到期。", CreatedUtc = new(2026, 11, 16) });
            return Task.CompletedTask;
        });
        return room;
    }

    private static async Task<OutboxRow> RowAsync(FeedbackRoom room)
    {
        await using var db = room.Store.Open();
        return await db.Outbox.AsNoTracking().SingleAsync();
    }
}
