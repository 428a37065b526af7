using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

[Collection(SharedDesk.Name)]
public sealed class ApiTests(DeskFixture fixture)
{
    private AccessTokens Tokens => fixture.Host.Services.GetRequiredService<AccessTokens>();

    [Fact]
    public async Task A_token_made_on_the_page_is_shown_once_asks_in_sql_and_is_audited()
    {
        using var client = await fixture.Host.SignedInAsync("analyst");
        using var made = await client.PostAsync("/tokens", "/tokens", ("act", "make"), ("name", "notebook"), ("scope", "sql"), ("days", "30"));
        var token = (await DeskClient.DocumentAsync(made)).QuerySelector("#made")!.GetAttribute("value")!;
        Assert.DoesNotContain(token, (await client.PageAsync("/tokens")).Body!.InnerHtml, StringComparison.Ordinal);

        using var answer = await Ask(token, "/api/v1/sql?q=SELECT%2042%20AS%20n%20--%2013800138000&format=csv");
        Assert.Equal("n\r\n42\r\n", await answer.Content.ReadAsStringAsync());
        var used = (await fixture.Host.Services.GetRequiredService<AccessAudit>().LastAsync(50)).First(a => a.Action == "TOKEN_SQL");
        Assert.Equal("analyst", used.UserId);
        Assert.Contains("SELECT 42", used.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", used.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_ends_by_revoking_by_time_and_with_its_owners_role()
    {
        var live = await Tokens.CreateAsync("analyst", "x", [AccessTokens.SqlScope], 30);
        Assert.Equal(HttpStatusCode.OK, (await Ask(live.Text, "/api/v1/sql?q=SELECT%201")).StatusCode);
        Assert.True(await Tokens.RevokeAsync(live.Row.TokenId, "analyst"));
        await Problem(await Ask(live.Text, "/api/v1/sql?q=SELECT%201"), HttpStatusCode.Unauthorized);
        await Problem(await Ask("qi_nonsense", "/api/v1/sql?q=SELECT%201"), HttpStatusCode.Unauthorized);
        // A role that may not ask in SQL cannot by a token either.
        var handlers = await Tokens.CreateAsync("handler", "x", [AccessTokens.SqlScope], 30);
        await Problem(await Ask(handlers.Text, "/api/v1/sql?q=SELECT%201"), HttpStatusCode.Forbidden);
        Assert.False(await Tokens.RevokeAsync(live.Row.TokenId, "handler"));
        await Assert.ThrowsAsync<ArgumentException>(() => Tokens.CreateAsync("analyst", "x", ["admin"], 30));
        await Assert.ThrowsAsync<ArgumentException>(() => Tokens.CreateAsync("analyst", "x", [AccessTokens.SqlScope], 4000));
    }

    [Fact]
    public async Task A_token_reaches_what_its_scope_names_and_no_page()
    {
        var sql = await Tokens.CreateAsync("analyst", "x", [AccessTokens.SqlScope], 30);
        var metrics = await Tokens.CreateAsync("analyst", "x", [AccessTokens.MetricsScope], 30);
        Assert.Equal(HttpStatusCode.OK, (await Ask(metrics.Text, "/api/v1/metrics/wait_median")).StatusCode);
        await Problem(await Ask(metrics.Text, "/api/v1/sql?q=SELECT%201"), HttpStatusCode.Forbidden);
        await Problem(await Ask(sql.Text, "/api/v1/metrics/wait_median"), HttpStatusCode.Forbidden);
        foreach (var page in new[] { "/sql", "/tokens", "/dashboard", "/jobs" })
            Assert.Equal(HttpStatusCode.Forbidden, (await Ask(sql.Text, page)).StatusCode);
    }

    [Theory]
    [InlineData("q=SELEC%201", 400)]
    [InlineData("q=SELECT%20*%20FROM%20read_text('/etc/passwd')", 400)]
    [InlineData("", 400)]
    [InlineData("q=SELECT%201&format=xml", 400)]
    public async Task Errors_are_problem_json(string query, int status)
    {
        var token = await Tokens.CreateAsync("analyst", "x", [AccessTokens.SqlScope], 1);
        await Problem(await Ask(token.Text, "/api/v1/sql?" + query), (HttpStatusCode)status);
    }

    [Fact]
    public async Task Parquet_keeps_types_and_values()
    {
        var token = await Tokens.CreateAsync("analyst", "x", [AccessTokens.SqlScope], 1);
        using var answer = await Ask(token.Text, "/api/v1/sql?format=parquet&q="
            + Uri.EscapeDataString("SELECT 7 AS n, 1.5 AS r, '文' AS t, DATE '2026-11-16' AS d, true AS b, NULL::INT AS e, 8 AS N"));
        Assert.Equal("false", answer.Headers.GetValues("X-QI-Truncated").Single());
        using var folder = new QualityInsight.Testing.TempFolder();
        await File.WriteAllBytesAsync(folder.File("x.parquet"), await answer.Content.ReadAsByteArrayAsync());
        using var duck = new DuckDB.NET.Data.DuckDBConnection("Data Source=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT *, typeof(n) || typeof(r) || typeof(d) || typeof(b) FROM '{folder.File("x.parquet")}'";
        using var read = command.ExecuteReader();
        Assert.True(read.Read());
        Assert.Equal(["n", "r", "t", "d", "b", "e", "N_2"], Enumerable.Range(0, 7).Select(read.GetName));
        Assert.Equal((7L, "文", 8L, "BIGINTDOUBLEDATEBOOLEAN"), (read.GetInt64(0), read.GetString(2), read.GetInt64(6), read.GetString(7)));
        Assert.True(read.IsDBNull(5));
    }

    [Fact]
    public async Task A_long_query_says_how_long_it_runs_and_is_stopped_by_its_owner_only()
    {
        using var client = await fixture.Host.SignedInAsync("analyst");
        using var started = await client.PostAsync("/sql", "/sql", ("act", "run"), ("Query", "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range + b.range = 7"));
        var page = await DeskClient.DocumentAsync(started);
        var run = page.QuerySelector("#answer input[name=run]")!.GetAttribute("value")!;
        using var stopped = await client.PostAsync("/sql", "/sql", ("act", "stop"), ("run", run), ("Query", "x"));
        Assert.Equal($"/sql?run={run}", stopped.Headers.Location!.OriginalString);
        for (var i = 0; i < 50 && (page = await client.PageAsync($"/sql?run={run}")).QuerySelector("#answer .note") is null; i++)
            await Task.Delay(100);
        Assert.NotNull(page.QuerySelector("#answer .note"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/sql/result/{run}?format=csv")).StatusCode);
    }

    [Fact]
    public async Task An_answer_is_sorted_drawn_and_downloaded_without_running_again()
    {
        using var client = await fixture.Host.SignedInAsync("analyst");
        using var done = await client.PostAsync("/sql", "/sql", ("act", "run"), ("Query", "SELECT range AS n, 'r' || range AS t FROM range(300)"));
        var page = await DeskClient.DocumentAsync(done);
        var csv = page.QuerySelectorAll("#answer a[download]").First().GetAttribute("href")!;
        var run = csv.Split('/')[3].Split('?')[0];
        Assert.Equal("299", (await client.PageAsync($"/sql?run={run}&sort=0&dir=desc")).QuerySelector("#answer tbody td")!.TextContent);
        Assert.Equal(100, (await client.PageAsync($"/sql?run={run}&page=2")).QuerySelectorAll("#answer table.data tbody tr").Length);
        Assert.NotNull((await client.PageAsync($"/sql?run={run}&chart=bar")).QuerySelector("figure.chart script.option"));
        Assert.Equal(301, (await (await client.GetAsync(csv)).Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_saved_query_keeps_every_version_and_belongs_to_its_owner()
    {
        using var client = await fixture.Host.SignedInAsync("analyst");
        using var first = await client.PostAsync("/sql", "/sql", ("act", "save"), ("name", "等候"), ("Query", "SELECT 1"), ("shared", "1"));
        var id = first.Headers.Location!.OriginalString.Split('=')[1];
        using var second = await client.PostAsync("/sql", "/sql", ("act", "save"), ("id", id), ("name", "等候"), ("Query", "SELECT 2"), ("shared", "1"));
        var saved = fixture.Host.Services.GetRequiredService<SavedQueries>();
        Assert.Equal(["SELECT 2", "SELECT 1"], (await saved.VersionsAsync(id, "other")).Select(q => q.Sql));
        Assert.Null(await saved.SaveAsync(id, "other", "x", "SELECT 3", false));
        Assert.Equal("SELECT 1", (await client.PageAsync($"/sql?query={id}&version=1")).QuerySelector("textarea")!.TextContent);
    }

    private async Task<HttpResponseMessage> Ask(string token, string path)
    {
        using var client = fixture.Host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await client.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }

    private static async Task Problem(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }
}
