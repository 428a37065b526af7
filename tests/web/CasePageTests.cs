using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

/// <summary>The case page over HTTP: files, contact data, presence, labels, replies. A desk of its own, since cases move here.</summary>
public sealed class CasePageTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private AccessAudit Audit => fixture.Host.Services.GetRequiredService<AccessAudit>();

    private async Task<string> CaseOfAsync(string org, int index = 0)
    {
        using var intake = await fixture.Host.SignedInAsync("intake");
        var page = await intake.PageAsync($"/cases?org={org}&view=Open&sort=CaseNo");
        return page.QuerySelectorAll("a.case")[index].TextContent;
    }

    private static async Task<string> StoredAsync(DeskClient client, string no)
    {
        var page = await client.PageAsync($"/cases/{no}");
        return page.QuerySelector($".files a[href^='/cases/{no}/evidence/']")!.GetAttribute("href")!;
    }

    [Fact]
    public async Task A_file_is_uploaded_and_served_only_as_a_download_on_record()
    {
        var no = await CaseOfAsync("RS");
        using var handler = await fixture.Host.SignedInAsync("handler");
        using var sent = await handler.UploadAsync($"/cases/{no}", $"/cases/{no}/evidence", ("..\\现场<b>照片.exe", Png));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var path = await StoredAsync(handler, no);
        using var file = await handler.GetAsync(path);
        Assert.Equal(Png, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("现场b照片.exe.png", file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("image/png", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(file.Headers.CacheControl!.NoStore);
        Assert.Contains(await Audit.OfAsync(no, 10), a => a is { UserId: "handler", Action: "EVIDENCE" });
    }

    [Fact]
    public async Task Other_cases_of_the_same_counter_are_of_the_same_hall_too()
    {
        using var intake = await fixture.Host.SignedInAsync("intake");
        var places = (await intake.PageAsync("/cases?view=All")).QuerySelectorAll("tbody tr")
            .ToDictionary(r => r.QuerySelector("a.case")!.TextContent, r => r.QuerySelector("td[data-head='大厅与窗口']")!.TextContent);
        var found = 0;
        foreach (var (no, place) in places)
        {
            var nearby = (await intake.PageAsync("/cases/" + no)).QuerySelectorAll("h3").Single(h => h.TextContent.StartsWith("同一窗口", StringComparison.Ordinal));
            var others = places.Where(p => p.Key != no && p.Value == place).Select(p => p.Key).ToArray();
            var shown = others.Length == 0 ? [] : nearby.NextElementSibling!.QuerySelectorAll("a.num").Select(a => a.TextContent).ToArray();
            Assert.Equal(others.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
            Assert.Contains($"共 {others.Length} 件", nearby.TextContent, StringComparison.Ordinal);
            found += shown.Length;
        }
        Assert.True(found > 0, "no two cases of one counter");
    }

    [Fact]
    public async Task Another_cases_file_another_units_case_and_crooked_paths_are_not_there()
    {
        var (mine, theirs) = (await CaseOfAsync("RS", 1), await CaseOfAsync("GA"));
        using var police = await fixture.Host.SignedInAsync("handler-ga");
        using (await police.UploadAsync($"/cases/{theirs}", $"/cases/{theirs}/evidence", ("a.png", [.. Png, 0]))) { }
        var path = await StoredAsync(police, theirs);
        using var handler = await fixture.Host.SignedInAsync("handler");
        foreach (var wrong in new[]
                 {
                     path, path.Replace(theirs, mine, StringComparison.Ordinal), $"/cases/{mine}/evidence/..%2F..%2Foperations.db",
                     $"/cases/{mine}/evidence/%2e%2e%2f%2e%2e%2foperations.db", $"/cases/{mine}/evidence/{new string('A', 64)}", $"/cases/{mine}/evidence/incoming",
                 })
        {
            using var answer = await handler.GetAsync(wrong);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{wrong}: {answer.StatusCode}");
        }
        using var sent = await handler.UploadAsync($"/cases/{mine}", $"/cases/{mine}/evidence", ("a.png", Png));
        using var manager = await fixture.Host.SignedInAsync("manager");
        using var refused = await manager.PostRawAsync($"/cases/{mine}/evidence");
        Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);
    }

    [Fact]
    public async Task Files_that_do_not_fit_are_named_with_the_reason_and_the_others_are_kept()
    {
        var no = await CaseOfAsync("RS", 2);
        using var handler = await fixture.Host.SignedInAsync("handler");
        using var sent = await handler.UploadAsync($"/cases/{no}", $"/cases/{no}/evidence",
            ("页面.jpg", Encoding.UTF8.GetBytes("<html><script>alert(1)</script>")), ("好.png", Png), ("太大.png", [.. Png, .. new byte[2 << 20]]), ("空.png", []));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var page = await DeskClient.DocumentAsync(sent);
        var errors = page.QuerySelector("#files [role=alert]")!.TextContent;
        Assert.All(new[] { "页面", "太大", "空" }, name => Assert.Contains(name, errors, StringComparison.Ordinal));
        Assert.Equal("好.png", page.QuerySelector(".files a")!.TextContent);
        using var forged = await handler.PostRawAsync($"/cases/{no}/evidence");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task Contact_data_are_shown_once_for_a_purpose_to_those_who_may_and_never_to_others()
    {
        var no = await CaseOfAsync("RS");
        using var handler = await fixture.Host.SignedInAsync("handler");
        Assert.DoesNotContain(SeedReviews.Phone, (await handler.PageAsync($"/cases/{no}")).Body!.TextContent, StringComparison.Ordinal);
        using var without = await handler.PostAsync($"/cases/{no}", $"/cases/{no}/reveal", ("purpose", "other"), ("more", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.DoesNotContain(await Audit.OfAsync(no, 50), a => a.Action == "REVEAL");
        using var shown = await handler.PostAsync($"/cases/{no}", $"/cases/{no}/reveal", ("purpose", "callback"), ("more", "约定上午"));
        var text = await shown.Content.ReadAsStringAsync();
        Assert.Contains(SeedReviews.Phone, text, StringComparison.Ordinal);
        Assert.Contains(SeedReviews.Citizen, WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.NoStore);
        var row = Assert.Single(await Audit.OfAsync(no, 50), a => a.Action == "REVEAL");
        Assert.Equal(("handler", "回访核实：约定上午"), (row.UserId, row.Purpose));
        Assert.DoesNotContain(SeedReviews.Phone, (await handler.PageAsync($"/cases/{no}")).Body!.TextContent, StringComparison.Ordinal);
        using var leader = await fixture.Host.SignedInAsync("leader");
        var page = await leader.PageAsync($"/cases/{no}");
        Assert.Null(page.QuerySelector("form[action$='/reveal']"));
        Assert.Contains("约定上午", page.QuerySelector("#looks")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await handler.PageAsync($"/cases/{no}")).QuerySelector("#looks"));
    }

    [Fact]
    public async Task The_citizens_other_reviews_are_for_the_clerk_on_record_and_not_for_a_handler()
    {
        var no = await CaseOfAsync("RS");
        using var intake = await fixture.Host.SignedInAsync("intake");
        var page = await intake.PageAsync($"/cases/{no}/citizen");
        Assert.NotEmpty(page.QuerySelectorAll("tbody a"));
        Assert.Contains(await Audit.OfAsync(no, 50), a => a is { UserId: "intake", Action: "HISTORY" });
        using var handler = await fixture.Host.SignedInAsync("handler");
        using var refused = await handler.GetAsync($"/cases/{no}/citizen");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var appeals = await fixture.Host.SignedInAsync("appeals");
        using var notYet = await appeals.GetAsync($"/cases/{no}/citizen");
        Assert.Equal(HttpStatusCode.NotFound, notYet.StatusCode);
    }

    [Fact]
    public async Task Colleagues_on_a_case_see_each_other_and_what_moved_since()
    {
        var no = await CaseOfAsync("RS", 3);
        using var handler = await fixture.Host.SignedInAsync("handler");
        using var leader = await fixture.Host.SignedInAsync("leader");
        var seq = (await leader.PageAsync($"/cases/{no}")).QuerySelector("#presence-form input[name=seq]")!.GetAttribute("value")!;
        using (await handler.PostAsync($"/cases/{no}", $"/cases/{no}/presence", ("seq", seq), ("writing", "true"))) { }
        using var beat = await leader.PostAsync($"/cases/{no}", $"/cases/{no}/presence", ("seq", seq), ("writing", "false"));
        var seen = WebUtility.HtmlDecode(await beat.Content.ReadAsStringAsync());
        Assert.Contains("王承办", seen, StringComparison.Ordinal);
        Assert.Contains("正在填写", seen, StringComparison.Ordinal);
        using (await leader.PostAsync($"/cases/{no}", $"/cases/{no}/act", ("command", "AddNote"), ("seq", seq), ("text", "请尽快"))) { }
        using var later = await handler.PostAsync($"/cases/{no}", $"/cases/{no}/presence", ("seq", seq));
        Assert.Contains("李科长", WebUtility.HtmlDecode(await later.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using (await handler.PostAsync($"/cases/{no}", $"/cases/{no}/presence", ("leaving", "true"))) { }
        Assert.DoesNotContain("正在填写", (await leader.PageAsync($"/cases/{no}")).QuerySelector("#presence")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_command_says_what_changed_keeps_what_was_written_and_can_be_applied_again()
    {
        var no = await CaseOfAsync("RS", 4);
        using var handler = await fixture.Host.SignedInAsync("handler");
        using var leader = await fixture.Host.SignedInAsync("leader");
        var seq = (await handler.PageAsync($"/cases/{no}")).QuerySelector("input[name=seq]")!.GetAttribute("value")!;
        using (await leader.PostAsync($"/cases/{no}", $"/cases/{no}/act", ("command", "AddNote"), ("seq", seq), ("text", "领导已批示"))) { }
        using var stale = await handler.PostAsync($"/cases/{no}", $"/cases/{no}/act", ("command", "AddNote"), ("seq", seq), ("text", "我写的话"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await DeskClient.DocumentAsync(stale);
        var note = page.QuerySelector("#failed")!;
        Assert.All(new[] { "领导已批示", "李科长", "我写的话" }, word => Assert.Contains(word, note.TextContent, StringComparison.Ordinal));
        var again = page.QuerySelector("form#again")!;
        using var done = await handler.PostRawAsync(again.GetAttribute("action")!,
            [.. again.QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("我写的话", (await handler.PageAsync($"/cases/{no}")).QuerySelector("ol.story")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_no_longer_be_done_after_a_change_still_shows_what_was_written()
    {
        var no = await CaseOfAsync("GA", 1);
        using var one = await fixture.Host.SignedInAsync("handler-ga");
        var seq = (await one.PageAsync($"/cases/{no}")).QuerySelector("input[name=seq]")!.GetAttribute("value")!;
        using (await one.PostAsync($"/cases/{no}", $"/cases/{no}/act", ("command", "AcceptCase"), ("seq", seq))) { }
        using var stale = await one.PostAsync($"/cases/{no}", $"/cases/{no}/act", ("command", "RequestReturn"), ("seq", seq), ("reason", "不是我们的事"));
        var note = (await DeskClient.DocumentAsync(stale)).QuerySelector("#failed")!;
        Assert.Contains("不是我们的事", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("已转办", note.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_is_confirmed_and_corrected_and_kept_with_who()
    {
        var no = await CaseOfAsync("RS");
        using var handler = await fixture.Host.SignedInAsync("handler");
        using var sent = await handler.PostAsync($"/cases/{no}", $"/cases/{no}/labels", ("label-P01", "no"), ("also", "P07"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var said = (await handler.PageAsync($"/cases/{no}")).QuerySelector("#decisions")!.TextContent;
        Assert.Contains("✗ 超时、效率低", said, StringComparison.Ordinal);
        Assert.Contains("✓ 排队、预约、叫号", said, StringComparison.Ordinal);
        Assert.Contains("王承办", said, StringComparison.Ordinal);
        using var wrong = await handler.PostAsync($"/cases/{no}", $"/cases/{no}/labels", ("also", "P77"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var leader = await fixture.Host.SignedInAsync("manager");
        Assert.Null((await leader.PageAsync($"/cases/{no}")).QuerySelector("#labels"));
    }

    [Fact]
    public async Task A_template_of_the_unit_is_written_by_its_leader_filled_in_for_its_handlers_and_pointed_out_when_it_is_all_there_is()
    {
        using var leader = await fixture.Host.SignedInAsync("leader");
        const string Body = "您好，您反映的{事项}问题已收悉，我们高度重视，已安排专人核实处理，感谢您的监督与支持。";
        using var saved = await leader.PostAsync("/templates", "/templates", ("org", "RS"), ("title", "致歉"), ("body", Body), ("version", "0"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var shared = await leader.PostAsync("/templates", "/templates", ("org", ""), ("title", "共用"), ("body", "x"), ("version", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shared.StatusCode);

        var no = await CaseOfAsync("RS", 5);
        using var handler = await fixture.Host.SignedInAsync("handler");
        async Task DoAsync(string command, params (string, string)[] values)
        {
            var seq = (await handler.PageAsync($"/cases/{no}")).QuerySelector("input[name=seq]")!.GetAttribute("value")!;
            using var answer = await handler.PostAsync($"/cases/{no}", $"/cases/{no}/act", [("command", command), ("seq", seq), .. values]);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, command + ": " + answer.StatusCode);
        }
        await DoAsync("AcceptCase");
        await DoAsync("RecordCallback", ("outcome", "NoAnswer"), ("at", "2026-11-16T10:00"));
        var log = (await handler.PageAsync($"/cases/{no}")).QuerySelector("#call-log")!.TextContent;
        Assert.Contains("无人接听", log, StringComparison.Ordinal);
        Assert.Contains("还须 2 次", log, StringComparison.Ordinal);
        await DoAsync("RecordCallback", ("outcome", "Reached"), ("at", "2026-11-16T10:00"), ("seconds", "80"), ("note", "已说明"));
        await DoAsync("RecordVerification", ("outcome", "Unsubstantiated"), ("branch", "Explain"), ("finding", "无此规定"));
        var page = await handler.PageAsync($"/cases/{no}");
        var filled = page.QuerySelector("a[data-insert]")!.GetAttribute("data-insert")!;
        Assert.DoesNotContain("{", filled, StringComparison.Ordinal);
        var withTemplate = await handler.PageAsync(page.QuerySelector("a[data-insert]")!.GetAttribute("href")!.Split('#')[0]);
        Assert.Equal(filled, withTemplate.QuerySelector("textarea[data-reply]")!.TextContent);
        using var check = await handler.PostAsync($"/cases/{no}", $"/cases/{no}/act", ("command", "SubmitFeedback"), ("check", "1"), ("text", filled));
        var hints = await DeskClient.DocumentAsync(check);
        Assert.Contains("致歉", hints.QuerySelector(".hints .canned")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(filled, hints.QuerySelector("textarea[data-reply]")!.TextContent);
        await DoAsync("SubmitFeedback", ("text", filled));
        using var intake = await fixture.Host.SignedInAsync("intake");
        Assert.NotNull((await intake.PageAsync($"/cases/{no}")).QuerySelector("#do-JudgeFeedback .hints .canned"));
    }
}
