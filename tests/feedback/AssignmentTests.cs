using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

public sealed class AssignmentTests
{
    private static readonly AssignmentRule Any = new("r9", "ORG-1", 9, "轮流", null, null, null, null);
    private static readonly Candidate Ann = new("ann", "安", null, 3, false), Bob = new("bob", "鲍", "S-9", 1, false), Cat = new("cat", "蔡", "S-3", 2, false);

    [Fact]
    public void The_handler_with_fewest_open_cases_gets_it_and_among_equals_the_first() =>
        Assert.Equal(("cat", "ann"), (
            AssignmentDecision.Choose("I1", "H1", "S-9", [Any], [Ann, Bob, Cat]).Handler!.UserId,
            AssignmentDecision.Choose("I1", "H1", null, [Any], [Cat with { OpenCases = 3 }, Ann]).Handler!.UserId));

    [Fact]
    public void The_first_rule_about_such_a_case_decides()
    {
        AssignmentRule ofItem = new("r1", "ORG-1", 1, "社保专人", "I1", null, ["ann"], null), ofHall = new("r2", "ORG-1", 2, "二厅", null, "H2", ["cat"], null);
        Assert.Equal(("ann", "社保专人"), Of("I1", "H2", Any, ofHall, ofItem));
        Assert.Equal(("cat", "二厅"), Of("I2", "H2", Any, ofHall, ofItem));
        Assert.Equal(("bob", "轮流"), Of("I2", "H1", Any, ofHall, ofItem));

        static (string, string) Of(string item, string hall, params AssignmentRule[] rules)
        {
            var choice = AssignmentDecision.Choose(item, hall, null, rules, [Ann, Bob, Cat]);
            return (choice.Handler!.UserId, choice.Rule!.Name);
        }
    }

    [Fact]
    public void Where_nobody_fits_it_says_why()
    {
        Assert.Equal(NobodyFits.NoRules, Why([], Ann));
        Assert.Equal(NobodyFits.NoRuleFits, Why([Any with { ItemCode = "I7" }], Ann));
        Assert.Equal(NobodyFits.NoHandler, Why([Any with { UserIds = ["gone"] }], Ann));
        Assert.Equal(NobodyFits.OnlyTheRated, Why([Any], Bob));
        Assert.Equal(NobodyFits.AllAbsent, Why([Any], Bob, Ann with { IsAbsent = true }));
        Assert.Equal(NobodyFits.AllFull, Why([Any with { AtMost = 3 }], Ann, Cat with { IsAbsent = true }));

        static NobodyFits? Why(AssignmentRule[] rules, params Candidate[] handlers)
        {
            var choice = AssignmentDecision.Choose("I1", "H1", "S-9", rules, handlers);
            Assert.Null(choice.Handler);
            return choice.Why;
        }
    }

    [Fact]
    public async Task New_cases_go_to_those_present_evenly_marked_with_the_rule_and_never_to_the_rated_person()
    {
        using var w = await StoreWorld.OpenAsync();
        foreach (var (id, staff) in new[] { ("ann", "S-1"), ("bob", "S-9"), ("cat", (string?)null), ("dan", null) })
            await w.AddUserAsync(Make.Actor(id, "ORG-1", Role.Handler) with { StaffCode = staff });
        await w.AddUserAsync(Make.Actor("eve", "ORG-2", Role.Handler));
        Assert.True(await w.Room.Assignments.AddRuleAsync(Make.Leader, "轮流", null, null, [], null));
        Assert.True(await w.Room.Assignments.AddAbsenceAsync(Make.Leader, "dan", new(2026, 11, 16), new(2026, 11, 16), "培训"));
        await w.RouteAsync([.. Enumerable.Range(0, 6).Select(i => Make.Review($"R-{i}"))]);
        Assert.Equal(6, await w.Room.Assignment.RunAsync());
        Assert.Equal(0, await w.Room.Assignment.RunAsync());
        var rows = (await w.Room.Desk.QueueAsync(new(), Make.Clerk)).Rows;
        Assert.Equal([("ann", 3), ("cat", 3)], rows.GroupBy(r => r.HandlerId!).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));
        var last = (await w.Room.Desk.CaseAsync(rows[0].CaseNo, Make.Clerk))!.Events[^1];
        Assert.Equal(("轮流", "system", Role.System), (((HandlerAssigned)last.Data).Rule, last.ActorId, last.ActorRole));

        w.Time.Set("2026-11-17 10:00");
        await w.RouteAsync([.. Enumerable.Range(0, 7).Select(i => Make.Review($"R-{i}"))]);
        await w.Room.Assignment.RunAsync();
        Assert.Equal("dan", (await w.Room.Desk.QueueAsync(new() { Sort = QueueSort.CaseNo, Descending = true }, Make.Clerk)).Rows[0].HandlerId);
    }

    [Fact]
    public async Task A_case_dispatched_by_hand_finds_its_handler_at_once_or_stays_and_says_why()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.AddUserAsync(Make.Actor("ann", "ORG-1", Role.Handler));
        await w.Room.Assignments.AddRuleAsync(Make.Leader, "轮流", null, null, [], 1);
        await w.RouteAsync(Make.Review("R-1", org: null), Make.Review("R-2", org: null));
        await w.DoAsync("HC-20261116-00001", Make.Clerk, new DispatchCase("ORG-1", "一局"));
        await w.DoAsync("HC-20261116-00002", Make.Clerk, new DispatchCase("ORG-1", "一局"));
        Assert.Equal("ann", (await w.Room.Desk.CaseAsync("HC-20261116-00001", Make.Clerk))!.Case.HandlerId);
        var left = Assert.Single(await w.Room.Assignment.UnassignedAsync("ORG-1"));
        Assert.Equal(("HC-20261116-00002", NobodyFits.AllFull), (left.View.CaseNo, left.Choice.Why));
    }

    [Fact]
    public async Task Only_the_units_leader_keeps_its_rules_and_absences_and_everybody_the_own_absence()
    {
        using var w = await StoreWorld.OpenAsync();
        var ann = Make.Actor("ann", "ORG-1", Role.Handler);
        await w.AddUserAsync(ann);
        DateOnly day = new(2026, 11, 16);
        Assert.True(await w.Room.Assignments.AddAbsenceAsync(ann, "ann", day, day, null));
        Assert.False(await w.Room.Assignments.AddAbsenceAsync(Make.Leader with { OrgCode = "ORG-2" }, "ann", day, day, null));
        Assert.False(await w.Room.Assignments.AddAbsenceAsync(Make.Actor("bob", "ORG-1", Role.Handler), "ann", day, day, null));
        Assert.False(await w.Room.Assignments.AddAbsenceAsync(ann, "ann", day, day.AddDays(-1), null));
        Assert.False(await w.Room.Assignments.AddRuleAsync(ann, "x", null, null, [], null));
        Assert.True(await w.Room.Assignments.AddRuleAsync(Make.Leader, "x", null, null, [], null));
        var rule = Assert.Single((await w.Room.Assignments.SheetAsync("ORG-1", day)).Rules);
        Assert.False(await w.Room.Assignments.EndRuleAsync(Make.Leader with { OrgCode = "ORG-2" }, rule.Id));
        Assert.True(await w.Room.Assignments.EndRuleAsync(Make.Leader, rule.Id));
        var absence = Assert.Single(await w.Room.Assignments.AbsencesAsync("ORG-1", day));
        Assert.False(await w.Room.Assignments.WithdrawAbsenceAsync(Make.Actor("bob", "ORG-1", Role.Handler), absence.Id));
        Assert.True(await w.Room.Assignments.WithdrawAbsenceAsync(Make.Leader, absence.Id));
        Assert.Empty(await w.Room.Assignments.AbsencesAsync("ORG-1", day));
    }
}
