using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

public sealed class QueueTests
{
    [Fact]
    public async Task One_action_on_several_cases_does_what_it_can_and_says_case_by_case_what_it_cannot()
    {
        await using var host = await DeskHost.StartAsync();
        using var leader = await host.SignedInAsync("leader");
        var list = await leader.PageAsync("/cases?view=MyUnit");
        var boxes = list.QuerySelectorAll("input[name=no]").Select(b => b.GetAttribute("value")!).ToList();
        Assert.True(boxes.Count >= 3, "the seeded unit has too few cases");
        var desk = host.Services.GetRequiredService<ICaseDesk>();
        var actor = (await host.Services.GetRequiredService<Accounts>().FindAsync("leader"))!;
        var stale = boxes[0].Split(':');
        await desk.ExecuteAsync(stale[0], int.Parse(stale[1]), new AddNote("先动了"), actor);

        using var answer = await leader.PostAsync("/cases?view=MyUnit", "/cases/bulk",
            [("act", "note"), ("text", "请按期办结"), ("back", "/cases?view=MyUnit"), .. boxes.Select(b => ("no", b))]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var said = await DeskClient.DocumentAsync(answer);
        Assert.Single(said.QuerySelectorAll("tbody .act-now"));
        Assert.Contains(stale[0], said.QuerySelector("tbody tr:has(.act-now)")!.TextContent, StringComparison.Ordinal);
        foreach (var box in boxes.Skip(1))
        {
            var page = (await desk.CaseAsync(box.Split(':')[0], actor))!;
            Assert.Equal("请按期办结", Assert.IsType<NoteAdded>(page.Events[^1].Data).Text);
            Assert.Equal("leader", page.Events[^1].ActorId);
        }
    }

    [Theory]
    [InlineData("", "x", "请选择操作")]
    [InlineData("assign", "", "请选择承办人")]
    [InlineData("note", "", "请填写说明")]
    [InlineData("flag", "x", "请选择标记")]
    [InlineData("reply", "x", "请选择答复模板")]
    [InlineData("CloseCase", "x", "请选择操作")]
    public async Task An_action_that_lacks_something_changes_nothing_and_says_what(string act, string text, string expected)
    {
        await using var host = await DeskHost.StartAsync();
        using var leader = await host.SignedInAsync("leader");
        var box = (await leader.PageAsync("/cases?view=MyUnit")).QuerySelector("input[name=no]")!.GetAttribute("value")!;
        using var answer = await leader.PostAsync("/cases?view=MyUnit", "/cases/bulk", ("act", act), ("text", text), ("template", text), ("no", box), ("back", "//evil.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var said = await DeskClient.DocumentAsync(answer);
        Assert.Contains(expected, said.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cases", said.QuerySelector(".head .end a")!.GetAttribute("href"));
        Assert.Equal(box, (await leader.PageAsync("/cases?view=MyUnit")).QuerySelector("input[name=no]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nobody_acts_on_a_case_outside_the_scope_through_the_list()
    {
        await using var host = await DeskHost.StartAsync();
        using var intake = await host.SignedInAsync("intake");
        var foreign = (await intake.PageAsync("/cases?org=GA")).QuerySelector("input[name=no]")!.GetAttribute("value")!;
        using var leader = await host.SignedInAsync("leader");
        using var answer = await leader.PostAsync("/cases?view=MyUnit", "/cases/bulk", ("act", "note"), ("text", "x"), ("no", foreign));
        Assert.Single((await DeskClient.DocumentAsync(answer)).QuerySelectorAll("tbody .act-now"));
    }

    [Fact]
    public async Task A_saved_view_is_shared_with_the_unit_and_with_nobody_else_and_can_open_the_queue()
    {
        await using var host = await DeskHost.StartAsync();
        using var leader = await host.SignedInAsync("leader");
        using (var kept = await leader.PostAsync("/cases?level=1", "/cases/views",
                   ("act", "keep"), ("name", "<script>一星</script>"), ("address", "view=MyUnit&level=1&evil=%22%3E&page=9"), ("share", "yes")))
            Assert.Equal("/cases?view=MyUnit&level=1", kept.Headers.Location!.OriginalString);
        using var colleague = await host.SignedInAsync("handler");
        var link = (await colleague.PageAsync("/cases")).QuerySelector(".saved-list a")!;
        Assert.Equal(("/cases?view=MyUnit&level=1", "<script>一星</script>"), (link.GetAttribute("href"), link.TextContent));
        using var stranger = await host.SignedInAsync("handler-ga");
        Assert.Null((await stranger.PageAsync("/cases")).QuerySelector(".saved-list a"));

        var id = (await colleague.PageAsync("/cases")).QuerySelector(".saved-list input[name=id]")!.GetAttribute("value")!;
        using (await colleague.PostAsync("/cases", "/cases/views", ("act", "remove"), ("id", id)))
            Assert.NotNull((await colleague.PageAsync("/cases")).QuerySelector(".saved-list a")); // not the owner
        using (await colleague.PostAsync("/cases", "/cases/views", ("act", "default"), ("id", id)))
        using (var opened = await colleague.GetAsync("/cases"))
            Assert.Equal("/cases?view=MyUnit&level=1", opened.Headers.Location!.OriginalString);
        using (await stranger.PostAsync("/cases", "/cases/views", ("act", "default"), ("id", id)))
        using (var plain = await stranger.GetAsync("/cases"))
            Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        using (await leader.PostAsync("/cases", "/cases/views", ("act", "remove"), ("id", id)))
        using (var gone = await colleague.GetAsync("/cases"))
            Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
    }

    [Fact]
    public async Task Counters_come_alone_and_not_again_until_one_changes()
    {
        await using var host = await DeskHost.StartAsync();
        using var leader = await host.SignedInAsync("leader");
        using var first = await leader.GetAsync("/cases/counts?view=Open");
        var tag = first.Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(leader, tag));
        var box = (await leader.PageAsync("/cases?view=Unassigned")).QuerySelector("input[name=no]")!.GetAttribute("value")!;
        using (await leader.PostAsync("/cases?view=MyUnit", "/cases/bulk", ("act", "assign"), ("user", "handler"), ("no", box)))
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(leader, tag));
        var list = await leader.PageAsync("/cases?view=MyUnit");
        var counts = await leader.PageAsync("/cases/counts?view=MyUnit");
        Assert.Equal(
            list.QuerySelectorAll("[data-view] .count").Select(c => c.TextContent), counts.QuerySelectorAll("[data-view] .count").Select(c => c.TextContent));
    }

    [Fact]
    public async Task The_page_size_is_remembered_and_the_list_is_had_as_a_workbook()
    {
        await using var host = await DeskHost.StartAsync();
        using var intake = await host.SignedInAsync("intake");
        await intake.PageAsync("/cases?size=20");
        Assert.Equal("20", (await intake.PageAsync("/cases")).QuerySelector("#size option[selected]")!.GetAttribute("value"));
        await intake.PageAsync("/cases?size=99999");
        Assert.Equal("20", (await intake.PageAsync("/cases")).QuerySelector("#size option[selected]")!.GetAttribute("value"));
        using var book = await intake.GetAsync("/cases/export?view=All&format=xlsx&purpose=report");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book.Content.Headers.ContentType!.MediaType);
        Assert.Equal("PK"u8.ToArray(), (await book.Content.ReadAsByteArrayAsync())[..2]);
    }

    private static async Task<HttpStatusCode> StatusAsync(DeskClient client, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cases/counts?view=Open");
        request.Headers.IfNoneMatch.Add(tag);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
