using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

/// <summary>A joint case over HTTP: what the supporting unit reaches, and what it does not.</summary>
public sealed class SupportPageTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private async Task<string> CaseAsync(int index)
    {
        using var handler = await fixture.Host.SignedInAsync("handler");
        var page = await handler.PageAsync("/cases?view=MyUnit&state=Dispatched&sort=CaseNo");
        return page.QuerySelectorAll("a.case")[index].TextContent;
    }

    private async Task<HttpResponseMessage> ActAsync(string user, string no, string command, params (string Name, string Value)[] values)
    {
        using var client = await fixture.Host.SignedInAsync(user);
        var supervisor = (await fixture.Host.Services.GetRequiredService<Accounts>().FindAsync("supervisor"))!;
        var seq = (await fixture.Host.Services.GetRequiredService<ICaseDesk>().CaseAsync(no, supervisor))!.Case.Seq.ToString(CultureInfo.InvariantCulture);
        var home = await client.PageAsync("/cases");
        var token = home.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.PostRawAsync($"/cases/{no}/act", [("command", command), ("seq", seq), .. values, ("__RequestVerificationToken", token)]);
    }

    private async Task DoneAsync(string user, string no, string command, params (string Name, string Value)[] values)
    {
        using var answer = await ActAsync(user, no, command, values);
        Assert.Equal($"/cases/{no}?done={command}", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_supporting_unit_reads_the_case_and_does_its_own_task_only()
    {
        var no = await CaseAsync(0);
        using var police = await fixture.Host.SignedInAsync("handler-ga");
        using (var before = await police.GetAsync($"/cases/{no}"))
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        await DoneAsync("handler", no, nameof(AddSupport), ("org", "GA"), ("ask", "请核对户籍系统当日是否中断 <script>"));

        var queue = await police.PageAsync("/cases?view=Support");
        Assert.Equal(no, Assert.Single(queue.QuerySelectorAll("a.case")).TextContent);
        Assert.Equal("1", queue.QuerySelector("[data-view=Support] .count")!.TextContent);
        using (var export = await police.GetAsync("/cases/export?purpose=report&view=Support"))
            Assert.Contains(no, await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var page = await police.PageAsync($"/cases/{no}");
        Assert.Contains("协办单位", page.QuerySelector("#support-tasks")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#support-tasks script"));
        Assert.Equal(["do-AcceptSupportTask", "do-ReturnSupportTask"], page.QuerySelectorAll("details[id^=do-]").Select(d => d.Id!).Order());
        Assert.DoesNotContain("138", page.QuerySelector("#contact")?.TextContent ?? "", StringComparison.Ordinal);
        foreach (var (command, values) in new (string, (string, string)[])[]
                 {
                     (nameof(AcceptCase), []), (nameof(AddNote), [("text", "x")]), (nameof(SubmitFeedback), [("text", "x")]),
                     (nameof(WithdrawSupportTask), [("task", "1"), ("reason", "x")]), (nameof(AcceptSupportTask), [("task", "2")]),
                 })
        {
            using var refused = await ActAsync("handler-ga", no, command, values);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        }
        using (var reveal = await police.PostRawAsync($"/cases/{no}/reveal", ("purpose", "x"), ("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)))
            Assert.NotEqual(HttpStatusCode.OK, reveal.StatusCode);

        await DoneAsync("handler-ga", no, nameof(AcceptSupportTask), ("task", "1"));
        await DoneAsync("handler-ga", no, nameof(FinishSupportTask), ("task", "1"), ("text", "当日系统正常"));
        using var handler = await fixture.Host.SignedInAsync("handler");
        var done = await handler.PageAsync($"/cases/{no}");
        Assert.Contains("当日系统正常", done.QuerySelector("#support-tasks tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("周警官", done.QuerySelector("#support-tasks tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await police.PageAsync("/cases?view=Support")).QuerySelectorAll("a.case"));
    }

    [Fact]
    public async Task A_unit_that_returned_its_task_does_not_reach_the_case_any_more()
    {
        var no = await CaseAsync(1);
        await DoneAsync("handler", no, nameof(AddSupport), ("org", "GA"), ("ask", "请核对"));
        using var police = await fixture.Host.SignedInAsync("handler-ga");
        using (var answer = await ActAsync("handler-ga", no, nameof(ReturnSupportTask), ("task", "1"), ("reason", "不归我们管")))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using (var after = await police.GetAsync($"/cases/{no}"))
            Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        using (var act = await ActAsync("handler-ga", no, nameof(AcceptSupportTask), ("task", "1")))
            Assert.NotEqual(HttpStatusCode.Redirect, act.StatusCode);
        using var english = await fixture.Host.SignedInAsync("handler");
        english.Cookies.Add(new Cookie("qi-lang", "en", "/", new Uri(fixture.Host.Url).Host));
        var page = await english.PageAsync($"/cases/{no}");
        Assert.Contains("Returned", page.QuerySelector("#support-tasks tbody")!.TextContent, StringComparison.Ordinal);
    }
}
