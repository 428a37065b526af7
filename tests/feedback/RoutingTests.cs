using System.Diagnostics;

namespace QualityInsight.Feedback.Tests;

public sealed class RoutingTests
{
    [Fact]
    public async Task Each_bad_review_becomes_one_case_and_the_rest_is_accounted_for()
    {
        using var w = await StoreWorld.OpenAsync();
        var reviews = new[]
        {
            Make.Review("R-1"), Make.Review("R-2") with { Level = 2, TextMasked = null }, Make.Review("R-3") with { Level = 3 },
            Make.Review("R-4") with { IsDefault = true }, Make.Review("R-1"), Make.Review("R-5", org: null),
            Make.Review("R-6", at: "2026-11-16 10:01"), Make.Review("R-7"),
        };
        var report = await w.RouteAsync(reviews);
        Assert.Equal((8, 4, 1, 1), (report.Read, report.Opened, report.AlreadyRouted, report.Deferred));
        Assert.Equal(new Dictionary<string, int> { ["NOT_BAD"] = 1, ["SYSTEM_DEFAULT"] = 1 }, report.Excluded);
        Assert.Equal(report.Read, report.Opened + report.AlreadyRouted + report.Excluded.Values.Sum() + report.Deferred);
        Assert.Equal("HC-20261116-00001", w.Scalar<string>("SELECT min(case_no) FROM \"case\""));
        // The one to come is read again, and those behind it, which have theirs already.
        w.Time.Set("2026-11-16 10:05");
        var again = await w.RouteAsync(reviews);
        Assert.Equal((2, 1, 1), (again.Read, again.Opened, again.AlreadyRouted));
        Assert.Equal(0, (await w.RouteAsync(reviews)).Read);
        Assert.Equal(5, w.Scalar<int>("SELECT count(*) FROM \"case\""));
    }

    [Fact]
    public async Task Shanghai_routes_only_reviews_with_words()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.Room.Rules.ActivateAsync(PolicyFile.Preset("shanghai"), "admin");
        var report = await w.RouteAsync(Make.Review("R-1") with { TextMasked = " " }, Make.Review("R-2"));
        Assert.Equal((1, 1), (report.Excluded["WITHOUT_TEXT"], report.Opened));
    }

    [Fact]
    public async Task A_case_keeps_the_policy_it_was_opened_under()
    {
        using var w = await StoreWorld.OpenAsync();
        var first = await w.OneCaseAsync();
        var later = PolicyFile.Parse(
            PolicyFile.Preset("shenzhen").Yaml.Replace("valid_from: 2021-05-01", "valid_from: 2026-11-17"), "later.yaml");
        await w.Room.Rules.ActivateAsync(later, "admin");
        w.Time.Set("2026-11-17 10:00");
        var second = await w.OneCaseAsync(Make.Review("R-2", at: "2026-11-17 09:00"));
        Assert.Equal("default", (await w.Room.Desk.CaseAsync(first, Make.Clerk))!.Case.PolicyId);
        Assert.Equal("shenzhen", (await w.Room.Desk.CaseAsync(second, Make.Clerk))!.Case.PolicyId);
    }

    [Fact]
    public async Task History_counts_as_opened_when_the_review_arrived_and_says_when_it_was_written()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.Room.Router.RunAsync(new ListSource([Make.Review("R-1", at: "2026-03-02 18:30")]), new() { Backfill = true });
        var page = await w.Room.Desk.CaseAsync("HC-20260302-00001", Make.Clerk);
        Assert.True(((CaseOpened)page!.Events[0].Data).Backfilled);
        Assert.Equal(Make.At("2026-03-02 18:30"), page.Events[0].At);
        Assert.Equal(Make.At("2026-11-16 02:00"), page.Events[0].RecordedUtc);
        Assert.Equal(Make.At("2026-03-04 17:30"), page.Case.Deadlines[DeadlineStep.Callback].DueAt);
    }

    [Fact]
    public async Task Routers_that_run_at_once_open_each_case_once()
    {
        using var w = await StoreWorld.OpenAsync();
        var reviews = Enumerable.Range(0, 300).Select(i => Make.Review($"R-{i}")).ToArray();
        using var other = await w.OpenAgainAsync(); // as if another process
        var routers = Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            (i % 2 == 0 ? w.Room : other).Router.RunAsync(new ListSource(i % 3 == 0 ? reviews.Reverse().ToArray() : reviews), new() { BatchSize = 7, FromStart = true }))).ToList();
        var reports = await Task.WhenAll(routers);
        Assert.Equal(300, reports.Sum(r => r.Opened));
        Assert.Equal(6 * 300, reports.Sum(r => r.Opened + r.AlreadyRouted));
        Assert.Equal(300, w.Scalar<int>("SELECT count(*) FROM \"case\""));
        Assert.Equal(300, w.Scalar<int>("SELECT count(*) FROM case_view"));
        Assert.Equal(300, w.Scalar<int>("SELECT count(*) FROM case_event WHERE event_type = 'CaseOpened'"));
        Assert.Equal(w.Scalar<int>("SELECT count(*) FROM case_event"), w.Scalar<int>("SELECT max(position) FROM case_event"));
    }

    [Fact]
    public async Task A_router_that_is_killed_again_and_again_opens_each_case_once()
    {
        const int reviews = 600;
        using var w = await StoreWorld.OpenAsync();
        w.Room.Dispose();
        var random = new Random(7);
        var halfDone = 0;
        for (var run = 0; run < 4; run++)
        {
            using var child = Start(w.Path, reviews);
            for (var batches = random.Next(1, 5); batches > 0; batches--)
                await child.StandardOutput.ReadLineAsync();
            await Task.Delay(random.Next(30));
            child.Kill();
            await child.WaitForExitAsync();
            if (w.Scalar<int>("SELECT count(*) FROM \"case\"") is > 0 and < reviews)
                halfDone++;
        }
        using (var last = Start(w.Path, reviews))
        {
            await last.StandardOutput.ReadToEndAsync();
            await last.WaitForExitAsync();
            Assert.Equal(0, last.ExitCode);
        }
        Assert.True(halfDone > 0, "no run was killed half-way; the test says nothing");
        Assert.Equal(reviews, w.Scalar<int>("SELECT count(*) FROM \"case\""));
        Assert.Equal(reviews, w.Scalar<int>("SELECT count(DISTINCT review_no) FROM \"case\""));
        Assert.Equal(reviews, w.Scalar<int>("SELECT count(*) FROM case_view"));
        Assert.Equal(reviews, w.Scalar<int>("SELECT count(*) FROM case_event WHERE event_type = 'CaseOpened'"));
        Assert.Equal(w.Scalar<int>("SELECT count(*) FROM case_event"), w.Scalar<int>("SELECT max(position) FROM case_event"));
        Assert.Equal(w.Scalar<int>("SELECT count(*) FROM case_event"), w.Scalar<int>("SELECT sum(seq) FROM case_view"));
    }

    private static Process Start(string path, int reviews)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(typeof(RouterProcess).Assembly.Location);
        info.ArgumentList.Add(path);
        info.ArgumentList.Add(reviews.ToString());
        return Process.Start(info)!;
    }
}
