using System.Text.RegularExpressions;

namespace QualityInsight.Feedback.Tests;

/// <summary>The citizen's link: what opens, what does not, and that what does not cannot be told apart.</summary>
public sealed class RereviewTests
{
    [Fact]
    public async Task A_link_shows_the_matter_and_takes_one_answer()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.FedBackAsync();
        var token = await TokenAsync(w, no);
        var matter = await w.Room.Rereview.LookAsync(token);
        Assert.Equal(("社保卡补办", "市民中心", new DateOnly(2026, 11, 16), "已增开两个窗口，谢谢您的意见"), (matter!.ItemName, matter.HallName, matter.ReviewedOn, matter.Reply));
        Assert.NotNull(await w.Room.Rereview.LookAsync(token)); // looking spends nothing
        Assert.True(await w.Room.Rereview.RateAsync(token, Satisfaction.Satisfied, "很快"));
        Assert.False(await w.Room.Rereview.RateAsync(token, Satisfaction.NotSatisfied, "又来一次"));
        Assert.Null(await w.Room.Rereview.LookAsync(token));
        var page = await w.Room.Desk.CaseAsync(no, Make.Clerk);
        var rated = Assert.Single(page!.Events, e => e.Data is RectificationRated);
        Assert.Equal((Role.Reviewer, true, Satisfaction.Satisfied), (rated.ActorRole, ((RectificationRated)rated.Data).ByLink, ((RectificationRated)rated.Data).Satisfaction));
        Assert.Equal(CaseState.Closed, page.Case.State);
    }

    [Fact]
    public async Task Two_answers_at_once_count_as_one()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.FedBackAsync();
        var token = await TokenAsync(w, no);
        using var other = await w.OpenAgainAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            (i % 2 == 0 ? w.Room : other).Rereview.RateAsync(token, Satisfaction.BasicallySatisfied, null))));
        Assert.Single(answers, done => done);
        Assert.Equal(1, w.Scalar<int>("SELECT count(*) FROM case_event WHERE event_type = 'RectificationRated'"));
    }

    [Fact]
    public async Task Forged_unknown_and_empty_tokens_open_nothing()
    {
        using var w = await StoreWorld.OpenAsync();
        Assert.Null(await w.Room.Rereview.LookAsync("x")); // no link was ever made
        var no = await w.FedBackAsync();
        var token = await TokenAsync(w, no);
        foreach (var forged in new[] { null, "", "x", token[..^1], token + "A", token.ToUpperInvariant(), new string('A', RereviewLinks.TokenLength), w.Scalar<string>("SELECT token_hash FROM rereview_link") })
        {
            Assert.Null(await w.Room.Rereview.LookAsync(forged));
            Assert.False(await w.Room.Rereview.RateAsync(forged, Satisfaction.Satisfied, null));
        }
        Assert.NotNull(await w.Room.Rereview.LookAsync(token));
    }

    [Fact]
    public async Task A_link_ends_with_the_deadline_of_the_re_review()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.FedBackAsync();
        var token = await TokenAsync(w, no);
        var until = (await w.CaseAsync(no)).Deadlines[DeadlineStep.Rereview].DueAt;
        w.Time.Set(until.ToString("yyyy-MM-dd HH:mm"));
        Assert.NotNull(await w.Room.Rereview.LookAsync(token));
        w.Time.Set(until.AddMinutes(1).ToString("yyyy-MM-dd HH:mm"));
        Assert.Null(await w.Room.Rereview.LookAsync(token));
        Assert.False(await w.Room.Rereview.RateAsync(token, Satisfaction.Satisfied, null));
        Assert.Equal(CaseState.FedBack, (await w.CaseAsync(no)).State);
    }

    [Fact]
    public async Task A_link_of_an_earlier_round_opens_nothing_in_the_next()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.FedBackAsync();
        var (first, spare) = (await TokenAsync(w, no), await TokenAsync(w, no));
        Assert.True(await w.Room.Rereview.RateAsync(first, Satisfaction.NotSatisfied, "没有改"));
        Assert.Equal((CaseState.Reopened, 1), ((await w.CaseAsync(no)).State, (await w.CaseAsync(no)).Round));
        w.Time.Set("2026-11-16 11:00");
        await w.DoAsync(no, Make.Clerk, new DispatchCase("ORG-1", "ORG-1 局"));
        await w.DoAsync(no, Make.Handler, new AcceptCase());
        await w.DoAsync(no, Make.Handler, new RecordCallback(CallbackOutcome.Reached, Make.At("2026-11-16 11:00"), 60, "再次说明"));
        await w.ReplyAsync(no);
        Assert.Null(await w.Room.Rereview.LookAsync(first));
        Assert.Null(await w.Room.Rereview.LookAsync(spare));
        var second = await TokenAsync(w, no);
        Assert.True(await w.Room.Rereview.RateAsync(second, Satisfaction.Satisfied, null));
    }

    [Fact]
    public async Task A_rating_by_telephone_spends_the_link()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.FedBackAsync();
        var token = await TokenAsync(w, no);
        await w.DoAsync(no, Make.Clerk, new RateRectification(Satisfaction.Satisfied));
        Assert.Null(await w.Room.Rereview.LookAsync(token));
        Assert.False(((RectificationRated)(await w.Room.Desk.CaseAsync(no, Make.Clerk))!.Events.Single(e => e.Data is RectificationRated).Data).ByLink);
    }

    [Fact]
    public async Task The_handling_unit_cannot_print_a_link_and_what_is_printed_is_on_record()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.FedBackAsync();
        foreach (var actor in new[] { Make.Handler, Make.Leader, Make.Supervisor, Make.Actor("clerk-of-unit", "ORG-1", Role.IntakeClerk) })
            Assert.NotNull((await w.Room.Rereview.PrintAsync(no, actor)).Refusal);
        Assert.Equal(0, w.Scalar<int>("SELECT count(*) FROM rereview_link"));
        await TokenAsync(w, no);
        Assert.Equal($"clerk FORWARD {no}", w.Scalar<string>("SELECT user_id || ' ' || action || ' ' || subject FROM access_audit"));
    }

    [Fact]
    public async Task Tokens_are_long_random_and_not_kept()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.FedBackAsync();
        var tokens = new HashSet<string>();
        for (var i = 0; i < 50; i++)
            Assert.True(tokens.Add(await TokenAsync(w, no)));
        Assert.All(tokens, t => Assert.Matches(new Regex("^[A-Za-z0-9_-]{43}$"), t));
        var kept = w.Scalar<string>(TestStore.IsSqlite ? "SELECT group_concat(token_hash) FROM rereview_link" : "SELECT string_agg(token_hash, ',') FROM rereview_link");
        Assert.All(tokens, t => Assert.DoesNotContain(t, kept));
        Assert.Equal(64 * 50 + 49, kept.Length);
    }

    private static async Task<string> TokenAsync(StoreWorld w, string no)
    {
        var (slip, refusal) = await w.Room.Rereview.PrintAsync(no, Make.Clerk);
        Assert.Null(refusal);
        Assert.StartsWith(StoreWorld.PublicUrl + "/r/", slip!.Address);
        return slip.Address[(StoreWorld.PublicUrl.Length + 3)..];
    }
}
