using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task Simulated_people_work_a_year_of_cases_in_time_order_and_the_same_way_twice()
    {
        var first = await LiveAsync();
        var second = await LiveAsync();
        Assert.Equal(first.Events, second.Events);
        Assert.True(first.Report.Closed > first.Report.Cases * 0.8, $"{first.Report}");
        foreach (var type in new[] { "CallbackGivenUp", "AppealUpheld", "AppealRejected", "CaseReopened", "DeadlineMissed", "CardIssued", "ExtensionApproved", "ReturnRejected", "RectificationRated", "CaseArchived" })
            Assert.Contains(first.Events, e => e.Split(' ')[3] == type);
    }

    private static async Task<(DemoReport Report, List<string> Events)> LiveAsync()
    {
        using var w = await StoreWorld.OpenAsync();
        var reviews = Enumerable.Range(0, 400).Select(i =>
            Make.Review($"R-{i}", org: $"ORG-{i % 9}", named: i % 6 > 0) with { ReviewedAt = new DateTime(2025, 11, 17, 9, 0, 0).AddMinutes(i * 1300) }).ToArray();
        await w.Room.Router.RunAsync(new ListSource(reviews), new() { Backfill = true });
        var worker = new DemoWorker(w.Room.Store, w.Room.Rules);
        var report = await worker.RunAsync(20261116, Make.At("2026-11-15 18:00"));
        Assert.Equal(400, report.Cases);
        await using var db = w.Room.Store.Open();
        var events = await db.Events.AsNoTracking().OrderBy(e => e.Position).ToListAsync();
        var lived = events.Skip(events.Count - report.Events).ToList();
        Assert.All(lived.Zip(lived.Skip(1)), pair => Assert.True(pair.First.At <= pair.Second.At));
        Assert.All(lived, e => Assert.True(e.At <= Make.At("2026-11-15 18:00")));
        var kept = await db.Views.AsNoTracking().OrderBy(v => v.CaseNo).ToListAsync();
        await Projection.RebuildAsync(w.Room.Store);
        Assert.Equal(kept, await db.Views.AsNoTracking().OrderBy(v => v.CaseNo).ToListAsync());
        return (report, events.ConvertAll(e => $"{e.CaseNo} {e.Seq} {e.At:s} {e.EventType} {e.ActorId} {e.Data}"));
    }
}
