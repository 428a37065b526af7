using System.Net;
using AngleSharp.Html.Parser;
using QualityInsight.Reports.Mail;
using QualityInsight.Reports.Weekly;
using QualityInsight.Testing;

namespace QualityInsight.Reports.Tests;

[Collection("city")]
public sealed class MailTests(SampleCity city, BrowserFixture browser)
{
    private static readonly Letter Small = new(
        "weekly-2026-W46-test@quality.example", "质量办 <reports@quality.example>", "局长 <chief@city.example>",
        "政务服务质量周报 2026-W46 全市：这是一个很长的主题，要折成几行才放得下，并且每一个字都不能坏掉 ✓",
        "要点\r\n- 等候 15.6 分钟\r\n.\r\n一行只有一个点也要原样到达。", "<p>等候 <img src=\"cid:waits.png\"></p>",
        [new("waits.png", "image/png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10])], [new("weekly.pdf", "application/pdf", "%PDF-1.7"u8.ToArray())]);

    [Fact]
    public async Task A_letter_in_the_pickup_folder_reads_back_whole()
    {
        using var folder = new TempFolder();
        var outbox = new PickupFolderTransport(folder.File("outbox"));
        await outbox.Send(Small);
        await outbox.Send(Small);
        Assert.Equal([outbox.FileOf(Small)], Directory.GetFiles(outbox.Name));
        IsWhole(ParsedMail.Parse(File.ReadAllBytes(outbox.FileOf(Small))));
    }

    [SmtpFact]
    public async Task A_real_server_takes_the_letter_over_starttls()
    {
        using var server = SmtpServer.Start();
        // The server's certificate is made for tests; everything else about the connection is as in production.
#pragma warning disable SYSLIB0014
        ServicePointManager.ServerCertificateValidationCallback = (_, _, _, _) => true;
        try
        {
            await new SmtpTransport(new("127.0.0.1", server.Port)).Send(Small);
        }
        finally
        {
            ServicePointManager.ServerCertificateValidationCallback = null;
        }
#pragma warning restore SYSLIB0014
        var (how, bytes) = Assert.Single(server.Taken);
        Assert.Equal("tls", how);
        IsWhole(ParsedMail.Parse(bytes));
    }

    [SmtpFact]
    public async Task A_certificate_nobody_knows_is_refused()
    {
        using var server = SmtpServer.Start();
        await Assert.ThrowsAsync<MailRefusedException>(() => new SmtpTransport(new("127.0.0.1", server.Port)).Send(Small));
        Assert.Empty(server.Taken);
    }

    [SmtpFact]
    public async Task A_refused_receiver_is_told_apart_from_a_silent_server()
    {
        using var server = SmtpServer.Start("refuse");
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => new SmtpTransport(new("127.0.0.1", server.Port, StartTls: false)).Send(Small));
        Assert.False(refused.MayPass);
        Assert.Contains("chief@city.example", refused.Message);
        var silent = await Assert.ThrowsAsync<MailRefusedException>(() => new SmtpTransport(new("127.0.0.1", 1, StartTls: false)).Send(Small));
        Assert.True(silent.MayPass);
    }

    [Fact]
    public async Task The_machines_own_mail_program_gets_the_letter_on_its_input()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TempFolder();
        var program = folder.File("sendmail");
        File.WriteAllText(program, $"#!/bin/sh\necho \"$@\" > '{folder.File("arguments")}'\ncat > '{folder.File("letter.eml")}'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await new SendmailTransport(program).Send(Small);
        Assert.Equal("-i -- chief@city.example\n", File.ReadAllText(folder.File("arguments")));
        IsWhole(ParsedMail.Parse(File.ReadAllBytes(folder.File("letter.eml"))));
        File.WriteAllText(program, "#!/bin/sh\ncat > /dev/null\necho 'queue is full' >&2\nexit 75\n");
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => new SendmailTransport(program).Send(Small));
        Assert.True(refused.MayPass);
        Assert.Contains("queue is full", refused.Message);
    }

    [BrowserFact]
    public async Task The_weekly_letter_has_text_page_pictures_and_pdf()
    {
        var printed = await new ReportPrinter(browser.Charts, browser.Printer).Print(city.Report());
        var letters = await new WeeklyMail(browser.Charts).Compose(printed, "reports@quality.example", ["a@city.example", "b@city.example"]);
        Assert.Equal(2, letters.Select(l => l.MessageId).Distinct().Count());
        var letter = letters[0];
        Assert.Equal("政务服务质量周报 2026-W46 全市", letter.Subject);
        var median = city.Report().Figures.Single(f => f.Metric == "wait_median");
        Assert.Contains($"{median.Name}: {median.Text} 分钟 (n={median.N}", letter.Text);
        Assert.DoesNotContain('<', letter.Text);
        var page = new HtmlParser().ParseDocument(letter.Html);
        Assert.Equal(letter.Pictures.Select(p => "cid:" + p.Name), page.QuerySelectorAll("img").Select(i => i.GetAttribute("src")));
        Assert.Equal(3, letter.Pictures.Count);
        Assert.All(page.QuerySelectorAll("img"), i => Assert.NotEmpty(i.GetAttribute("alt")!));
        Assert.Equal(["weekly-2026-W46.pdf", "weekly-2026-W46.xlsx"], letter.Attachments.Select(a => a.Name));
        var linked = (await new WeeklyMail(browser.Charts).Compose(printed, "reports@quality.example", ["a@city.example"], link: "https://desk.example/reports/weekly-2026-W46"))[0];
        Assert.Empty(linked.Attachments);
        Assert.Contains("https://desk.example/reports/weekly-2026-W46", linked.Text);
        Assert.Contains("href=\"https://desk.example/reports/weekly-2026-W46\"", linked.Html);
        Assert.Equal(("weekly-2026-W46.pdf", "%PDF"), (letter.Attachments[0].Name, System.Text.Encoding.ASCII.GetString(letter.Attachments[0].Content, 0, 4)));
    }

    [BrowserFact]
    public async Task A_draft_or_a_report_without_pdf_is_not_sent()
    {
        var mail = new WeeklyMail(browser.Charts);
        var report = new PrintedReport(city.Report(), "", null, "no Chromium");
        await Assert.ThrowsAsync<ReportRefusedException>(() => mail.Compose(report, "a@x.example", ["b@x.example"]));
        var draft = report with { Model = city.Report() with { IsDraft = true }, Pdf = [1] };
        await Assert.ThrowsAsync<ReportRefusedException>(() => mail.Compose(draft, "a@x.example", ["b@x.example"]));
    }

    private static void IsWhole(ParsedMail mail)
    {
        Assert.Equal(Small.Subject, mail.Headers["subject"]);
        Assert.Equal("<" + Small.MessageId + ">", mail.Headers["message-id"]);
        Assert.Contains("chief@city.example", mail.Headers["to"]);
        Assert.Equal("multipart/mixed", mail.MediaType);
        var alternative = mail.Parts.Single(p => p.MediaType == "multipart/alternative");
        Assert.Equal(["text/plain", "multipart/related"], alternative.Parts.Select(p => p.MediaType));
        Assert.Equal(Small.Text, alternative.Parts[0].Text);
        Assert.Equal(["text/html", "image/png"], alternative.Parts[1].Parts.Select(p => p.MediaType));
        Assert.Equal(Small.Html, alternative.Parts[1].Parts[0].Text);
        var picture = alternative.Parts[1].Parts[1];
        Assert.Equal("<waits.png>", picture.Headers["content-id"]);
        Assert.Equal(Small.Pictures[0].Content, picture.Content);
        var pdf = mail.Parts.Single(p => p.MediaType == "application/pdf");
        Assert.Equal(Small.Attachments[0].Content, pdf.Content);
        Assert.Contains("weekly.pdf", pdf.Headers["content-type"]);
    }
}
