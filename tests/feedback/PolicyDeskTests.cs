using Microsoft.EntityFrameworkCore;

namespace QualityInsight.Feedback.Tests;

/// <summary>Policies written, compared and put in force; what-ifs held against cases decided by hand; calendars loaded.</summary>
public sealed class PolicyDeskTests
{
    private static readonly Policy Default = PolicyFile.Preset("default");
    private static readonly Actor Manager = new("manager", "何主任", new HashSet<Role> { Role.Manager }, "ZW", OrgScope.All);

    private const string Year2027 =
        """{"region":"CN","years":[{"year":2027,"papers":["国办发明电〔2026〕"]}],"days":[{"date":"2027-01-01","name":"元旦","off":true},{"date":"2027-01-04","name":"元旦","off":true}]}""";

    [Fact]
    public void A_fault_is_shown_in_its_line_and_a_missing_key_where_its_part_begins()
    {
        var lines = Default.Yaml.Split('\n');
        int LineOf(string begin) => Array.FindIndex(lines, l => l.TrimStart().StartsWith(begin, StringComparison.Ordinal)) + 1;
        var check = PolicyCheck.Of(Default.Yaml.Replace("attempts: 3, days: 2", "attempts: 1, days: 2").Replace("  verify: {", "  verify: { unit: WORKDAY } #"));
        Assert.Null(check.Policy);
        Assert.Contains(check.Faults, f => f.Line == LineOf("callback: { attempts") && f.Message.Contains("cannot be reached", StringComparison.Ordinal));
        Assert.Contains(check.Faults, f => f.Line == LineOf("verify:") && f.Message.Contains("WORKDAY", StringComparison.Ordinal));
        var without = PolicyCheck.Of(Default.Yaml.Replace("  dispatch: { amount: 0, unit: WORKING_DAY, from: REGISTERED }\n", ""));
        Assert.Equal([(LineOf("limits:"), "limits.dispatch: missing.")], without.Faults.Select(f => (f.Line, f.Message)));
        Assert.Equal(2, Assert.Single(PolicyCheck.Of("id: x\n  y: : z").Faults).Line);
        Assert.Equal(Default.Hash, PolicyCheck.Of(Default.Yaml).Policy!.Hash);
    }

    [Fact]
    public void Two_policies_differ_in_exactly_the_rules_that_were_changed()
    {
        Assert.Empty(PolicyTerms.Differences(Default, Default));
        var changed = PolicyFile.Parse(Default.Yaml.Replace("rectify_general: { amount: 5", "rectify_general: { amount: 4").Replace("return: { max: 1 }", "return: { max: 0 }"), "x");
        var found = PolicyTerms.Differences(Default, changed);
        Assert.Equal(["limits.rectify_general", "return.max"], found.Select(d => d.Before.Key));
        Assert.Equal(("5 working days, from the dispatch to the unit", "4 working days, from the dispatch to the unit"), (found[0].Before.ValueEn, found[0].After.ValueEn));
        Assert.All(PolicyFile.AllShipped, p => Assert.All(PolicyTerms.Of(p), t => Assert.NotEqual("", t.ValueZh)));
    }

    [Fact]
    public async Task A_policy_is_put_in_force_from_a_day_with_who_and_why_and_cases_keep_theirs()
    {
        using var w = await StoreWorld.OpenAsync();
        var old = await w.OneCaseAsync();
        var changed = PolicyFile.Parse(Default.Yaml.Replace("rectify_general: { amount: 5", "rectify_general: { amount: 4"), "x");
        async Task<ActivationRefusal?> Refused(Policy p, string day, string why, Actor who) => (await w.Room.Policies.ActivateAsync(p, DateOnly.Parse(day), why, who)).Refusal;
        Assert.Equal(ActivationRefusal.NotAllowed, await Refused(changed, "2026-11-20", "整改要更快", Make.Clerk));
        Assert.Equal(ActivationRefusal.Past, await Refused(changed, "2026-11-15", "整改要更快", Manager));
        Assert.Equal(ActivationRefusal.ReasonMissing, await Refused(changed, "2026-11-20", " ", Manager));
        Assert.Null(await Refused(changed, "2026-11-20", "整改要更快", Manager));
        Assert.Equal(ActivationRefusal.Already, await Refused(changed, "2026-11-20", "整改要更快", Manager));
        var version = (await w.Room.Policies.ListAsync())[0];
        Assert.Equal((new DateOnly(2026, 11, 20), "manager", "整改要更快"), (version.Policy.ValidFrom, version.ActivatedBy, version.Reason));
        Assert.Contains("整改要更快", (await w.Room.Audit.LastAsync(1))[0].Purpose, StringComparison.Ordinal);
        w.Time.Set("2026-11-20 10:00");
        var young = await w.OneCaseAsync(Make.Review("R-2", at: "2026-11-20 09:00"));
        Assert.Equal((Default.Hash, version.Policy.Hash), ((await w.CaseAsync(old)).PolicyHash, (await w.CaseAsync(young)).PolicyHash));
        Assert.Equal(Make.At("2026-11-26 17:30"), (await w.CaseAsync(young)).Deadlines[DeadlineStep.Rectify].DueAt);
    }

    [Fact]
    public async Task A_draft_is_saved_in_versions_and_a_stale_one_is_refused()
    {
        using var w = await StoreWorld.OpenAsync();
        var (first, _) = await w.Room.Drafts.SaveAsync(null, 0, Default.Hash, Default.Yaml, false, Manager);
        var (second, _) = await w.Room.Drafts.SaveAsync(first!.DraftId, 1, "", "id: x", false, Manager);
        Assert.Equal((2, Default.Hash), (second!.Version, second.BasedOn));
        Assert.Equal(DraftRefusal.Stale, (await w.Room.Drafts.SaveAsync(first.DraftId, 1, "", "id: y", false, Manager)).Refusal);
        Assert.Equal(DraftRefusal.NotAllowed, (await w.Room.Drafts.SaveAsync(null, 0, "", "id: y", false, Make.Handler)).Refusal);
        Assert.Equal(DraftRefusal.Unknown, (await w.Room.Drafts.SaveAsync("none", 1, "", "id: y", false, Manager)).Refusal);
        Assert.Equal(["id: x", Default.Yaml], (await w.Room.Drafts.HistoryAsync(first.DraftId)).Select(d => d.Yaml));
        await w.Room.Drafts.SaveAsync(first.DraftId, 2, "", "id: x", true, Manager);
        Assert.Empty(await w.Room.Drafts.ListAsync());
        Assert.ThrowsAny<Exception>(() => w.Scalar<int>("UPDATE policy_draft SET yaml = ''; SELECT 1"));
    }

    /// <summary>
    /// Four cases of Monday 16 November, 10:00, dispatched at once, decided by hand under the default (rectify: 5 working days → Monday 23,
    /// 17:30) and under 2 working days (→ Wednesday 18, 17:30): A hands in on Tuesday 17, B on Thursday 19, C on Tuesday 24, D never.
    /// Everything is called and verified at once. Looked at on Tuesday 24 at 12:00.
    /// Default: A, B in time; C, D late, each with a yellow card (from Friday 20, one working day before) and a red one (Tuesday 24), supervised.
    /// Changed: A in time; B, C, D late, each with both cards, supervised. A was warned under neither: its warning under the changed policy
    /// begins on Tuesday 17 at the opening, and it hands in at 08:00 before.
    /// </summary>
    [Fact]
    public async Task A_what_if_gives_the_counts_that_deciding_the_same_cases_by_hand_gives()
    {
        using var w = await StoreWorld.OpenAsync();
        var numbers = new Dictionary<string, string>();
        foreach (var name in new[] { "A", "B", "C", "D" })
        {
            var no = numbers[name] = await w.OneCaseAsync(Make.Review($"R-{name}"));
            await w.DoAsync(no, Make.Handler, new AcceptCase());
            await w.DoAsync(no, Make.Handler, new RecordCallback(CallbackOutcome.Reached, w.Room.Rules.Now(Default), 60, "说明了情况"));
            await w.DoAsync(no, Make.Handler, new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyNow, "窗口只开了一个"));
        }
        foreach (var (name, at) in new[] { ("A", "2026-11-17 08:00"), ("B", "2026-11-19 10:00"), ("C", "2026-11-24 10:00") })
        {
            w.Time.Set(at);
            await w.DoAsync(numbers[name], Make.Handler, new RecordRectification("增开窗口", w.Room.Rules.Now(Default)));
            await w.DoAsync(numbers[name], Make.Handler, new SubmitFeedback("已增开两个窗口，谢谢您的意见"));
            await w.DoAsync(numbers[name], Make.Clerk, new JudgeFeedback(true));
            await w.DoAsync(numbers[name], Make.Clerk, new RateRectification(Satisfaction.Satisfied));
        }
        w.Time.Set("2026-11-24 12:00");
        var changed = PolicyFile.Parse(Default.Yaml.Replace("rectify_general: { amount: 5", "rectify_general: { amount: 2"), "x");
        var report = await w.Room.WhatIf.RunAsync(changed, new(2026, 11, 16), new(2026, 11, 16), OrgScope.All);
        var rectify = report.Lines.Single(l => l.Step == DeadlineStep.Rectify);
        Assert.Equal((4, 2, 4, 3), (rectify.Before, rectify.LateBefore, rectify.After, rectify.LateAfter));
        Assert.Equal((4, new BeforeAfter(2, 3), new BeforeAfter(2, 3)), (report.Cases, report.Missed, report.LateCases));
        Assert.Equal((new BeforeAfter(2, 3), new BeforeAfter(2, 3), new BeforeAfter(2, 3)), (report.Yellow, report.Red, report.Supervised));
        Assert.Equal(new BeforeAfter(4, 4), report.Branches[Branch.RectifyNow.Code()]);
        Assert.Empty(report.LeftOut);
        var b = Assert.Single(report.Different);
        Assert.Equal(numbers["B"], b.CaseNo);
        Assert.Equal([OutcomeChange.MoreLate, OutcomeChange.MoreCards, OutcomeChange.Supervised], b.Changes.Order());
        // With one opening left out by a rule of intake, n stays and the reason is counted.
        var text = await w.Room.WhatIf.RunAsync(PolicyFile.Parse(Default.Yaml.Replace("bad_levels: [1, 2]", "bad_levels: [5]"), "x"), new(2026, 11, 16), new(2026, 11, 16), OrgScope.All);
        Assert.Equal((4, 4, 0), (text.Cases, text.LeftOut["NOT_BAD"], text.Branches.Values.Sum(v => v.After)));
    }

    [Theory]
    [InlineData("2026-11-16", "2026-07-01", "2026-09-30")]
    [InlineData("2026-01-01", "2025-10-01", "2025-12-31")]
    [InlineData("2026-06-30", "2026-01-01", "2026-03-31")]
    public void The_last_quarter_is_the_whole_one_before_today(string today, string from, string to) =>
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to)), WhatIf.LastQuarter(DateOnly.Parse(today)));

    [Fact]
    public async Task A_calendar_file_is_previewed_loaded_on_record_and_moves_exactly_what_was_foreseen()
    {
        using var w = await StoreWorld.OpenAsync("2026-12-28 10:00");
        await w.RouteAsync(Make.Review("R-1", at: "2026-12-28 09:00"));
        var no = (await w.Room.Desk.QueueAsync(new(), Make.Clerk)).Rows[0].CaseNo;
        var before = (await w.CaseAsync(no)).Deadlines[DeadlineStep.Rectify];
        var preview = await w.Room.CalendarLoads.PreviewAsync(CalendarData.Parse(Year2027));
        Assert.Equal([2027], preview.Years);
        Assert.Contains(preview.Days, d => d.After is { IsWorking: false, Name: "元旦" } && d.After.Date == new DateOnly(2027, 1, 4) && d.Before.IsWorking);
        var move = preview.Moves.Single(m => m.Step == DeadlineStep.Rectify);
        Assert.Equal((before.DueAt, true, Make.At("2027-01-06 17:30"), false), (move.Before, move.WasProvisional, move.After, move.IsProvisional));
        Assert.Equal(before, (await w.CaseAsync(no)).Deadlines[DeadlineStep.Rectify]);
        Assert.Equal(LoadRefusal.NotAllowed, (await w.Room.CalendarLoads.LoadAsync(Year2027, preview, "公布了", Make.Clerk)).Refusal);
        Assert.Equal(LoadRefusal.ReasonMissing, (await w.Room.CalendarLoads.LoadAsync(Year2027, preview, "", Manager)).Refusal);
        var (done, _) = await w.Room.CalendarLoads.LoadAsync(Year2027, preview, "国务院办公厅已公布", Manager);
        Assert.Equal((preview.Cases, preview.Moves.Count), (done!.Moved, done.Events));
        Assert.All(preview.Moves, m => Assert.Equal((m.After, m.IsProvisional), Due(w.CaseAsync(no).Result, m.Step)));
        var row = Assert.Single(await w.Room.CalendarLoads.ListAsync());
        Assert.Equal(("CN", "2027", "manager", "国务院办公厅已公布", preview.Moves.Count), (row.Region, row.Years, row.LoadedBy, row.Reason, row.Deadlines));
        Assert.Equal(AuditActions.Calendar, (await w.Room.Audit.LastAsync(1))[0].Action);
        var regional = await w.Room.CalendarLoads.PreviewAsync(CalendarData.Parse(Year2027.Replace("\"CN\"", "\"33\"")));
        Assert.Equal(LoadRefusal.RegionalYears, (await w.Room.CalendarLoads.LoadAsync("", regional, "x", Manager)).Refusal);
        await using var db = w.Room.Store.Open();
        Assert.Equal(1, await db.CalendarLoads.CountAsync());
    }

    private static (DateTime, bool) Due(Case c, DeadlineStep step) => (c.Deadlines[step].DueAt, c.Deadlines[step].Provisional);
}
