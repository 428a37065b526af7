namespace QualityInsight.Feedback.Tests;

public sealed class PeopleTests
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task An_account_logs_in_with_its_password_roles_and_scope_over_the_units_below()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.Room.Orgs.PutAsync([new("A", "A", null), new("A1", "A1", "A"), new("A11", "A11", "A1"), new("B", "B", null)]);
        await w.Room.Accounts.CreateAsync(new("li", "李", [Role.Handler, Role.UnitLeader], "A1", ["A"], "S-1"), Password, "qi:test");
        var actor = (await w.Room.Accounts.LogInAsync("li", Password)).Actor!;
        Assert.Equal(["A", "A1", "A11"], actor.Scope.Orgs);
        Assert.False(actor.Scope.Covers("B") || actor.Scope.Covers(null));
        Assert.True(actor.Is(Role.UnitLeader));
        Assert.Equal(("A1", "S-1"), (actor.OrgCode, actor.StaffCode));
        Assert.DoesNotContain(Password, w.Scalar<string>("SELECT password_hash FROM \"user\""));
        Assert.Null((await w.Room.Accounts.LogInAsync("nobody", Password)).Actor);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_a_while()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.Room.Accounts.CreateAsync(new("li", "李", [Role.Handler], null, ["*"]), Password, "qi:test");
        for (var i = 0; i < 4; i++)
            Assert.Null((await w.Room.Accounts.LogInAsync("li", "wrong")).LockedUntilUtc);
        Assert.NotNull((await w.Room.Accounts.LogInAsync("li", "wrong")).LockedUntilUtc);
        Assert.Null((await w.Room.Accounts.LogInAsync("li", Password)).Actor);
        w.Time.Set("2026-11-16 10:16");
        Assert.NotNull((await w.Room.Accounts.LogInAsync("li", Password)).Actor);
    }

    [Fact]
    public async Task A_short_password_and_a_second_account_of_one_name_are_refused()
    {
        using var w = await StoreWorld.OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => w.Room.Accounts.CreateAsync(new("li", "李", [], null, []), "short", "qi:test"));
        await w.Room.Accounts.CreateAsync(new("li", "李", [], null, []), Password, "qi:test");
        await Assert.ThrowsAsync<AccountException>(() => w.Room.Accounts.CreateAsync(new("li", "李", [], null, []), Password, "qi:test"));
    }

    [Fact]
    public async Task Contact_data_is_encrypted_and_shown_only_for_a_purpose_on_record()
    {
        using var w = await StoreWorld.OpenAsync();
        using var keys = new QualityInsight.Testing.TempFolder();
        var key = PersonVault.LoadOrCreateKey(keys.File("keys", "qi.key"), w.Folder);
        Assert.Equal(key, PersonVault.LoadOrCreateKey(keys.File("keys", "qi.key"), w.Folder));
        Assert.Throws<InvalidOperationException>(() => PersonVault.LoadOrCreateKey(Path.Combine(w.Folder, "qi.key"), w.Folder));
        var vault = new PersonVault(w.Room.Store, w.Room.Audit, w.Time, key);
        await vault.PutAsync("hash-R-1", new("王小明", "13812345678"));
        var no = await w.OneCaseAsync();
        var @case = (await w.Room.Desk.CaseAsync(no, Make.Handler))!.Case;
        Assert.Equal(new("王小明", "13812345678"), await vault.RevealAsync(@case, Make.Handler, "回访"));
        Assert.Null(await vault.RevealAsync(@case, Make.Handler with { StaffCode = "S-9" }, "看看是谁"));
        Assert.Null(await vault.RevealAsync(@case, Make.Supervisor, "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => vault.RevealAsync(@case, Make.Handler, " "));
        var row = Assert.Single(await w.Room.Audit.LastAsync(10));
        Assert.Equal(("handler", "REVEAL", no, "回访"), (row.UserId, row.Action, row.Subject, row.Purpose));
        if (!TestStore.IsSqlite)
            return;
        var file = Convert.ToHexString(File.ReadAllBytes(w.Path)) + Convert.ToHexString(File.ReadAllBytes(w.Path + "-wal"));
        Assert.DoesNotContain(Convert.ToHexString("13812345678"u8), file);
        Assert.DoesNotContain(Convert.ToHexString("王小明"u8), file);
    }

    [Fact]
    public async Task The_audit_shows_where_it_was_tampered_with()
    {
        using var w = await StoreWorld.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => w.Room.Audit.WriteAsync($"u{i}", "VIEW", "HC-1", "核查")));
        Assert.Null(await w.Room.Audit.FirstBrokenAsync());
        Assert.ThrowsAny<Exception>(() => w.Scalar<int>("UPDATE access_audit SET user_id = 'x' WHERE seq = 7; SELECT 1"));
        w.Scalar<int>((TestStore.IsSqlite ? "DROP TRIGGER access_audit_stays" : "DROP TRIGGER access_audit_stays ON access_audit") + "; UPDATE access_audit SET user_id = 'x' WHERE seq = 7; SELECT 1");
        Assert.Equal(7, await w.Room.Audit.FirstBrokenAsync());
    }
}
