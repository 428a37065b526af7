namespace QualityInsight.Feedback.Tests;

/// <summary>What stands beside a case for its handler: presence, replies, labels, the citizen's other reviews.</summary>
public sealed class CasePageTests
{
    [Fact]
    public async Task Others_on_a_case_are_seen_until_they_leave_or_fall_silent_also_across_servers()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.AddUserAsync(Make.Handler);
        await w.AddUserAsync(Make.Leader);
        using var other = await w.OpenAgainAsync();
        var board = w.Room.Presence;
        Assert.Empty(await board.BeatAsync("HC-1", Make.Handler, isWriting: false));
        w.Time.Set("2026-11-16 10:01");
        await board.BeatAsync("HC-1", Make.Handler, isWriting: true);
        var seen = Assert.Single(await other.Presence.BeatAsync("HC-1", Make.Leader, isWriting: false));
        Assert.Equal(("handler", true, TimeSpan.FromMinutes(1)), (seen.UserId, seen.IsWriting, seen.Since));
        Assert.Empty(await other.Presence.OthersAsync(["HC-2"], "leader"));
        await board.LeaveAsync("HC-1", "handler");
        Assert.Empty(await other.Presence.OthersAsync(["HC-1"], "leader"));
        await board.BeatAsync("HC-1", Make.Handler, isWriting: false);
        w.Time.Set("2026-11-16 10:03");
        Assert.Empty(await other.Presence.OthersAsync(["HC-1"], "leader"));
    }

    [Theory]
    [InlineData("您反映的情况属实，我们已于2026年11月16日增开两个窗口，向您致歉。", "您反映的情况属实，我们已于2026年10月3日增开 2 个窗口，向您致歉！", true)]
    [InlineData("您反映的情况属实，我们已增开两个窗口，向您致歉。", "经查，当日叫号机故障，已更换并安排引导员。", false)]
    [InlineData("收到。", "收到。", false)]
    public void A_reply_that_repeats_an_earlier_one_is_canned(string reply, string earlier, bool canned) =>
        Assert.Equal(canned, ReplySimilarity.Canned(reply, [("HC-1", earlier)], []) is not null);

    [Fact]
    public void A_reply_that_adds_nothing_to_its_template_is_canned_and_one_that_does_is_not()
    {
        (string, string)[] templates = [("致歉", "您好！您反映的{事项}问题已收悉，我们高度重视，已安排专人核实处理，感谢您的监督。")];
        var filled = "您好！您反映的社保卡补办问题已收悉，我们高度重视，已安排专人核实处理，感谢您的监督。";
        var found = ReplySimilarity.Canned(filled, [], [("致歉", filled)]);
        Assert.Equal(("致歉", null), (found!.Title, found.CaseNo));
        Assert.Null(ReplySimilarity.Canned(filled + "经调取11月15日上午记录，当时仅开一个窗口，平均等候一小时五十分；自17日起上午增开两个窗口，并由值班长每半小时巡查一次排队情况。", [], templates));
    }

    [Fact]
    public void Similarity_is_symmetric_bounded_and_one_only_for_the_same_words()
    {
        string[] texts = ["窗口增开了两个", "窗口增开了两个！", "态度问题已批评教育", "", "一二", "ABC abc"];
        foreach (var a in texts)
            foreach (var b in texts)
            {
                var similarity = ReplySimilarity.Jaccard(a, b);
                Assert.Equal(similarity, ReplySimilarity.Jaccard(b, a));
                Assert.InRange(similarity, 0, 1);
            }
        Assert.Equal(1, ReplySimilarity.Jaccard(texts[0], texts[1]));
        Assert.Equal(0, ReplySimilarity.Jaccard(texts[0], texts[2]));
    }

    [Fact]
    public async Task Replies_of_the_unit_are_found_newest_first_and_not_those_of_others_or_of_the_case_itself()
    {
        using var w = await StoreWorld.OpenAsync();
        var cases = new List<string>();
        foreach (var i in Enumerable.Range(1, 3))
        {
            var no = await w.OneCaseAsync(Make.Review($"R-{i}"));
            await w.DoAsync(no, Make.Handler, new AcceptCase());
            await w.DoAsync(no, Make.Handler, new RecordCallback(CallbackOutcome.Reached, Make.At("2026-11-16 10:00"), 60, "已联系"));
            await w.DoAsync(no, Make.Handler, new RecordVerification(VerificationOutcome.Unsubstantiated, Branch.Explain, "不属实"));
            await w.DoAsync(no, Make.Handler, new SubmitFeedback($"说明{i}"));
            cases.Add(no);
        }
        var found = await w.Room.Replies.OfAsync("ORG-1", cases[0]);
        Assert.Equal(["说明3", "说明2"], found.Select(f => f.Reply));
        Assert.Equal("排队太久,态度不好", found[0].Review);
        Assert.Empty(await w.Room.Replies.OfAsync("ORG-2", cases[0]));
    }

    [Fact]
    public async Task A_template_is_changed_by_a_new_version_by_those_who_may_and_filled_in_from_the_case()
    {
        using var w = await StoreWorld.OpenAsync();
        var templates = w.Room.Templates;
        Assert.Equal(TemplateRefusal.NotYours, (await templates.SaveAsync(null, 0, null, "t", "b", true, Make.Leader)).Refusal);
        Assert.Equal(TemplateRefusal.NotYours, (await templates.SaveAsync(null, 0, "ORG-2", "t", "b", true, Make.Leader)).Refusal);
        Assert.Equal(TemplateRefusal.UnknownField, (await templates.SaveAsync(null, 0, "ORG-1", "t", "{姓名}您好", true, Make.Leader)).Refusal);
        var id = (await templates.SaveAsync(null, 0, "ORG-1", "排队", "{今天}：{事项}，{大厅}", true, Make.Leader)).Id!;
        await templates.SaveAsync(null, 0, null, "共用", "您好", true, Make.Clerk);
        Assert.Equal(TemplateRefusal.Stale, (await templates.SaveAsync(id, 0, null, "排队", "x", true, Make.Leader)).Refusal);
        Assert.Null((await templates.SaveAsync(id, 1, "ORG-9", "排队", "{评价日期}在{大厅}办理{事项}", true, Make.Leader)).Refusal);
        Assert.Equal([2, 1], (await templates.HistoryAsync(id, Make.Leader)).Select(t => t.Version));
        var own = await templates.ForAsync("ORG-1");
        Assert.Equal(["共用", "排队"], own.Select(t => t.Title).Order());
        Assert.Equal("ORG-1", own.Single(t => t.Id == id).OrgCode);
        Assert.Equal(["共用"], (await templates.ForAsync("ORG-2")).Select(t => t.Title));
        Assert.Equal("2026年11月16日在市民中心办理社保卡补办",
            TemplateFields.Fill(own.Single(t => t.Id == id).Body, new World().Case, Make.At("2026-11-17 09:00")));
        await templates.SaveAsync(id, 2, null, "排队", "x", false, Make.Leader);
        Assert.DoesNotContain(await templates.ForAsync("ORG-1"), t => t.Id == id);
        Assert.ThrowsAny<Exception>(() => w.Scalar<int>("UPDATE reply_template SET body = 'y'; SELECT 1"));
        Assert.ThrowsAny<Exception>(() => w.Scalar<int>("DELETE FROM reply_template; SELECT 1"));
    }

    [Fact]
    public async Task The_last_word_on_a_label_counts_and_becomes_a_training_row()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        var @case = (await w.Room.Desk.CaseAsync(no, Make.Handler))!.Case;
        var labels = w.Room.Labels;
        Assert.True(await labels.DecideAsync(@case, [("P03", true), ("P07", true)], Make.Handler));
        Assert.True(await labels.DecideAsync(@case, [("P03", false), ("P07", true)], Make.Clerk));
        Assert.False(await labels.DecideAsync(@case, [("P01", true)], Make.Handler with { StaffCode = "S-9" }));
        Assert.False(await labels.DecideAsync(@case, [("P01", true)], Make.Supervisor));
        Assert.False(await labels.DecideAsync(@case, [("P01", true)], Make.Actor("x", "ORG-2", Role.Handler)));
        Assert.Equal([("P03", false, "clerk"), ("P07", true, "handler")],
            (await labels.OfAsync("test", "R-1")).Select(d => (d.Label, d.IsRight, d.DecidedBy)));
        Assert.Equal(3, w.Scalar<int>("SELECT count(*) FROM label_decision"));
        var rows = new List<LabelledReview>();
        await foreach (var row in labels.ExportAsync())
            rows.Add(row);
        var only = Assert.Single(rows);
        Assert.Equal(("test", "R-1", "排队太久,态度不好", "P07"), (only.Source, only.ReviewNo, only.Text, string.Join('|', only.Labels)));
    }

    [Fact]
    public async Task Other_reviews_of_a_citizen_are_shown_to_a_clerk_and_without_traces_to_the_appeal_reviewer_only()
    {
        using var w = await StoreWorld.OpenAsync();
        var one = await w.OneCaseAsync(Make.Review("R-1", at: "2026-11-16 09:00") with { PersonHash = "same" });
        var two = await w.OneCaseAsync(Make.Review("R-2", org: "ORG-2", at: "2026-11-16 09:30") with { PersonHash = "same" });
        await w.OneCaseAsync(Make.Review("R-3"));
        var page = (await w.Room.Desk.CaseAsync(one, Make.Clerk))!;
        var seen = Assert.Single((await w.Room.Citizens.OfAsync(page.Case, Make.Clerk))!);
        Assert.Equal((two, "排队太久,态度不好"), (seen.CaseNo, seen.Text));
        Assert.Null(await w.Room.Citizens.OfAsync(page.Case, Make.Handler));
        Assert.Null(await w.Room.Citizens.OfAsync(page.Case, Make.Judge));
        Assert.Null(await w.Room.Citizens.OfAsync(page.Case, Make.Clerk with { StaffCode = "S-9" }));
        var shown = Assert.Single((await w.Room.Citizens.OfAsync(page.Case with { Appeals = 1 }, Make.Judge))!);
        Assert.Equal((null, null, Make.At("2026-11-16 00:00")), (shown.CaseNo, shown.Text, shown.ReviewedAt));
        Assert.Empty((await w.Room.Citizens.OfAsync(page.Case, Make.Clerk with { Scope = OrgScope.Only(["ORG-1"]) }))!);
        Assert.Equal(["HISTORY", "HISTORY", "HISTORY"], (await w.Room.Audit.OfAsync(one, 10)).Select(a => a.Action));
    }

    [Fact]
    public void What_calling_still_needs_is_counted_by_attempts_and_days()
    {
        var w = new World(PolicyFile.Preset("default")).ToCallback();
        Assert.Equal((3, 2), (CallbackNeed.Of(w.Case, w.Policy).AttemptsLeft, CallbackNeed.Of(w.Case, w.Policy).DaysLeft));
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.NoAnswer, Make.At("2026-11-16 10:30")), "2026-11-16 11:00");
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.NoAnswer, Make.At("2026-11-16 11:00")), "2026-11-16 11:30");
        var need = CallbackNeed.Of(w.Case, w.Policy);
        Assert.Equal((1, 1, false), (need.AttemptsLeft, need.DaysLeft, need.IsOver));
        w.Do(Make.Handler, new RecordCallback(CallbackOutcome.Refused, Make.At("2026-11-17 09:00")), "2026-11-17 09:30");
        Assert.True(CallbackNeed.Of(w.Case, w.Policy).IsOver);
    }

    [Fact]
    public async Task Contact_data_are_for_clerks_and_the_units_own_handlers_of_a_live_case()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        var @case = (await w.Room.Desk.CaseAsync(no, Make.Clerk))!.Case;
        Assert.True(PersonVault.MayReveal(@case, Make.Clerk) && PersonVault.MayReveal(@case, Make.Handler));
        Assert.False(PersonVault.MayReveal(@case, Make.Actor("x", "ORG-2", Role.Handler)));
        Assert.False(PersonVault.MayReveal(@case, Make.Leader) || PersonVault.MayReveal(@case, Make.Judge) || PersonVault.MayReveal(@case, Make.Supervisor));
        Assert.False(PersonVault.MayReveal(@case, Make.Clerk with { StaffCode = "S-9" }));
        Assert.False(PersonVault.MayReveal(@case with { State = CaseState.Archived }, Make.Clerk));
    }
}
