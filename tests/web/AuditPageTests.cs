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
            Assert.Null(seen.QuerySelector("figure.timeline"));
        }
    }
}
