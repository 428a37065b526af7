using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

/// <summary>A clerk takes matters down by hand, and what each kind's pages say.</summary>
public sealed class RegisterTests : IAsyncLifetime
{
    private DeskHost _desk = null!;

    public async Task InitializeAsync() => _desk = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    private static (string, string)[] Form(string kind, string form = "FORM12345678", string text = "午间请增开窗口，联系人王小明，电话13812345678", params (string, string)[] more) =>
        [("form", form), ("kind", kind), ("channel", "COUNTER"), ("text", text), ("org", "RS"), .. more];

    [Fact]
    public async Task A_matter_is_masked_on_save_its_contact_encrypted_and_the_same_form_opens_one_case()
    {
        using var clerk = await _desk.SignedInAsync("intake");
        (string, string)[] form = Form("Suggestion", more: [("name", "王小明"), ("phone", "138 1234 5678"), ("item", "I1"), ("hall", "H1")]);
        using var first = await clerk.PostAsync("/register", "/register", form);
        using var second = await clerk.PostAsync("/register", "/register", form);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var path = first.Headers.Location!.OriginalString;
        var page = await clerk.PageAsync(path);
        Assert.Contains("已登记", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("建议", page.QuerySelector(".state.kind")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("午间请增开窗口", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("section[aria-labelledby=said] .stars"));
        var no = path["/cases/".Length..path.IndexOf('?', StringComparison.Ordinal)];
        var actor = (await _desk.Services.GetRequiredService<Accounts>().FindAsync("intake"))!;
        var @case = (await _desk.Services.GetRequiredService<ICaseDesk>().CaseAsync(no, actor))!.Case;
        Assert.Equal((CaseKind.Suggestion, "RS", "I1", true), (@case.Kind, @case.OrgCode, @case.Review!.ItemCode, @case.Review.IsNamed));
        var contact = await _desk.Services.GetRequiredService<PersonVault>().RevealAsync(@case, actor, "CALLBACK");
        Assert.Equal(("王小明", "138 1234 5678"), (contact!.Name, contact.Phone));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_and_what_was_written_stays()
    {
        using var clerk = await _desk.SignedInAsync("intake");
        foreach (var (form, expected) in new[]
        {
            (Form(""), "请选择一项"), (Form("BadReview"), "请选择一项"), (Form("Consult", text: " "), "请填写"), (Form("Consult", form: "x"), "表单编号无效"),
            (Form("Consult", more: [("name", "张三")]), "只有姓名无法联系"), (Form("Consult", more: [("phone", "12a")]), "电话应为"),
            (Form("Consult", more: [("about", "GA")]), "只有举报"),
        })
        {
            using var answer = await clerk.PostAsync("/register", "/register", form);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await DeskClient.DocumentAsync(answer);
            Assert.Contains(expected, page.QuerySelector("#error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(form.First(f => f.Item1 == "text").Item2.Trim(), page.QuerySelector("#text")!.TextContent.Trim());
        }
        using var handler = await _desk.SignedInAsync("handler");
        using var refused = await handler.GetAsync("/register");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var queue = await handler.PageAsync("/cases");
        Assert.Empty(queue.QuerySelectorAll("a[href='/register']"));
    }

    [Fact]
    public async Task The_queue_is_filtered_by_kind_in_list_saved_view_and_export_and_the_leader_decides_a_suggestion()
    {
        using var clerk = await _desk.SignedInAsync("intake");
        using var made = await clerk.PostAsync("/register", "/register", Form("Suggestion"));
        var no = made.Headers.Location!.OriginalString["/cases/".Length..^"?done=registered".Length];
        var list = await clerk.PageAsync("/cases?view=All&kind=Suggestion");
        Assert.Equal([no], list.QuerySelectorAll("a.case").Select(a => a.TextContent));
        Assert.DoesNotContain(no, (await clerk.PageAsync("/cases?view=All&kind=BadReview")).Body!.TextContent, StringComparison.Ordinal);
        using var csv = await clerk.GetAsync("/cases/export?purpose=report&view=All&kind=Suggestion");
        var text = await csv.Content.ReadAsStringAsync();
        Assert.Contains("建议", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        using var handler = await _desk.SignedInAsync("handler");
        await ActAsync(handler, no, "AcceptCase");
        var page = await handler.PageAsync($"/cases/{no}");
        Assert.Empty(page.QuerySelectorAll("#do-RecordRectification, #do-FileAppeal, #do-RecordCallback"));
        Assert.Contains("采纳该建议", page.Body!.TextContent, StringComparison.Ordinal); // why no reply yet
        using var leader = await _desk.SignedInAsync("leader");
        await ActAsync(leader, no, "DecideSuggestion", ("yes", "yes"), ("reason", "可行"));
        Assert.Contains("采纳", (await leader.PageAsync($"/cases/{no}")).Body!.TextContent, StringComparison.Ordinal);
        await ActAsync(handler, no, "SubmitFeedback", ("text", "您的建议已采纳，本月起午间增开窗口"));
        await ActAsync(clerk, no, "JudgeFeedback", ("yes", "yes"));
    }

    [Fact]
    public async Task A_matter_of_the_fallback_window_stands_in_the_register_from_the_start()
    {
        using var clerk = await _desk.SignedInAsync("intake");
        using var made = await clerk.PostAsync("/register", "/register", Form("Fallback", text: "跨省材料互不认可，跑了三次没办成"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var no = made.Headers.Location!.OriginalString["/cases/".Length..^"?done=registered".Length];
        var row = Assert.Single((await clerk.PageAsync("/fallback?origin=Counter&state=open")).QuerySelectorAll("tbody tr"));
        Assert.Equal(no, row.QuerySelector("a.case")!.TextContent);
    }

    private static async Task ActAsync(DeskClient client, string no, string command, params (string, string)[] values)
    {
        var page = await client.PageAsync($"/cases/{no}");
        var form = page.QuerySelector($"#do-{command} form") ?? throw new InvalidOperationException($"{command} is not offered: {page.QuerySelector("#actions")?.TextContent}");
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        using var answer = await client.PostRawAsync(form.GetAttribute("action")!, [.. hidden, .. values]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{command}: {(int)answer.StatusCode}");
    }
}
