using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

public sealed class AccountTests
{
    private static NewAccount Li(params Role[] roles) => new("li", "李", roles, null, ["A"], "S-1");

    [Fact]
    public async Task A_new_account_has_a_one_time_password_that_only_lets_another_be_set()
    {
        using var w = await StoreWorld.OpenAsync();
        var once = await w.Room.People.CreateAsync(Li(Role.Handler), "admin");
        var session = (await w.Room.Accounts.LogInAsync("li", once)).Session!;
        Assert.True(session.MustChangePassword);
        Assert.Equal(AccountFault.ShortPassword, (await Assert.ThrowsAsync<AccountException>(() => w.Room.Accounts.ChangePasswordAsync("li", once, "short"))).Fault);
        Assert.Equal(AccountFault.SamePassword, (await Assert.ThrowsAsync<AccountException>(() => w.Room.Accounts.ChangePasswordAsync("li", once, once))).Fault);
        Assert.Equal(AccountFault.WrongPassword, (await Assert.ThrowsAsync<AccountException>(() => w.Room.Accounts.ChangePasswordAsync("li", "not it at all", "a new long one"))).Fault);
        var after = await w.Room.Accounts.ChangePasswordAsync("li", once, "a new long one");
        Assert.False(after.MustChangePassword);
        Assert.NotEqual(session.Stamp, after.Stamp);
        Assert.Null((await w.Room.Accounts.LogInAsync("li", once)).Actor);
        Assert.DoesNotContain(once, string.Join('\n', (await w.Room.Audit.LastAsync(10)).Select(r => r.Purpose)));
    }

    [Fact]
    public async Task Sessions_end_where_roles_scope_password_or_the_account_itself_change_and_not_for_a_new_name()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.Room.People.CreateAsync(Li(Role.Handler), "admin");
        var stamps = new List<string> { await Stamp() };
        async Task<string> Stamp() => (await w.Room.Accounts.SessionAsync("li"))!.Stamp;
        await w.Room.People.UpdateAsync(Li(Role.Handler) with { Name = "李四", Language = Language.En }, "admin");
        Assert.Equal(stamps[0], await Stamp());
        Func<Task>[] changes =
        [
            () => w.Room.People.UpdateAsync(Li(Role.Handler, Role.UnitLeader), "admin"),
            () => w.Room.People.UpdateAsync(Li(Role.UnitLeader) with { Scope = ["A", "B"] }, "admin"),
            () => w.Room.People.ResetPasswordAsync("li", "admin"),
            () => w.Room.Accounts.SetPasswordAsync("li", "something else long", "qi:test"),
            () => w.Room.Accounts.SetScopeAsync("li", ["*"], "qi:test"),
        ];
        foreach (var change in changes)
        {
            await change();
            stamps.Add(await Stamp());
        }
        await w.Room.People.SetActiveAsync("li", false, "admin");
        Assert.Null(await w.Room.Accounts.SessionAsync("li"));
        Assert.Null((await w.Room.Accounts.LogInAsync("li", "something else long")).Actor);
        await w.Room.People.SetActiveAsync("li", true, "admin");
        stamps.Add(await Stamp());
        Assert.Equal(stamps.Count, stamps.Distinct().Count());
    }

    [Fact]
    public async Task What_the_command_line_does_to_accounts_is_in_the_audit_with_who_and_no_password()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.Room.Accounts.CreateAsync(new("li", "李", [Role.Handler], null, ["A"], "S-1"), "something long enough", "qi:ops");
        await w.Room.Accounts.SetPasswordAsync("li", "something else long", "qi:ops");
        await w.Room.Accounts.SetScopeAsync("li", ["B", "A"], "qi:ops");
        await Assert.ThrowsAsync<AccountException>(() => w.Room.Accounts.SetScopeAsync("nobody", ["B"], "qi:ops"));
        Assert.Equal(
            [("qi:ops", "li", "SCOPE A,B"), ("qi:ops", "li", "PASSWORD"), ("qi:ops", "li", "CREATE roles=HANDLER unit=- scope=A staff=S-1")],
            (await w.Room.Audit.LastAsync(10)).Select(a => (a.UserId, a.Subject, a.Purpose)));
    }

    [Fact]
    public async Task Changes_that_make_no_sense_are_refused_and_change_nothing()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.Room.Orgs.PutAsync([new("A", "A", null)]);
        await w.Room.People.CreateAsync(new("boss", "Boss", [Role.Administrator], null, []), "system");
        var rows = await w.Room.Audit.VerifyAsync();
        var rated = new NewAccount("rated", "R", [Role.Analyst], null, [], "S-9");
        Assert.Equal(AccountFault.RatedAnalyst, (await Assert.ThrowsAsync<AccountException>(() => w.Room.People.CreateAsync(rated, "boss"))).Fault);
        Assert.Equal(AccountFault.RatedAnalyst, (await Assert.ThrowsAsync<AccountException>(() => w.Room.Accounts.CreateAsync(rated, "something long enough", "qi:ops"))).Fault);
        async Task Refused(AccountFault fault, Func<Task> change) => Assert.Equal(fault, (await Assert.ThrowsAsync<AccountException>(change)).Fault);
        await Refused(AccountFault.BadName, () => w.Room.People.CreateAsync(Li() with { UserId = "Li Si" }, "boss"));
        await Refused(AccountFault.Exists, () => w.Room.People.CreateAsync(Li() with { UserId = "boss" }, "boss"));
        await Refused(AccountFault.NoShownName, () => w.Room.People.CreateAsync(Li() with { Name = " " }, "boss"));
        await Refused(AccountFault.NotARole, () => w.Room.People.CreateAsync(Li(Role.System), "boss"));
        await Refused(AccountFault.UnknownUnit, () => w.Room.People.CreateAsync(Li() with { Scope = ["Z"] }, "boss"));
        await Refused(AccountFault.Unknown, () => w.Room.People.UpdateAsync(Li(), "boss"));
        await Refused(AccountFault.Yourself, () => w.Room.People.SetActiveAsync("boss", false, "boss"));
        await Refused(AccountFault.Yourself, () => w.Room.People.UpdateAsync(new("boss", "Boss", [Role.Manager], null, []), "boss"));
        Assert.Equal(rows.Rows, (await w.Room.Audit.VerifyAsync()).Rows);
        Assert.Equal(["boss"], (await w.Room.People.ListAsync()).Select(a => a.UserId));
    }

    [Fact]
    public async Task An_unlocked_account_can_log_in_again_at_once()
    {
        using var w = await StoreWorld.OpenAsync();
        var once = await w.Room.People.CreateAsync(Li(Role.Handler), "admin");
        for (var i = 0; i < 5; i++)
            await w.Room.Accounts.LogInAsync("li", "wrong");
        Assert.NotNull((await w.Room.People.FindAsync("li"))!.LockedUntilUtc);
        await w.Room.People.UnlockAsync("li", "admin");
        Assert.NotNull((await w.Room.Accounts.LogInAsync("li", once)).Actor);
    }

    [Fact]
    public async Task The_audit_is_searched_by_who_what_and_when_and_its_head_shows_a_cut_off_tail()
    {
        using var w = await StoreWorld.OpenAsync();
        for (var i = 1; i <= 25; i++)
            await w.Room.Audit.WriteAsync(i % 2 == 0 ? "a" : "b", i % 5 == 0 ? AuditActions.Export : AuditActions.View, $"HC-{i}", "核查");
        Assert.Equal((12, 5), ((await w.Room.Audit.SearchAsync(new() { UserId = "a" })).Total, (await w.Room.Audit.SearchAsync(new() { Action = AuditActions.Export })).Total));
        Assert.Equal(7, (await w.Room.Audit.SearchAsync(new() { Subject = "HC-2" })).Total);
        Assert.Equal(0, (await w.Room.Audit.SearchAsync(new() { BeforeUtc = new DateTime(2026, 11, 16, 1, 0, 0) })).Total);
        var second = await w.Room.Audit.SearchAsync(new() { Page = 2, PageSize = 10 });
        Assert.Equal((25, "HC-15"), (second.Total, second.Rows[0].Subject));
        var head = await w.Room.Audit.VerifyAsync();
        Assert.Equal((25, null), (head.Rows, head.FirstBroken));
        Assert.Equal(head.HeadHash, await w.Room.Audit.HashOfAsync(25));
        w.Scalar<int>("DROP TRIGGER access_audit_remains; DELETE FROM access_audit WHERE seq = 25; SELECT 1");
        Assert.Null((await w.Room.Audit.VerifyAsync()).FirstBroken);
        Assert.Null(await w.Room.Audit.HashOfAsync(25));
    }

    [Fact]
    public async Task The_rated_person_finds_nothing_by_the_number_of_the_matter()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync(Make.Review("R-7", staff: "S-9"));
        var rated = Make.Handler with { StaffCode = "S-9" };
        async Task<QueuePage> Find(string text, Actor actor) => await w.Room.Desk.QueueAsync(new() { View = QueueView.All, Text = text }, actor);
        Assert.Equal(no, Assert.Single((await Find("t-r-7", Make.Handler)).Rows).CaseNo);
        Assert.Empty((await Find("t-r-7", rated)).Rows);
        Assert.Empty((await Find("r-7", rated)).Rows);
        var found = Assert.Single((await Find("市民中心 排队", rated)).Rows);
        Assert.Equal((no, null), (found.CaseNo, found.TicketNo));
        Assert.Equal("T-R-7", Assert.Single((await Find("市民中心", Make.Handler)).Rows).TicketNo);
        await Projection.RebuildAsync(w.Room.Store);
        Assert.Empty((await Find("t-r-7", rated)).Rows);
    }
}
