using System.Net;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

[Collection(SharedDesk.Name)]
public sealed class SecurityTests(DeskFixture fixture)
{
    [Theory]
    [InlineData("/login")]
    [InlineData("/logout")]
    [InlineData("/language")]
    [InlineData("/sql")]
    [InlineData("/cases/HC-20261115-00001/act")]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        using var client = await fixture.Host.SignedInAsync(path == "/sql" ? "analyst" : "intake");
        using var answer = await client.PostRawAsync(path, ("command", "AddNote"), ("text", "x"), ("Query", "SELECT 1"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Logging_in_and_changing_the_language_lead_only_to_our_own_pages(string back)
    {
        using var client = fixture.Host.Client();
        using var language = await client.PostAsync("/login", "/language", ("lang", "zh-CN"), ("back", back));
        Assert.Equal("/", language.Headers.Location!.OriginalString);
        using var login = await client.PostAsync("/login", "/login", ("login", "intake"), ("password", DeskHost.Password), ("back", back));
        Assert.Equal("/", login.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Words_of_citizens_are_text_and_never_markup()
    {
        using var client = await fixture.Host.SignedInAsync("intake");
        var page = await client.PageAsync("/cases?org=SC&sort=CaseNo");
        var link = page.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("onerror", StringComparison.Ordinal)).QuerySelector("a.case")!;
        var @case = await client.PageAsync("/cases/" + link.TextContent);
        foreach (var document in new[] { page, @case })
        {
            Assert.Empty(document.QuerySelectorAll("img[src=x], [onerror]"));
            Assert.All(document.QuerySelectorAll("script"), s => Assert.True(s.HasAttribute("src") || s.GetAttribute("type") == "application/json"));
        }
        Assert.Equal(SeedReviews.Script, @case.QuerySelector("blockquote.said")!.TextContent);
    }

    [Fact]
    public async Task Pages_run_only_scripts_that_carry_the_requests_nonce()
    {
        using var client = await fixture.Host.SignedInAsync("intake");
        using var one = await client.GetAsync("/cases");
        using var two = await client.GetAsync("/cases");
        var policy = one.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.NotEqual(policy, two.Headers.GetValues("Content-Security-Policy").Single());
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        var scripts = (await DeskClient.DocumentAsync(one)).QuerySelectorAll("script[src]");
        Assert.NotEmpty(scripts);
        Assert.All(scripts, s => Assert.Equal(nonce, s.GetAttribute("nonce")));
        Assert.Equal("nosniff", one.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(one.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_even_against_the_right_one()
    {
        using var client = fixture.Host.Client();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await client.PostAsync("/login", "/login", ("login", "auditor"), ("password", "wrong"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }
        using var right = await client.PostAsync("/login", "/login", ("login", "auditor"), ("password", DeskHost.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        fixture.Host.Clock.Skipped += TimeSpan.FromMinutes(16);
        await client.LogInAsync("auditor");
    }

    [Fact]
    public async Task Logging_in_gives_a_new_session_and_its_cookie_is_not_for_scripts()
    {
        using var client = fixture.Host.Client();
        client.Cookies.Add(new Uri(fixture.Host.Url), new Cookie("qi-session", "planted"));
        using var answer = await client.PostAsync("/login", "/login", ("login", "intake"), ("password", DeskHost.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("qi-session=", StringComparison.Ordinal));
        Assert.DoesNotContain("planted", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/cases/export?purpose=report", "intake", "\"'=HYPERLINK(")]
    [InlineData("/data/quarantine/1", "analyst", "'=1+1")]
    public async Task Exports_hold_no_formulas(string path, string user, string harmless)
    {
        using var client = await fixture.Host.SignedInAsync(user);
        using var answer = await client.GetAsync(path);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.AsSpan(0, 3).ToArray());
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Contains(harmless, text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
        Assert.StartsWith("attachment", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_stays_after_it_is_chosen()
    {
        using var client = fixture.Host.Client();
        Assert.Equal("zh-CN", (await client.PageAsync("/login")).DocumentElement.GetAttribute("lang"));
        using var answer = await client.PostAsync("/login", "/language", ("lang", "en"), ("back", "/login"));
        Assert.Equal("/login", answer.Headers.Location!.OriginalString);
        var page = await client.PageAsync("/login");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("User name", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
