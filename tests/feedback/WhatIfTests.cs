using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

public sealed class WhatIfTests
{
    private static readonly Policy Default = PolicyFile.Preset("default");

    private static Policy Changed(params (string From, string To)[] changes)
    {
        var yaml = Default.Yaml;
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, yaml, StringComparison.Ordinal);
            yaml = yaml.Replace(from, to, StringComparison.Ordinal);
        }
        return PolicyFile.Parse(yaml, "changed");
    }

    private static CaseOutcome Replay(World w, Policy policy, string until) => CaseReplay.Run(w.History, policy, Make.Calendar(), Make.At(until));

    [Fact]
    public async Task A_lived_year_replayed_under_its_own_policy_comes_out_as_it_was_recorded()
    {
        using var w = await LivedAsync();
        await using var db = w.Room.Store.Open();
        var events = (await db.Events.AsNoTracking().OrderBy(e => e.Seq).ToListAsync()).ToLookup(e => e.CaseNo, CaseLedger.Recorded);
        var until = Make.At("2026-11-15 18:00");
        var (late, cards, closed) = (0, 0, 0);
        foreach (var history in events)
        {
            var @case = Case.Replay(history.Key, history);
            var outcome = CaseReplay.Run([.. history], Default, w.Room.Rules.CalendarOf(Default), until);
            // The demonstration sweeps once a day: a step taken up again and done within a day is late for the replay alone.
            var missed = history.Select(e => e.Data).OfType<DeadlineMissed>().Select(m => m.Step).Distinct().ToHashSet();
            Assert.Empty(missed.Except(outcome.Steps.Where(s => s.Late).Select(s => s.Step)));
            if (history.Any(e => e.Data is FeedbackNotAccepted))
                continue;
            var steps = history.Where(e => e.Data is DeadlineMissed)
                .Select(e => (history.Count(r => r.Data is CaseReopened && r.Seq < e.Seq), ((DeadlineMissed)e.Data).Step)).Distinct().Order();
            Assert.Equal(steps, outcome.Steps.Where(s => s.Late).Select(s => (s.Round, s.Step)).Order());
            Assert.Equal((history.Key, history.Count(e => e.Data is CardIssued { Card: Card.Red })), (history.Key, outcome.Red));
            Assert.True(history.Count(e => e.Data is CardIssued { Card: Card.Yellow }) <= outcome.Yellow, history.Key);
            Assert.Equal((history.Key, history.Any(e => e.Data is SupervisionStarted)), (history.Key, outcome.Supervised));
            Assert.Equal((history.Key, @case.ClosedAs == CloseReason.NotRated), (history.Key, outcome.ClosedUnrated));
            Assert.Empty(outcome.Clashes);
            late += outcome.Late;
            cards += outcome.Red + outcome.Yellow;
            closed += outcome.ClosedUnrated ? 1 : 0;
        }
        Assert.True(late > 50 && cards > 100 && closed > 50, $"{late} late, {cards} cards, {closed} closed unrated");
    }

    [Fact]
    public async Task The_same_policy_changes_nothing_and_a_shorter_limit_only_makes_more_late()
    {
        using var w = await LivedAsync();
        var (from, to) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 9, 30));
        var seen = new List<WhatIfProgress>();
        var same = await w.Room.WhatIf.RunAsync(Default, from, to, OrgScope.All, new Seen(seen));
        Assert.Empty(same.Different);
        Assert.Equal((same.Cases, same.Cases), (seen[^1].Done, seen[^1].Total));
        Assert.Equal(same.LateCases.Before, same.LateCases.After);
        var shorter = await w.Room.WhatIf.RunAsync(Changed(("rectify_general: { amount: 5", "rectify_general: { amount: 1")), from, to, OrgScope.All);
        Assert.Equal(same.Cases, shorter.Cases);
        Assert.All(shorter.Lines, l => Assert.True(l.LateAfter >= l.LateBefore, $"{l}"));
        Assert.True(shorter.LateCases.After > shorter.LateCases.Before);
        Assert.All(shorter.Different, d => Assert.DoesNotContain(OutcomeChange.LessLate, d.Changes));
        Assert.Equal(shorter.LateCases.After - shorter.LateCases.Before, shorter.Different.Count(d => d.Before.Late == 0 && d.After.Late > 0));
        var one = await w.Room.WhatIf.RunAsync(Default, from, to, OrgScope.Only(["ORG-1"]));
        Assert.InRange(one.Cases, 1, same.Cases / 5);
        Assert.All(one.Lines, l => Assert.Equal("ORG-1", l.OrgCode));
    }

    [Fact]
    public void A_shorter_limit_gives_the_due_time_a_person_computes_and_the_card_that_follows()
    {
        // Monday 16 November, dispatched at once, handed in on Thursday 19 at 10:00: 2 working days end on Wednesday 18 at 17:30.
        var w = new World().ToRectifying().Do(Make.Handler, new RecordRectification("增开窗口", Make.At("2026-11-16 10:00")), "2026-11-19 10:00");
        w.Do(Make.Handler, new SubmitFeedback("已增开窗口"));
        var policy = Changed(("rectify_general: { amount: 5", "rectify_general: { amount: 2"));
        var (before, after) = (Replay(w, Default, "2026-11-20 10:00"), Replay(w, policy, "2026-11-20 10:00"));
        Assert.Equal(Make.At("2026-11-23 17:30"), before.Steps.Single(s => s.Step == DeadlineStep.Rectify).DueAt);
        Assert.Equal(0, before.Late);
        var step = after.Steps.Single(s => s.Step == DeadlineStep.Rectify);
        Assert.Equal((Make.At("2026-11-18 17:30"), Make.At("2026-11-19 10:00"), true), (step.DueAt, step.DoneAt, step.Late));
        Assert.Equal((1, 1, true), (after.Yellow, after.Red, after.Supervised));
    }

    [Theory]
    [InlineData("requires_text: false", "requires_text: true", "WITHOUT_TEXT")]
    [InlineData("bad_levels: [1, 2]", "bad_levels: [2]", "NOT_BAD")]
    [InlineData("anonymous: WITHOUT_CALLBACK", "anonymous: NOT_ROUTED", "ANONYMOUS")]
    public void A_review_the_policy_does_not_take_is_left_out_and_says_why(string from, string to, string reason)
    {
        var w = new World(review: Make.Review(named: false) with { TextMasked = null });
        Assert.Equal(reason, Replay(w, Changed((from, to)), "2026-11-20 10:00").LeftOut);
    }

    [Fact]
    public void A_shorter_time_for_rating_closes_the_case_before_the_rating_came()
    {
        var w = new World().ToFedBack().Do(Make.Clerk, new RateRectification(Satisfaction.Satisfied), "2026-11-19 10:00");
        var after = Replay(w, Changed(("rereview: { amount: 5", "rereview: { amount: 1")), "2026-11-30 10:00");
        Assert.True(after.ClosedUnrated);
        Assert.False(Replay(w, Default, "2026-11-30 10:00").ClosedUnrated);
        var open = Replay(w, Changed(("rereview: { amount: 5", "rereview: { amount: 1"), ("when_not_rated: true", "when_not_rated: false")), "2026-11-30 10:00");
        Assert.False(open.ClosedUnrated);
        Assert.Equal([PolicyClash.RatedTooLate], open.Clashes);
    }

    [Fact]
    public void An_extension_the_policy_does_not_give_is_left_out_of_the_replay()
    {
        var w = new World().ToRectifying().Do(Make.Handler, new RequestExtension(7, "要采购设备")).Do(Make.Leader, new DecideExtension(true));
        var with = Replay(w, Default, "2026-11-16 11:00").Steps.Single(s => s.Step == DeadlineStep.Rectify);
        var none = Replay(w, Changed(("extension: { max: 1", "extension: { max: 0")), "2026-11-16 11:00");
        Assert.Equal(Make.At("2026-12-02 17:30"), with.DueAt);
        Assert.Equal(Make.At("2026-11-23 17:30"), none.Steps.Single(s => s.Step == DeadlineStep.Rectify).DueAt);
        Assert.Equal([PolicyClash.ExtensionNotAllowed], none.Clashes);
    }

    [Fact]
    public void An_appeal_that_does_not_stop_the_clock_leaves_the_deadline_where_it_was()
    {
        var w = new World().ToRectifying().Do(Make.Handler, new FileAppeal(AppealGround.Mistaken, "按错了"));
        w.Do(Make.Leader, new EndorseAppeal(true), "2026-11-17 10:00").Do(Make.Judge, new DecideAppeal(false, "没有证据"), "2026-11-19 10:00");
        var stops = Replay(w, Default, "2026-11-19 11:00").Steps.Single(s => s.Step == DeadlineStep.Rectify).DueAt;
        Assert.Equal(w.Case.Deadlines[DeadlineStep.Rectify].DueAt, stops);
        var runs = Replay(w, Changed(("stops_clock: true", "stops_clock: false")), "2026-11-19 11:00").Steps.Single(s => s.Step == DeadlineStep.Rectify).DueAt;
        Assert.Equal(Make.At("2026-11-23 17:30"), runs);
        Assert.True(stops > runs);
    }

    [Fact]
    public void A_round_the_policy_does_not_have_ends_the_replay_and_one_more_is_said()
    {
        var w = new World().ToFedBack().Do(Make.Clerk, new RateRectification(Satisfaction.NotSatisfied));
        Assert.Equal([PolicyClash.ReopenNotAllowed], Replay(w, Changed(("reopen: { max: 2 }", "reopen: { max: 0 }")), "2026-11-20 10:00").Clashes);
        var none = new World(Changed(("reopen: { max: 2 }", "reopen: { max: 0 }"))).ToFedBack().Do(Make.Clerk, new RateRectification(Satisfaction.NotSatisfied));
        Assert.Equal([PolicyClash.WouldBeReopened], Replay(none, Default, "2026-11-20 10:00").Clashes);
        Assert.Empty(Replay(none, none.Policy, "2026-11-20 10:00").Clashes);
    }

    [Fact]
    public async Task A_what_if_can_be_stopped_and_changes_nothing()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.OneCaseAsync();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => w.Room.WhatIf.RunAsync(Default, new(2026, 11, 1), new(2026, 11, 30), OrgScope.All, cancel: cancel.Token));
        var events = w.Scalar<long>("SELECT count(*) FROM case_event");
        var report = await w.Room.WhatIf.RunAsync(PolicyFile.Preset("shanghai"), new(2026, 11, 1), new(2026, 11, 30), OrgScope.All);
        Assert.Equal((1, events, (long)CaseKinds.All.Count), (report.Cases, w.Scalar<long>("SELECT count(*) FROM case_event"), w.Scalar<long>("SELECT count(*) FROM policy_version")));
    }

    [Fact]
    public async Task A_version_is_found_by_the_beginning_of_its_hash_and_says_how_many_cases_live_under_it()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.OneCaseAsync();
        var changed = Changed(("valid_from: 2020-01-01", "valid_from: 2026-12-01"));
        await w.Room.Policies.ActivateAsync(changed, "admin");
        var versions = (await w.Room.Policies.ListAsync()).Where(v => v.Policy.Kinds.Contains(CaseKind.BadReview)).ToList();
        Assert.Equal([(changed.Hash, 0, "admin"), (Default.Hash, 1, "system")], versions.Select(v => (v.Policy.Hash, v.Cases, v.ActivatedBy)));
        Assert.Equal(changed.Hash, (await w.Room.Policies.FindAsync(changed.Hash[..8]))!.Hash);
        Assert.Equal("shanghai", (await w.Room.Policies.FindAsync("shanghai"))!.Id);
        Assert.Null(await w.Room.Policies.FindAsync("0"));
        Assert.Equal((AuditActions.Policy, "admin"), ((await w.Room.Audit.LastAsync(1))[0].Action, (await w.Room.Audit.LastAsync(1))[0].UserId));
    }

    private static async Task<StoreWorld> LivedAsync()
    {
        var w = await StoreWorld.OpenAsync();
        var reviews = Enumerable.Range(0, 300).Select(i =>
            Make.Review($"R-{i}", org: $"ORG-{i % 9}", named: i % 6 > 0) with { ReviewedAt = new DateTime(2025, 11, 17, 9, 0, 0).AddMinutes(i * 1700) }).ToArray();
        await w.Room.Router.RunAsync(new ListSource(reviews), new() { Backfill = true });
        await new DemoWorker(w.Room.Store, w.Room.Rules).RunAsync(20261116, Make.At("2026-11-15 18:00"));
        return w;
    }

    private sealed class Seen(List<WhatIfProgress> all) : IProgress<WhatIfProgress>
    {
        public void Report(WhatIfProgress value) => all.Add(value);
    }
}
