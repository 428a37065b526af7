using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using QualityInsight.Reports.Mail;
using QualityInsight.Testing;

namespace QualityInsight.Reports.Tests;

/// <summary>The spool of report letters against a real mail server that is slow, busy, refuses, or drops the line.</summary>
public sealed class SpoolTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Clock _clock = new();
    private readonly LetterSpool _spool;
    private static readonly LetterTag Tag = new("weekly", "2026-W46", "O1", "zh-CN", "leader");

    public SpoolTests() => _spool = new(_folder.File("letters"), _clock);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tries_wait_one_two_four_minutes_and_never_more_than_six_hours() =>
        Assert.Equal([1, 2, 4, 8, 256, 360, 360], new[] { 1, 2, 3, 4, 9, 10, 20 }.Select(a => LetterSpool.WaitAfter(a).TotalMinutes));

    [SmtpFact]
    public async Task Nothing_goes_out_twice()
    {
        using var server = SmtpServer.Start();
        Assert.True(await _spool.Put(Letter("a@city.example"), Tag));
        Assert.False(await _spool.Put(Letter("a@city.example"), Tag));
        Assert.Single(await _spool.Work(Smtp(server)));
        Assert.Empty(await _spool.Work(Smtp(server)));
        Assert.False(await _spool.Put(Letter("a@city.example"), Tag));
        Assert.Single(server.Taken);
    }

    [SmtpFact]
    public async Task A_busy_mailbox_is_tried_again_later_and_gets_the_letter_once()
    {
        using var server = SmtpServer.Start("once-busy");
        await _spool.Put(Letter("a@city.example"), Tag);
        var first = Assert.Single(await _spool.Work(Smtp(server)));
        Assert.Equal(LetterState.Waiting, first.State);
        Assert.Contains("busy", first.History[^1].Detail);
        Assert.Empty(await _spool.Work(Smtp(server)));
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(LetterState.Sent, Assert.Single(await _spool.Work(Smtp(server))).State);
        Assert.Single(server.Taken);
    }

    [SmtpFact]
    public async Task An_unknown_mailbox_is_given_up_at_once_and_does_not_hold_the_others_up()
    {
        using (var refusing = SmtpServer.Start("refuse"))
        {
            await _spool.Put(Letter("nobody@city.example"), Tag);
            var dead = Assert.Single(await _spool.Work(Smtp(refusing)));
            Assert.Equal((LetterState.Dead, 1), (dead.State, dead.Attempts));
            Assert.Contains("no such mailbox", dead.History[^1].Detail);
        }
        using var server = SmtpServer.Start();
        await _spool.Put(Letter("b@city.example"), Tag);
        Assert.Equal(["b@city.example"], (await _spool.Work(Smtp(server))).Select(l => l.To));
    }

    [SmtpFact]
    public async Task A_server_that_stays_busy_is_given_up_after_ten_tries()
    {
        using var server = SmtpServer.Start("busy");
        await _spool.Put(Letter("a@city.example"), Tag);
        var states = new List<LetterState>();
        for (var i = 0; i < LetterSpool.MostAttempts; i++)
        {
            states.Add(Assert.Single(await _spool.Work(Smtp(server))).State);
            _clock.Now += TimeSpan.FromHours(6);
        }
        Assert.Equal([.. Enumerable.Repeat(LetterState.Waiting, 9), LetterState.Dead], states);
        Assert.Empty(await _spool.Work(Smtp(server)));
    }

    [SmtpFact]
    public async Task A_slow_server_and_one_that_drops_the_line_are_tried_again()
    {
        using (var slow = SmtpServer.Start("slow"))
        {
            await _spool.Put(Letter("a@city.example"), Tag);
            var waiting = Assert.Single(await _spool.Work(new SmtpTransport(new("127.0.0.1", slow.Port, StartTls: false) { Timeout = TimeSpan.FromSeconds(1) })));
            Assert.Equal(LetterState.Waiting, waiting.State);
            Assert.Contains("within 1 s", waiting.History[^1].Detail);
        }
        _clock.Now += TimeSpan.FromHours(1);
        using (var dropping = SmtpServer.Start("drop"))
        {
            var waiting = Assert.Single(await _spool.Work(Smtp(dropping)));
            Assert.Equal((LetterState.Waiting, 2), (waiting.State, waiting.Attempts));
            Assert.Empty(dropping.Taken);
        }
        _clock.Now += TimeSpan.FromHours(1);
        using var server = SmtpServer.Start();
        Assert.Equal(LetterState.Sent, Assert.Single(await _spool.Work(Smtp(server))).State);
    }

    [SmtpFact]
    public async Task A_certificate_named_in_the_settings_is_trusted_and_no_other()
    {
        var (cert, key) = Certificate("mail.test");
        var (other, _) = Certificate("other.test");
        using var server = SmtpServer.WithCertificate(cert, key);
        SmtpTransport With(string? pem) => new(new("127.0.0.1", server.Port) { TrustedCertificate = pem });
        await Assert.ThrowsAsync<MailRefusedException>(() => With(null).Send(Letter("a@city.example")));
        await Assert.ThrowsAsync<MailRefusedException>(() => With(other).Send(Letter("a@city.example")));
        Assert.Empty(server.Taken);
        await With(cert).Send(Letter("a@city.example"));
        Assert.Equal("tls", Assert.Single(server.Taken).How);
    }

    [SmtpFact]
    public async Task A_bounce_is_noted_and_the_letter_can_be_sent_again_as_another_message()
    {
        using var server = SmtpServer.Start();
        await _spool.Put(Letter("a@city.example"), Tag);
        await _spool.Work(Smtp(server));
        var box = Directory.CreateDirectory(_folder.File("bounces"));
        File.WriteAllBytes(Path.Combine(box.FullName, "1.eml"), Notice(Letter("a@city.example").MessageId, "failed", "5.1.1"));
        File.WriteAllText(Path.Combine(box.FullName, "2.eml"), "Subject: on holiday\r\n\r\nBack on Monday.\r\n");
        Assert.Equal(1, await new BounceFolder(box.FullName).Read(async b => Assert.True(await _spool.Note(b))));
        Assert.Equal(0, await new BounceFolder(box.FullName).Read(_ => throw new InvalidOperationException("read twice")));
        var bounced = Assert.Single(await _spool.List());
        Assert.Equal(LetterState.Bounced, bounced.State);
        Assert.Equal("5.1.1 550 5.1.1 user unknown", bounced.History[^1].Detail);
        Assert.True(File.Exists(Path.Combine(box.FullName, "other", "2.eml")));

        Assert.True(await _spool.Again(bounced.MessageId, "manager"));
        Assert.Equal(LetterState.Sent, Assert.Single(await _spool.Work(Smtp(server))).State);
        var ids = server.Taken.Select(t => ParsedMail.Parse(t.Bytes).Headers["message-id"]).ToArray();
        Assert.Equal(2, ids.Distinct().Count());
        // A notice on the second message finds the letter too.
        Assert.True(await _spool.Note(Bounce.Read(Notice(ids[1].Trim('<', '>'), "failed", "5.2.2")).Single()));
        Assert.Equal(LetterState.Bounced, (await _spool.List()).Single().State);
    }

    [Fact]
    public void A_delay_is_no_bounce_and_a_strange_message_none_at_all()
    {
        Assert.False(Bounce.Read(Notice("x@quality.example", "delayed", "4.4.1")).Single().IsFinal);
        Assert.Empty(Bounce.Read("Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\nnothing\r\n--b--"u8.ToArray()));
        Assert.Empty(Bounce.Read([0, 1, 2, 255]));
    }

    [Fact]
    public async Task Two_workers_never_send_at_once()
    {
        await _spool.Put(Letter("a@city.example"), Tag);
        var gate = new TaskCompletionSource();
        var slow = new Held(gate.Task);
        var first = _spool.Work(slow);
        await slow.Started.Task;
        Assert.Empty(await new LetterSpool(_folder.File("letters"), _clock).Work(slow));
        gate.SetResult();
        Assert.Single(await first);
        Assert.Equal(1, slow.Count);
    }

    internal static byte[] Notice(string messageId, string action, string status) => Encoding.ASCII.GetBytes($"""
        From: MAILER-DAEMON@mx.example
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="xyz"

        --xyz
        Content-Type: text/plain

        I am sorry.

        --xyz
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; a@city.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} user
         unknown

        --xyz
        Content-Type: message/rfc822

        Message-ID: <{messageId}>
        Subject: report

        --xyz--
        """.ReplaceLineEndings("\r\n"));

    private (string Certificate, string Key) Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(_folder.File(name + ".pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_folder.File(name + ".key"), key.ExportPkcs8PrivateKeyPem());
        return (_folder.File(name + ".pem"), _folder.File(name + ".key"));
    }

    private static SmtpTransport Smtp(SmtpServer server) => new(new("127.0.0.1", server.Port, StartTls: false));

    private static Letter Letter(string to) => new("weekly-" + to.Replace('@', '.') + "@quality.example", "reports@quality.example", to, "周报", "正文", "<p>正文</p>", [],
        [new("weekly.pdf", "application/pdf", "%PDF-1.7"u8.ToArray())]);

    private sealed class Held(Task until) : IMailTransport
    {
        public string Name => "held";

        public int Count { get; private set; }

        public TaskCompletionSource Started { get; } = new();

        public async Task Send(Letter letter, CancellationToken cancellation = default)
        {
            Count++;
            Started.TrySetResult();
            await until;
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
