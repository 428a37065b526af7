namespace QualityInsight.Feedback.Tests;

/// <summary>Openings of cases stand in the access audit, once an account, case and day.</summary>
public sealed class ViewLogTests
{
    [Fact]
    public async Task An_opening_is_noted_once_an_account_case_and_day_with_the_roles_held()
    {
        using var w = await StoreWorld.OpenAsync();
        var views = w.Room.Views;
        w.Time.Set("2026-11-16 10:00");
        for (var i = 0; i < 3; i++)
            await views.OpenedAsync("HC-1", Make.Clerk);
        await views.OpenedAsync("HC-2", Make.Clerk);
        await views.OpenedAsync("HC-1", Make.Leader);
        w.Time.Set("2026-11-17 10:00");
        await views.OpenedAsync("HC-1", Make.Clerk);
        var rows = (await w.Room.Audit.SearchAsync(new() { Action = AuditActions.View })).Rows.Reverse().ToArray();
        Assert.Equal(
            [(Make.Clerk.UserId, "HC-1", 16), (Make.Clerk.UserId, "HC-2", 16), (Make.Leader.UserId, "HC-1", 16), (Make.Clerk.UserId, "HC-1", 17)],
            rows.Select(r => (r.UserId, r.Subject, r.AtUtc.Day)));
        Assert.Equal(string.Join(", ", Make.Clerk.Roles.Order()), rows[0].Purpose);
        Assert.Null(await w.Room.Audit.FirstBrokenAsync());
    }

    [Fact]
    public async Task Many_openings_at_once_are_each_noted_once_and_the_chain_stays_whole()
    {
        using var w = await StoreWorld.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => w.Room.Views.OpenedAsync($"HC-{i % 150}", Make.Clerk with { UserId = $"u{i / 150}" }))));
        var rows = (await w.Room.Audit.SearchAsync(new() { Action = AuditActions.View, PageSize = 1000 })).Rows;
        Assert.Equal(300, rows.Count);
        Assert.Equal(300, rows.Select(r => (r.UserId, r.Subject)).Distinct().Count());
        Assert.Null(await w.Room.Audit.FirstBrokenAsync());
    }

    [Fact]
    public async Task What_could_not_be_noted_is_not_taken_for_noted()
    {
        using var w = await StoreWorld.OpenAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => w.Room.Views.OpenedAsync("HC-1", Make.Clerk, new(canceled: true)));
        await w.Room.Views.OpenedAsync("HC-1", Make.Clerk);
        Assert.Single((await w.Room.Audit.SearchAsync(new() { Action = AuditActions.View })).Rows);
    }

    [Fact]
    public async Task Openings_do_not_push_out_the_looks_at_contact_data_of_a_case()
    {
        using var w = await StoreWorld.OpenAsync();
        await w.Room.Audit.WriteAsync("intake", AuditActions.Reveal, "HC-1", "回访核实");
        for (var i = 0; i < 60; i++)
            await w.Room.Views.OpenedAsync("HC-1", Make.Clerk with { UserId = $"u{i}" });
        Assert.Equal(AuditActions.Reveal, Assert.Single(await w.Room.Audit.OfAsync("HC-1", 50)).Action);
    }
}
