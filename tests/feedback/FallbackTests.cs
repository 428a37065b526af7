using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

/// <summary>The fallback register (兜底台账): what comes into it, who ends it, and that no case is put away before.</summary>
public sealed class FallbackTests
{
    [Fact]
    public void A_case_still_unsatisfied_after_the_last_round_comes_in_by_itself_and_only_once()
    {
        var w = new World(PolicyFile.Preset("default") with { MaxReopens = 0 }).ToFedBack();
        w.Do(Actor.Reviewer, new RateRectification(Satisfaction.NotSatisfied));
        Assert.Equal((1, FallbackOrigin.Reopened), (w.Case.OpenFallback!.No, w.Case.OpenFallback.Origin));
        w.Do(Make.Supervisor, new ReopenCase("再办一次"));
        Assert.Single(w.Case.FallbackEntries);
    }

    [Fact]
    public void A_round_that_the_policy_still_gives_does_not_bring_a_case_in()
    {
        var w = new World().ToFedBack().Do(Actor.Reviewer, new RateRectification(Satisfaction.NotSatisfied));
        Assert.Equal(CaseState.Reopened, w.State);
        Assert.Empty(w.Case.FallbackEntries);
    }

    [Fact]
    public void A_matter_taken_down_at_the_counter_comes_in_when_it_is_opened()
    {
        var review = Make.Review("O-1", staff: null) with { Level = 0, Source = "hotline", Tags = [], Labels = [] };
        var w = new World(review: review, kind: CaseKind.Fallback);
        Assert.Equal(FallbackOrigin.Counter, w.Case.OpenFallback!.Origin);
    }

    [Fact]
    public void An_entry_is_ended_with_a_reason_by_somebody_outside_the_unit_and_counts_working_days()
    {
        var w = new World();
        w.Refused(Make.Clerk, new EndFallback(FallbackOutcome.Solved, "x"), "NOT_IN_FALLBACK");
        w.Refused(Make.Handler, new TakeIntoFallback("x"), "WRONG_ROLE");
        w.Refused(Make.Clerk, new TakeIntoFallback(" "), "REASON_NEEDED");
        w.Do(Make.Clerk, new TakeIntoFallback("跨两省，无法线上核验"), "2026-11-19 16:00");
        w.Refused(Make.Supervisor, new TakeIntoFallback("x"), "IN_FALLBACK");
        w.Refused(Make.Clerk, new EndFallback(FallbackOutcome.Solved, ""), "REASON_NEEDED");
        w.Refused(Make.Clerk with { OrgCode = "ORG-1" }, new EndFallback(FallbackOutcome.Solved, "x"), "HANDLING_UNIT");
        // Thursday to the Wednesday after: Friday, Monday, Tuesday, Wednesday.
        w.Do(Make.Supervisor, new EndFallback(FallbackOutcome.Unsolved, "外省尚未共享数据"), "2026-11-25 09:00");
        var entry = Assert.Single(w.Case.FallbackEntries);
        Assert.Equal((FallbackOutcome.Unsolved, "外省尚未共享数据", 4, false), (entry.Outcome, entry.Answer, entry.WorkingDays, entry.IsOpen));
        w.Do(Make.Clerk, new TakeIntoFallback("再次反映"));
        Assert.Equal(2, w.Case.OpenFallback!.No);
    }

    [Fact]
    public void A_case_is_not_put_away_while_its_entry_is_open()
    {
        var w = new World().ToFedBack().Do(Make.Clerk, new TakeIntoFallback("x")).Do(Actor.Reviewer, new RateRectification(Satisfaction.Satisfied));
        var refusal = w.Refused(Make.Clerk, new ArchiveCase(), "FALLBACK_OPEN");
        Assert.StartsWith("不能从「办结」转为「归档」", refusal.Text(Language.Zh), StringComparison.Ordinal);
        w.Do(Make.Clerk, new EndFallback(FallbackOutcome.Solved, "已办成")).Do(Make.Clerk, new ArchiveCase());
        w.Refused(Make.Clerk, new TakeIntoFallback("x"), "IS_ARCHIVED");
    }

    [Fact]
    public void The_sweep_does_not_put_a_case_away_either_while_its_entry_is_open()
    {
        var policy = PolicyFile.Preset("default");
        var w = new World(policy with { Archive = policy.Archive with { Amount = 2 } }).ToFedBack();
        w.Do(Make.Clerk, new TakeIntoFallback("x")).Do(Actor.Reviewer, new RateRectification(Satisfaction.Satisfied));
        w.Refused(Actor.System, new SweepDeadlines(), "NOTHING_DUE", "2026-12-18 09:00");
        w.Do(Make.Clerk, new EndFallback(FallbackOutcome.Solved, "已办成")).Do(Actor.System, new SweepDeadlines());
        Assert.Equal(CaseState.Archived, w.State);
    }

    [Fact]
    public async Task The_register_filters_sorts_counts_and_keeps_to_the_readers_scope()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.RouteAsync(Make.Review("R-1"), Make.Review("R-2"), Make.Review("R-3", org: "ORG-2"));
        var cases = (await w.Room.Desk.QueueAsync(new() { View = QueueView.All, Sort = QueueSort.CaseNo }, Make.Supervisor)).Rows;
        Assert.Equal(3, cases.Count);
        foreach (var c in cases)
            await w.DoAsync(c.CaseNo, Make.Supervisor, new TakeIntoFallback("常规途径办不成"));
        w.Time.Set("2026-11-18 10:00");
        await w.DoAsync(cases[0].CaseNo, Make.Supervisor, new EndFallback(FallbackOutcome.Solved, "容缺受理"));
        var register = w.Room.Fallback;
        var all = await register.ListAsync(new(), Make.Supervisor);
        Assert.Equal((3, 2, 1, 0), (all.Total, all.Open, all.Solved, all.Unsolved));
        var solved = Assert.Single((await register.ListAsync(new() { Outcome = FallbackOutcome.Solved }, Make.Supervisor)).Rows);
        Assert.Equal((cases[0].CaseNo, 2, "容缺受理"), (solved.Entry.CaseNo, solved.Entry.WorkingDays!.Value, solved.Entry.Answer));
        Assert.Equal(2, (await register.ListAsync(new() { IsOpen = true }, Make.Supervisor)).Total);
        Assert.Equal(0, (await register.ListAsync(new() { Origin = FallbackOrigin.Counter }, Make.Supervisor)).Total);
        Assert.Equal(0, (await register.ListAsync(new() { From = new(2026, 11, 17) }, Make.Supervisor)).Total);
        Assert.Equal(3, (await register.ListAsync(new() { To = new(2026, 11, 16) }, Make.Supervisor)).Total);
        Assert.Equal(cases[0].CaseNo, (await register.ListAsync(new() { Sort = "days", Descending = false }, Make.Supervisor)).Rows[0].Entry.CaseNo);
        Assert.Equal(cases[2].CaseNo, (await register.ListAsync(new() { Sort = "case", Descending = true, PageSize = 2 }, Make.Supervisor)).Rows[0].Entry.CaseNo);
        Assert.Single((await register.ListAsync(new() { Text = cases[1].CaseNo }, Make.Supervisor)).Rows);
        var own = Make.Actor("h2", "ORG-2", Role.Handler) with { Scope = OrgScope.Only(["ORG-2"]) };
        Assert.Equal(cases.Single(c => c.OrgCode == "ORG-2").CaseNo, Assert.Single((await register.ListAsync(new(), own)).Rows).Entry.CaseNo);
    }

    [Fact]
    public async Task The_newest_stands_first_the_other_way_round_on_asking_and_all_lines_are_read_whatever_the_page()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.RouteAsync(Make.Review("R-1"), Make.Review("R-2"), Make.Review("R-3"));
        var taken = new List<string>();
        foreach (var c in (await w.Room.Desk.QueueAsync(new() { View = QueueView.All, Sort = QueueSort.CaseNo }, Make.Supervisor)).Rows)
        {
            await w.DoAsync(c.CaseNo, Make.Supervisor, new TakeIntoFallback("常规途径办不成"));
            taken.Add(c.CaseNo);
            w.Time.Set($"2026-11-17 {10 + taken.Count}:00");
        }
        async Task<IEnumerable<string>> Numbers(FallbackQuery q) => (await w.Room.Fallback.ListAsync(q, Make.Supervisor)).Rows.Select(r => r.Entry.CaseNo);
        Assert.Equal(taken.AsEnumerable().Reverse(), await Numbers(new()));
        Assert.Equal(taken, await Numbers(new() { Descending = false }));
        Assert.Equal([taken[1]], await Numbers(new() { PageSize = 1, Page = 2 }));
        var all = await w.Room.Fallback.AllAsync(new() { PageSize = 1, Page = 3 }, Make.Supervisor).Select(r => r.Entry.CaseNo).ToListAsync();
        Assert.Equal(taken.AsEnumerable().Reverse(), all);
        Assert.Empty(await w.Room.Fallback.AllAsync(new(), Make.Supervisor with { Scope = OrgScope.Only(["ORG-9"]) }).ToListAsync());
    }

    [Fact]
    public async Task The_registers_lines_are_what_the_events_say_after_a_rebuild_too()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        await w.DoAsync(no, Make.Supervisor, new TakeIntoFallback("跨省"));
        w.Time.Set("2026-11-18 10:00");
        await w.DoAsync(no, Make.Supervisor, new EndFallback(FallbackOutcome.Unsolved, "外省未开放"));
        await w.DoAsync(no, Make.Supervisor, new TakeIntoFallback("再次反映"));
        var kept = (await w.Room.Fallback.ListAsync(new() { Sort = "days" }, Make.Supervisor)).Rows.Select(r => Model.Fingerprint(r.Entry)).ToList();
        Assert.Equal(2, kept.Count);
        await Projection.RebuildAsync(w.Room.Store);
        Assert.Equal(kept, (await w.Room.Fallback.ListAsync(new() { Sort = "days" }, Make.Supervisor)).Rows.Select(r => Model.Fingerprint(r.Entry)));
    }
}
