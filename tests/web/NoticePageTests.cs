using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

/// <summary>The bell, the page of notices, its settings, and the outbox.</summary>
public sealed class NoticePageTests : IAsyncLifetime
{
    private DeskHost _desk = null!;

    public async Task InitializeAsync() => _desk = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_bell_counts_and_reading_empties_it()
    {
        await FedBack.OneAsync(_desk); // asks intake for a decision on the way
        await _desk.Services.GetRequiredService<FeedbackRoom>().Notifier.RunAsync();
        using var client = await _desk.SignedInAsync("intake");
        var page = await client.PageAsync("/notices");
        var unread = int.Parse(page.QuerySelector(".bell .count")!.TextContent);
        Assert.Equal(unread, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("等待您审批", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var id = page.QuerySelector("tbody button")!.GetAttribute("value")!;
        using (await client.PostAsync("/notices", "/notices", ("id", id)))
            Assert.Equal(unread - 1, (await client.PageAsync("/notices?unread=1")).QuerySelectorAll("tbody tr").Length);
        using (await client.PostAsync("/notices", "/notices", ("all", "1")))
            Assert.Null((await client.PageAsync("/cases")).QuerySelector(".bell .count"));
    }

    [Fact]
    public async Task Settings_are_kept_and_a_wrong_address_is_refused()
    {
        using var client = await _desk.SignedInAsync("leader");
        using (var wrong = await client.PostAsync("/notices/settings", "/notices/settings", ("mail", "nobody"), ("desk", "Arrived")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (await client.PostAsync("/notices/settings", "/notices/settings",
            ("mail", "li@example.gov.cn"), ("language", "En"), ("digest", "7"), ("from", "18"), ("until", "9"), ("desk", "Arrived"), ("bymail", "RedCard")))
        {
        }
        var page = await client.PageAsync("/notices/settings");
        Assert.Equal("li@example.gov.cn", page.QuerySelector("#mail")!.GetAttribute("value"));
        Assert.Equal("7", page.QuerySelector("#digest option[selected]")!.GetAttribute("value"));
        Assert.Equal(["Arrived"], page.QuerySelectorAll("input[name=desk][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["RedCard"], page.QuerySelectorAll("input[name=bymail][checked]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task A_dead_letter_is_seen_and_tried_again_by_an_administrator()
    {
        var store = _desk.Services.GetRequiredService<OperationsStore>();
        await store.WriteAsync(db =>
        {
            db.Outbox.Add(new()
            {
                DedupeKey = "T-1", Kind = "NOTICE", Channel = "MAIL", Recipient = "user:leader", Subject = "工单到期", Body = "…",
                CreatedUtc = new(2026, 11, 16, 2, 0, 0), DeadUtc = new(2026, 11, 16, 3, 0, 0), Attempts = 10, LastError = "the server is busy",
            });
            return Task.CompletedTask;
        });
        using var client = await _desk.SignedInAsync("admin");
        var page = await client.PageAsync("/outbox?state=Dead");
        Assert.Contains("the server is busy", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("李科长", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using (await client.PostAsync("/outbox?state=Dead", "/outbox", ("id", page.QuerySelector("tbody button")!.GetAttribute("value")!)))
        {
        }
        await using var db = store.Open();
        var row = await db.Outbox.AsNoTracking().SingleAsync(o => o.DedupeKey == "T-1");
        Assert.Equal((null, 0), (row.DeadUtc, row.Attempts));
    }
}
