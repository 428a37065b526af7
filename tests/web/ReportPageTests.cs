using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Reports;
using QualityInsight.Reports.Mail;
using QualityInsight.Reports.Making;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

[Collection(SharedDesk.Name)]
public sealed class ReportPageTests(DeskFixture fixture)
{
    private ReportShelf Shelf => fixture.Host.Services.GetRequiredService<ReportShelf>();

    [Fact]
    public async Task A_report_of_another_unit_is_not_there_and_the_whole_is_for_those_who_see_the_whole()
    {
        await Shelf.Refuse(new(ReportKinds.Weekly, "2026-W40", null, ReportLanguage.Chinese), ["数据源 hall 未到齐"], "schedule");
        await Shelf.Refuse(new(ReportKinds.Weekly, "2026-W40", "NOWHERE", ReportLanguage.Chinese), ["x"], "schedule");
        using var manager = await fixture.Host.SignedInAsync("manager");
        var all = await manager.PageAsync("/reports?kind=weekly&state=Refused");
        Assert.Contains("数据源 hall 未到齐", all.Body!.TextContent, StringComparison.Ordinal);
        using var leader = await fixture.Host.SignedInAsync(DeskHost.UserOf(Role.UnitLeader));
        var own = await leader.PageAsync("/reports?kind=weekly");
        Assert.DoesNotContain("2026-W40", own.QuerySelector("table.data")?.TextContent ?? "", StringComparison.Ordinal);
        using var answer = await leader.GetAsync("/reports/weekly-2026-W40-refused?type=html");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_no_period_or_not_in_scope_is_not_made()
    {
        using var manager = await fixture.Host.SignedInAsync("manager");
        using var wrong = await manager.PostAsync("/reports", "/reports?handler=Make", ("kind", "weekly"), ("period", "2026-11"), ("org", ""), ("language", "zh"));
        Assert.Equal(422, (int)wrong.StatusCode);
        using var leader = await fixture.Host.SignedInAsync(DeskHost.UserOf(Role.UnitLeader));
        using var whole = await leader.PostAsync("/reports", "/reports?handler=Make", ("kind", "weekly"), ("period", "2026-W46"), ("org", ""), ("language", "zh"));
        Assert.Equal(422, (int)whole.StatusCode);
    }

    [Fact]
    public async Task Somebody_says_how_reports_come_and_becomes_a_reader_of_their_scope()
    {
        var user = DeskHost.UserOf(Role.UnitLeader);
        using var leader = await fixture.Host.SignedInAsync(user);
        using var bad = await leader.PostAsync("/reports/mine", "/reports/mine", ("address", "nobody"), ("language", "zh"), ("how", "link"), ("weekly", "true"));
        Assert.Equal(422, (int)bad.StatusCode);
        using var good = await leader.PostAsync("/reports/mine", "/reports/mine", ("address", "leader@city.example"), ("language", "en"), ("how", "link"), ("weekly", "true"));
        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
        var readers = fixture.Host.Services.GetRequiredService<ReportReaders>();
        var scopes = (await readers.ListAsync("weekly")).Where(r => r.UserId == user).ToArray();
        Assert.NotEmpty(scopes);
        Assert.All(scopes, r => Assert.NotNull(r.Org));
        Assert.All(scopes, r => Assert.Equal(new("leader@city.example", Language.En, ReportHow.Link, true, false, false), r.Setting));
        Assert.Empty(await readers.ListAsync("daily"));
    }

    [Fact]
    public async Task A_letter_that_was_given_up_can_be_sent_again_by_a_manager()
    {
        var spool = fixture.Host.Services.GetRequiredService<LetterSpool>();
        var letter = new Letter("weekly-2026-W41-x@quality.example", "reports@quality.example", "a@city.example", "周报 2026-W41", "正文", "<p>正文</p>", [], []);
        await spool.Put(letter, new("weekly", "2026-W41", null, "zh-CN", null));
        await spool.Work(new SendmailTransport("/no/such/program"));
        using var manager = await fixture.Host.SignedInAsync("manager");
        var page = await manager.PageAsync("/reports/letters?state=Dead");
        Assert.Contains("周报 2026-W41", page.Body!.TextContent, StringComparison.Ordinal);
        using var again = await manager.PostAsync("/reports/letters?state=Dead", "/reports/letters?handler=Again", ("id", letter.MessageId));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var now = (await spool.List()).Single(l => l.MessageId == letter.MessageId);
        Assert.Equal((LetterState.Waiting, "manager"), (now.State, now.History[^1].Detail));
    }
}
