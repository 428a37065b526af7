using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

/// <summary>The pages of policies and of the calendar.</summary>
public sealed class PolicyPageTests : IAsyncLifetime
{
    private const string Year2027 =
        """{"region":"CN","years":[{"year":2027,"papers":["国办发明电〔2026〕"]}],"days":[{"date":"2027-01-01","name":"元旦","off":true},{"date":"2027-01-04","name":"元旦","off":true}]}""";

    private DeskHost _desk = null!;

    public async Task InitializeAsync() => _desk = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    private PolicyLibrary Library => _desk.Services.GetRequiredService<PolicyLibrary>();

    [Fact]
    public async Task A_handler_reads_list_policy_and_differences_and_is_offered_nothing_to_change()
    {
        using var client = await _desk.SignedInAsync("handler");
        var list = await client.PageAsync("/policies?kind=BadReview");
        Assert.Contains("默认", list.QuerySelector("tbody th a")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(list.QuerySelectorAll("a[href^='/policies/try'], a[href^='/policies/draft'], a[href^='/policies/activate']"));
        var policy = await client.PageAsync("/policies/shanghai");
        Assert.Contains("原则上不准退单", policy.QuerySelector("#sources-h")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty(policy.QuerySelectorAll(".head .end a"));
        var differences = await client.PageAsync("/policies/compare?a=default&b=shanghai");
        Assert.Contains("退单次数", differences.QuerySelector("table.data")!.TextContent, StringComparison.Ordinal);
        using var csv = await client.GetAsync("/policies/export?kind=BadReview");
        Assert.Contains("default", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var none = await client.GetAsync("/policies/0123456789ab");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_draft_shows_its_faults_by_line_then_is_tried_and_put_in_force_with_who_and_why()
    {
        using var client = await _desk.SignedInAsync("manager");
        var yaml = PolicyFile.Preset("default").Yaml;
        var wrong = yaml.Replace("amount: 5, unit: WORKING_DAY, from: DISPATCHED", "amount: 5, unit: WORKDAY, from: DISPATCHED", StringComparison.Ordinal);
        string address;
        using (var saved = await client.PostAsync("/policies/draft?from=default", "/policies/draft", ("from", "default"), ("version", "0"), ("yaml", wrong), ("act", "save")))
            address = saved.Headers.Location!.OriginalString;
        var faulty = await client.PageAsync(address);
        var line = wrong.Split('\n').TakeWhile(l => !l.Contains("WORKDAY", StringComparison.Ordinal)).Count() + 1;
        Assert.Contains($"第 {line} 行", faulty.QuerySelector("#faults")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(faulty.QuerySelectorAll(".head .end a"));
        var id = faulty.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        var right = yaml.Replace("rectify_general: { amount: 5", "rectify_general: { amount: 1", StringComparison.Ordinal).Replace("bad_levels: [1, 2]", "bad_levels: [5]", StringComparison.Ordinal);
        using (var stale = await client.PostAsync(address, "/policies/draft", ("id", id), ("version", "7"), ("yaml", right)))
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using (await client.PostAsync(address, "/policies/draft", ("id", id), ("version", "1"), ("yaml", right)))
        {
        }
        var good = await client.PageAsync(address);
        Assert.Contains("1 工作日", good.QuerySelector("#diff-h")!.ParentElement!.TextContent, StringComparison.Ordinal);

        using var started = await client.PostAsync("/policies/try", "/policies/try", ("policy", $"draft-{id}"), ("from", "2026-01-01"), ("to", "2026-11-16"));
        var result = await ResultAsync(client, started.Headers.Location!.OriginalString);
        Assert.NotEmpty(result.QuerySelectorAll("#sum-h"));
        var report = await _desk.Services.GetRequiredService<WhatIf>().RunAsync(PolicyCheck.Of(right).Policy!, new(2026, 1, 1), new(2026, 11, 16), OrgScope.All);
        Assert.True(report.Cases > 0 && report.Different.Count > 0, $"{report.Cases} cases, {report.Different.Count} different");
        Assert.Equal(report.Missed.After.ToString("N0"), result.QuerySelectorAll("#sum-h ~ .scroll tbody tr")[1].Children[2].TextContent);
        Assert.Equal(report.Different.Take(50).Select(d => $"/cases/{d.CaseNo}"), result.QuerySelectorAll("#cases tbody th a").Select(a => a.GetAttribute("href")));
        using var csv = await client.GetAsync(started.Headers.Location!.OriginalString + "/export");
        Assert.Equal(report.Different.Count + 1, (await csv.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        using var stranger = await _desk.SignedInAsync("supervisor");
        using (var others = await stranger.GetAsync(started.Headers.Location!.OriginalString))
            Assert.Equal("/policies/try?gone=true", others.Headers.Location!.OriginalString);

        var page = await client.PageAsync($"/policies/activate?policy=draft-{id}");
        var hash = page.QuerySelector("input[name=hash]")!.GetAttribute("value")!;
        (string, string)[] Form(string from, string reason) => [("policy", $"draft-{id}"), ("hash", hash), ("from", from), ("reason", reason)];
        using (var past = await client.PostAsync($"/policies/activate?policy=draft-{id}", "/policies/activate", Form("2026-11-15", "要更快")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, past.StatusCode);
        using (var done = await client.PostAsync($"/policies/activate?policy=draft-{id}", "/policies/activate", Form("2026-11-20", "要更快")))
            Assert.Equal("/policies?done=2026-11-20", done.Headers.Location!.OriginalString);
        var version = (await Library.ListAsync())[0];
        Assert.Equal(("manager", "要更快", PolicyState.Planned), (version.ActivatedBy, version.Reason, version.State));
        Assert.Contains("要更快", (await client.PageAsync("/policies")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_shown_as_text_whatever_stands_in_it()
    {
        using var client = await _desk.SignedInAsync("manager");
        const string evil = "id: </textarea><script>alert(1)</script>\nname: { zh: \"<b>x</b>\" }";
        using var saved = await client.PostAsync("/policies/draft?from=default", "/policies/draft", ("from", "default"), ("version", "0"), ("yaml", evil));
        var page = await client.PageAsync(saved.Headers.Location!.OriginalString);
        Assert.Equal(evil, page.QuerySelector("#yaml")!.TextContent.TrimStart('\n'));
        Assert.DoesNotContain(page.QuerySelectorAll("main script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused()
    {
        using var client = await _desk.SignedInAsync("supervisor");
        using var answer = await client.PostAsync("/policies/try", "/policies/try", ("policy", "shanghai"), ("from", "2026-09-30"), ("to", "2026-07-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await client.PageAsync("/policies/try?policy=shanghai");
        Assert.Equal(("2026-07-01", "2026-09-30"), (page.QuerySelector("#from")!.GetAttribute("value"), page.QuerySelector("#to")!.GetAttribute("value")));
    }

    [Fact]
    public async Task The_calendar_shows_holidays_make_up_days_and_a_provisional_year()
    {
        using var client = await _desk.SignedInAsync("handler");
        var page = await client.PageAsync("/calendar?year=2026");
        string Says(string day) => page.QuerySelector($"time[datetime='{day}']")!.ParentElement!.TextContent;
        Assert.Contains("休", Says("2026-10-01"), StringComparison.Ordinal);
        Assert.Contains("班", Says("2026-10-10"), StringComparison.Ordinal);
        Assert.Contains("上班", Says("2026-11-16"), StringComparison.Ordinal);
        Assert.Contains("today", page.QuerySelector("time[datetime='2026-11-16']")!.ParentElement!.ClassName!, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll("table.month").Length);
        Assert.Empty(page.QuerySelectorAll("a[href='/calendar/load']"));
        Assert.Contains("暂定", (await client.PageAsync("/calendar?year=2027")).QuerySelector("[role=note]")!.TextContent, StringComparison.Ordinal);
        using var csv = await client.GetAsync("/calendar/export?year=2026");
        Assert.Equal(366, (await csv.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_year_is_previewed_loaded_with_a_reason_and_stands_on_the_calendar_with_who()
    {
        using var client = await _desk.SignedInAsync("manager");
        using (var wrong = await client.UploadAsync("/calendar/load", "/calendar/load", ("x.json", "{\"a\":1}"u8.ToArray())))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var uploaded = await client.UploadAsync("/calendar/load", "/calendar/load", ("2027.json", Encoding.UTF8.GetBytes(Year2027)));
        var address = uploaded.Headers.Location!.OriginalString;
        var preview = await ResultAsync(client, address);
        Assert.Contains("2027-01-04", preview.QuerySelector("#days-h")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(_desk.Services.GetRequiredService<RuleBook>().Days.Years, y => y.Year == 2027);
        using (var silent = await client.PostAsync(address, address, ("act", "load"), ("reason", " ")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using var loaded = await client.PostAsync(address, address, ("act", "load"), ("reason", "国务院办公厅已公布"));
        var done = await ResultAsync(client, loaded.Headers.Location!.OriginalString);
        Assert.NotNull(done.QuerySelector(".note[role=status]"));
        var page = await client.PageAsync("/calendar?year=2027");
        Assert.Null(page.QuerySelector("[role=note]"));
        var record = page.QuerySelector("#loads-h")!.ParentElement!.TextContent;
        Assert.Contains("何主任", record, StringComparison.Ordinal);
        Assert.Contains("国务院办公厅已公布", record, StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Dom.IDocument> ResultAsync(DeskClient client, string address)
    {
        for (var i = 0; i < 100; i++)
        {
            var page = await client.PageAsync(address);
            if (page.QuerySelector("progress") is null)
                return page;
            await Task.Delay(100);
        }
        throw new TimeoutException($"{address} is still running");
    }
}
