using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

public sealed class AccountPageTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private const string Own = "a password of one's own";

    private static readonly (string, string)[] Lin =
    [
        ("name", "林新人"), ("role", "Handler"), ("role", "Analyst"), ("org", "RS"), ("scope", "RS"), ("act", "save"),
    ];

    [Fact]
    public async Task A_new_account_opens_nothing_before_its_owner_has_set_a_password()
    {
        var oneTime = await MadeAsync("lin-first");
        var token = await fixture.Host.Services.GetRequiredService<AccessTokens>().CreateAsync("lin-first", "t", [AccessTokens.SqlScope], 3);
        using var lin = fixture.Host.Client();
        await lin.LogInAsync("lin-first", oneTime);
        foreach (var path in new[] { "/", "/cases", "/dashboard", "/notices", "/sql" })
        {
            using var answer = await lin.GetAsync(path);
            Assert.Equal("/password", answer.Headers.Location?.PathAndQuery());
        }
        using var api = await lin.GetAsync("/api/v1/sql?q=SELECT%201");
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await BearerAsync(lin, token.Text));

        using var same = await lin.PostAsync("/password", "/password", ("old", oneTime), ("fresh", oneTime), ("again", oneTime));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
        using var set = await lin.PostAsync("/password", "/password", ("old", oneTime), ("fresh", Own), ("again", Own));
        Assert.Equal("/", set.Headers.Location!.OriginalString);
        await lin.PageAsync("/cases");
        Assert.Equal(HttpStatusCode.OK, await BearerAsync(lin, token.Text));
        using var old = fixture.Host.Client();
        using var refused = await old.PostAsync("/login", "/login", ("login", "lin-first"), ("password", oneTime));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("off")]
    public async Task A_reset_or_switched_off_account_loses_its_sessions_at_once(string act)
    {
        var login = "lin-" + act;
        var oneTime = await MadeAsync(login);
        using var lin = fixture.Host.Client();
        await lin.LogInAsync(login, oneTime);
        using (var set = await lin.PostAsync("/password", "/password", ("old", oneTime), ("fresh", Own), ("again", Own)))
            Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        await lin.PageAsync("/cases");
        using var admin = await fixture.Host.SignedInAsync("admin");
        using var done = await admin.PostAsync("/accounts/" + login, "/accounts/" + login, ("act", act));
        using var next = await lin.GetAsync("/cases");
        Assert.StartsWith("/login", next.Headers.Location!.PathAndQuery(), StringComparison.Ordinal);
        var audit = await fixture.Host.Services.GetRequiredService<AccessAudit>().SearchAsync(new() { Action = AuditActions.Account, Subject = login });
        // Made by the administrator, the one-time password changed by its owner, then what the administrator did.
        Assert.Equal(["admin", login, "admin"], audit.Rows.OrderBy(r => r.Seq).Select(r => r.UserId));
    }

    [Fact]
    public async Task A_changed_role_ends_the_sessions_and_changes_what_is_open()
    {
        var oneTime = await MadeAsync("lin-role");
        using var lin = fixture.Host.Client();
        await lin.LogInAsync("lin-role", oneTime);
        using (var set = await lin.PostAsync("/password", "/password", ("old", oneTime), ("fresh", Own), ("again", Own)))
            await lin.PageAsync("/cases");
        using var admin = await fixture.Host.SignedInAsync("admin");
        using (var done = await admin.PostAsync("/accounts/lin-role", "/accounts/lin-role", ("name", "林新人"), ("role", "Auditor"), ("org", "RS"), ("act", "save")))
            Assert.Equal("/accounts/lin-role?done=1", done.Headers.Location!.OriginalString);
        using var next = await lin.GetAsync("/cases");
        Assert.StartsWith("/login", next.Headers.Location!.PathAndQuery(), StringComparison.Ordinal);
        await lin.LogInAsync("lin-role", Own);
        using var closed = await lin.GetAsync("/cases");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
    }

    [Fact]
    public async Task Nobody_changes_the_rights_of_their_own_account()
    {
        using var admin = await fixture.Host.SignedInAsync("admin");
        foreach (var values in new (string, string)[][]
                 {
                     [("name", "钱管理"), ("role", "Administrator"), ("role", "Auditor"), ("org", "ZW"), ("scope", "*"), ("act", "save")],
                     [("name", "钱管理"), ("role", "Administrator"), ("org", "ZW"), ("scope", "*"), ("staff", "W9"), ("act", "save")],
                     [("act", "off")], [("act", "reset")],
                 })
        {
            var page = await admin.PageAsync("/accounts/admin");
            var token = page.QuerySelector("form[action='/accounts/admin'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var answer = await admin.PostRawAsync("/accounts/admin", [.. values, ("__RequestVerificationToken", token)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
        var kept = await fixture.Host.Services.GetRequiredService<AccountAdmin>().FindAsync("admin");
        Assert.Equal([Role.Administrator], kept!.Roles);
        Assert.True(kept.IsActive);
    }

    [Fact]
    public async Task Saving_the_form_as_it_stands_takes_no_unit_away_even_where_the_tree_does_not_know_it()
    {
        await MadeAsync("lin-unit");
        var people = fixture.Host.Services.GetRequiredService<AccountAdmin>();
        var before = (await people.FindAsync("lin-unit"))!;
        using var admin = await fixture.Host.SignedInAsync("admin");
        var form = (await admin.PageAsync("/accounts/lin-unit")).QuerySelector("form[action='/accounts/lin-unit']")!;
        var values = form.QuerySelectorAll("input[name]").Where(i => i.GetAttribute("type") != "checkbox" || i.HasAttribute("checked")).Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Concat(form.QuerySelectorAll("select").Select(s => (s.GetAttribute("name")!, (s.QuerySelector("option[selected]") ?? s.QuerySelector("option"))!.GetAttribute("value")!)));
        using var saved = await admin.PostRawAsync("/accounts/lin-unit", [.. values, ("act", "save")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = (await people.FindAsync("lin-unit"))!;
        Assert.Equal(("RS", "RS"), (after.OrgCode, Assert.Single(after.Scope)));
        Assert.Equal(before.Roles, after.Roles);
    }

    [Theory]
    [InlineData("admin", "Handler")]
    [InlineData("Bad Name", "Handler")]
    [InlineData("new", "Handler")]
    [InlineData("lin-system", "System")]
    public async Task An_account_that_cannot_be_is_refused_with_the_reason(string login, string role)
    {
        using var admin = await fixture.Host.SignedInAsync("admin");
        using var answer = await admin.PostAsync("/accounts/new", "/accounts/new", ("login", login), ("name", "某"), ("role", role), ("act", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty((await DeskClient.DocumentAsync(answer)).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task The_list_filters_sorts_and_exports_what_it_shows()
    {
        using var admin = await fixture.Host.SignedInAsync("admin");
        var page = await admin.PageAsync("/accounts?role=Handler&sort=login&dir=desc");
        var logins = page.QuerySelectorAll("tbody th").Select(h => h.TextContent).ToList();
        Assert.Contains("handler-ga", logins);
        Assert.DoesNotContain("admin", logins);
        Assert.Equal(logins.OrderDescending(StringComparer.Ordinal), logins);
        using var file = await admin.GetAsync("/accounts/export?role=Handler");
        var text = await file.Content.ReadAsStringAsync();
        Assert.Contains("handler-ga,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("admin,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pbkdf2", text, StringComparison.Ordinal);
    }

    private async Task<string> MadeAsync(string login)
    {
        using var admin = await fixture.Host.SignedInAsync("admin");
        using var answer = await admin.PostAsync("/accounts/new", "/accounts/new", [("login", login), .. Lin]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await DeskClient.DocumentAsync(answer)).QuerySelector("#password")!.GetAttribute("value")!;
    }

    private static async Task<HttpStatusCode> BearerAsync(DeskClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sql?q=SELECT%201");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
