using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

public sealed class AuditPageTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task A_list_of_cases_leaves_only_with_a_purpose_that_the_auditor_then_reads()
    {
        using var intake = await fixture.Host.SignedInAsync("intake");
        using (var asked = await intake.GetAsync("/cases/export?view=All&q=%E6%AC%A7%E9%98%B3"))
        {
            Assert.Null(asked.Content.Headers.ContentDisposition);
            Assert.NotNull((await DeskClient.DocumentAsync(asked)).QuerySelector("select[name=purpose]"));
        }
        using (var vague = await intake.GetAsync("/cases/export?view=All&purpose=other"))
            Assert.Null(vague.Content.Headers.ContentDisposition);
        using (var file = await intake.GetAsync("/cases/export?view=All&q=%E6%AC%A7%E9%98%B3&purpose=other&more=%E4%BC%9A%E5%95%86%E6%9D%90%E6%96%99"))
            Assert.NotNull(file.Content.Headers.ContentDisposition);

        using var auditor = await fixture.Host.SignedInAsync("auditor");
        var page = await auditor.PageAsync("/audit?who=intake&action=EXPORT");
        var row = Assert.Single(page.QuerySelectorAll("tbody tr")).TextContent;
        Assert.Contains("/cases/export view=All", row, StringComparison.Ordinal);
        Assert.Contains("会商材料", row, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_of_the_audit_is_in_the_audit_and_the_chain_is_shown_whole()
    {
        using var auditor = await fixture.Host.SignedInAsync("auditor");
        using (var file = await auditor.GetAsync("/audit/export?action=EXPORT"))
        {
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Contains("/audit/export action=EXPORT", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var checkedNow = await auditor.PostAsync("/audit", "/audit");
        var head = (await fixture.Host.Services.GetRequiredService<AccessAudit>().LastAsync(1))[0].Hash;
        Assert.Contains(head, (await DeskClient.DocumentAsync(checkedNow)).QuerySelector("#whole")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_rated_finds_on_the_page_of_the_case_neither_the_matter_nor_the_visit()
    {
        await fixture.Host.Services.GetRequiredService<Accounts>()
            .CreateWithHashAsync([new("rated", "被评人", [Role.Handler], "RS", ["RS"], "S01")], Passwords.Hash(DeskHost.Password));
        using var other = await fixture.Host.SignedInAsync("handler");
        using var rated = await fixture.Host.SignedInAsync("rated");
        foreach (var no in (await other.PageAsync("/cases?view=All")).QuerySelectorAll("a.case").Select(a => a.TextContent).ToArray())
        {
            var (seen, kept) = (await rated.PageAsync("/cases/" + no), await other.PageAsync("/cases/" + no));
            Assert.Matches("T00[0-9]{2}", kept.Body!.TextContent);
            Assert.DoesNotMatch("T00[0-9]{2}|R00[0-9]{2}", seen.Body!.TextContent);
            Assert.Null(seen.QuerySelector("figure.timeline, #matter"));
            Assert.NotNull(kept.QuerySelector("#matter"));
            Assert.All(seen.QuerySelectorAll("#history ~ ol time, section[aria-labelledby=said] time"), t => Assert.EndsWith("T00:00:00", t.GetAttribute("datetime"), StringComparison.Ordinal));
            Assert.NotEmpty(seen.QuerySelectorAll("#history ~ ol time"));
            Assert.Contains(kept.QuerySelectorAll("#history ~ ol time"), t => !t.GetAttribute("datetime")!.EndsWith("T00:00:00", StringComparison.Ordinal));
            Assert.Null(seen.QuerySelector("#deadlines ~ details"));
            Assert.Contains("不向被评价人显示", seen.QuerySelector("section[aria-labelledby=deadlines]")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(kept.QuerySelector("#deadlines ~ details"));
        }
        var line = (await rated.PageAsync("/cases?view=All")).QuerySelectorAll("tbody tr");
        Assert.NotEmpty(line);
        Assert.All(line.SelectMany(r => r.QuerySelectorAll("time")), t => Assert.EndsWith("T00:00:00", t.GetAttribute("datetime"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_rated_finds_in_the_records_behind_a_figure_neither_numbers_nor_times_of_day_and_the_same_n()
    {
        await fixture.Host.Services.GetRequiredService<Accounts>()
            .CreateWithHashAsync([new("rated-leader", "被评领导", [Role.UnitLeader], "RS", ["*"], "S01"), new("other-leader", "领导", [Role.UnitLeader], "RS", ["*"])], Passwords.Hash(DeskHost.Password));
        using var rated = await fixture.Host.SignedInAsync("rated-leader");
        using var other = await fixture.Host.SignedInAsync("other-leader");
        foreach (var metric in new[] { "bad_review_rate", "tag_reviews" })
        {
            var address = $"/records/{metric}?period=2026-W46";
            var (seen, kept) = (await rated.PageAsync(address), await other.PageAsync(address));
            Assert.Matches("R00[0-9]{2}", kept.QuerySelector("table")!.TextContent);
            Assert.Matches("[0-9]{2}:[0-9]{2}", kept.QuerySelector("table")!.TextContent);
            Assert.DoesNotMatch("R00[0-9]{2}|T00[0-9]{2}|[0-9]{2}:[0-9]{2}", seen.QuerySelector("table")!.TextContent);
            Assert.Equal(kept.QuerySelectorAll("tbody tr").Length, seen.QuerySelectorAll("tbody tr").Length);
            using var file = await rated.GetAsync(address + "&format=csv&purpose=report");
            Assert.DoesNotMatch("R00[0-9]{2}|T00[0-9]{2}|[0-9]{2}:[0-9]{2}", await file.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Opening_a_case_is_in_the_audit_once_and_every_action_has_a_name_in_both_languages()
    {
        using var handler = await fixture.Host.SignedInAsync("handler");
        var no = (await handler.PageAsync("/cases?view=All")).QuerySelector("a.case")!.TextContent;
        for (var i = 0; i < 3; i++)
            await handler.PageAsync("/cases/" + no);
        using (var none = await handler.GetAsync("/cases/HC-20200101-99999"))
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var auditor = await fixture.Host.SignedInAsync("auditor");
        var row = Assert.Single((await auditor.PageAsync($"/audit?who=handler&action=VIEW&subject={no}")).QuerySelectorAll("tbody tr")).TextContent;
        Assert.Contains("打开工单", row, StringComparison.Ordinal);
        Assert.Contains("Handler", row, StringComparison.Ordinal);
        Assert.Contains("没有", (await auditor.PageAsync("/audit?subject=HC-20200101-99999")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        var offered = (await auditor.PageAsync("/audit")).QuerySelectorAll("#action option").Skip(1).ToArray();
        var stored = typeof(AuditActions).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToArray();
        Assert.Equal(stored.Order(), offered.Select(o => o.GetAttribute("value")!).Order());
        Assert.All(offered, o => Assert.NotEqual(o.GetAttribute("value"), o.TextContent));
    }
}
