using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

[Collection(SharedDesk.Name)]
public sealed class RightsTests(DeskFixture fixture)
{
    private static readonly Role[] People =
    [
        Role.IntakeClerk, Role.Handler, Role.UnitLeader, Role.AppealReviewer, Role.Supervisor, Role.Manager, Role.Analyst, Role.Auditor,
        Role.Administrator,
    ];

    private IEnumerable<(string Path, Right Right)> Endpoints() =>
        fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.RoutePattern.RawText!.Contains("{**", StringComparison.Ordinal) && !e.RoutePattern.RawText!.Contains("{*path", StringComparison.Ordinal))
            .Select(e => ("/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<IStatedRight>()?.Right ?? (Right)(-1)))
            .Distinct();

    [Fact]
    public void Every_endpoint_states_who_may_call_it()
    {
        var all = fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.NotEmpty(all);
        Assert.Empty(all.Where(e => e.Metadata.GetMetadata<IStatedRight>() is null).Select(e => e.DisplayName));
    }

    [Fact]
    public async Task Every_role_reaches_exactly_the_endpoints_of_its_rights()
    {
        var wrong = new List<string>();
        foreach (var role in People)
        {
            using var client = await fixture.Host.SignedInAsync(DeskHost.UserOf(role));
            foreach (var (path, right) in Endpoints())
            {
                using var answer = await client.GetAsync(Filled(path));
                var reached = answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized);
                if (reached != RightsTable.Holds([role], right))
                    wrong.Add($"{role} {path} ({right}): {(int)answer.StatusCode}");
                if ((int)answer.StatusCode >= 500 && answer.StatusCode != HttpStatusCode.ServiceUnavailable && !path.StartsWith("/problem", StringComparison.Ordinal))
                    wrong.Add($"{role} {path}: {(int)answer.StatusCode} {fixture.Host.Log.Faults.LastOrDefault()}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_reaches_only_what_is_open_to_anyone()
    {
        using var client = fixture.Host.Client();
        foreach (var (path, right) in Endpoints().Where(e => e.Right != Right.Anyone))
        {
            using var answer = await client.GetAsync(Filled(path));
            if (path.StartsWith("/api", StringComparison.Ordinal))
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            else
                Assert.StartsWith("/login", answer.Headers.Location!.PathAndQuery(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whatever_is_sent_without_a_right_or_without_the_forms_token_does_nothing()
    {
        var wrong = new List<string>();
        foreach (var role in People)
        {
            using var client = await fixture.Host.SignedInAsync(DeskHost.UserOf(role));
            foreach (var (path, right) in Endpoints().Where(e => !e.Path.StartsWith("/problem", StringComparison.Ordinal)))
            {
                using var answer = await client.PostRawAsync(Filled(path), ("act", "save"), ("command", "AddNote"), ("text", "x"));
                var held = RightsTable.Holds([role], right);
                HttpStatusCode[] allowed = held
                    ? [HttpStatusCode.BadRequest, HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound]
                    : [HttpStatusCode.Forbidden, HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound];
                if (!allowed.Contains(answer.StatusCode))
                    wrong.Add($"{role} POST {path} ({right}): {(int)answer.StatusCode}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task No_endpoint_shows_or_changes_a_case_outside_the_scope()
    {
        using var intake = await fixture.Host.SignedInAsync("intake");
        var outside = (await intake.PageAsync("/cases?org=GA")).QuerySelectorAll("a.case").Select(a => a.TextContent).ToArray();
        var inside = (await intake.PageAsync("/cases?org=RS")).QuerySelectorAll("a.case").Select(a => a.TextContent).First();
        var people = fixture.Host.Services.GetRequiredService<Accounts>();
        var store = fixture.Host.Services.GetRequiredService<QualityInsight.Feedback.Store.OperationsStore>();
        var wrong = new List<string>();
        foreach (var role in People)
        {
            var login = "scoped-" + role.ToString().ToLowerInvariant();
            await people.CreateWithHashAsync([new(login, login, [role], "RS", ["RS"])], Passwords.Hash(DeskHost.Password));
            using var client = await fixture.Host.SignedInAsync(login);
            var token = (await client.PageAsync("/notices")).QuerySelector("form[action='/language'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var before = await EventsOf(store, outside);
            foreach (var (path, right) in Endpoints().Where(e => RightsTable.Holds([role], e.Right) && !e.Path.StartsWith("/problem", StringComparison.Ordinal)))
            {
                var ofCase = path.Contains("{no}", StringComparison.Ordinal);
                using var seen = await client.GetAsync(Filled(path, outside[0]));
                var body = await seen.Content.ReadAsStringAsync();
                if (ofCase && seen.StatusCode != HttpStatusCode.NotFound && seen.Headers.Location?.PathAndQuery().Split('#', '?')[0] != $"/cases/{outside[0]}")
                    wrong.Add($"{login} GET {path}: {(int)seen.StatusCode}");
                if (!ofCase && outside.FirstOrDefault(no => body.Contains(no, StringComparison.Ordinal)) is { } shown)
                    wrong.Add($"{login} GET {path} shows {shown}");
                if (!ofCase)
                    continue;
                using var sent = await client.PostRawAsync(Filled(path, outside[0]), ("__RequestVerificationToken", token), ("command", "AddNote"), ("text", "x"), ("seq", "1"), ("purpose", "callback"));
                if ((int)sent.StatusCode is < 400 or >= 500)
                    wrong.Add($"{login} POST {path}: {(int)sent.StatusCode}");
            }
            if (RightsTable.Holds([role], Right.ReadCases))
            {
                using var own = await client.GetAsync("/cases/" + inside);
                Assert.Equal(HttpStatusCode.OK, own.StatusCode);
            }
            Assert.Equal(before, await EventsOf(store, outside));
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Every_file_that_leaves_is_in_the_audit()
    {
        var audit = fixture.Host.Services.GetRequiredService<AccessAudit>();
        var (silent, files) = (new List<string>(), 0);
        foreach (var role in People)
        {
            using var client = await fixture.Host.SignedInAsync(DeskHost.UserOf(role));
            foreach (var (path, right) in Endpoints().Where(e => RightsTable.Holds([role], e.Right)))
                foreach (var query in new[] { "?purpose=report", "?purpose=report&format=xlsx", "?purpose=report&download=csv&type=csv" })
                {
                    var before = (await audit.LastAsync(1)).FirstOrDefault()?.Seq ?? 0;
                    using var answer = await client.GetAsync(Filled(path).Split('?')[0] + query);
                    if (answer.Content.Headers.ContentDisposition is null)
                        continue;
                    files++;
                    if ((await audit.LastAsync(1)).FirstOrDefault()?.Seq is not { } after || after <= before)
                        silent.Add($"{role} {path}{query}");
                }
        }
        Assert.True(files >= 10, $"only {files} files");
        Assert.True(silent.Count == 0, string.Join("\n", silent));
        Assert.Null(await audit.FirstBrokenAsync());
    }

    [Fact]
    public void The_document_of_rights_says_what_the_route_table_says()
    {
        var file = Path.Combine(QualityInsight.Testing.Repository.Root, "docs", "rights.md");
        var lines = Endpoints().Where(e => !e.Path.StartsWith("/problem", StringComparison.Ordinal)).OrderBy(e => e.Path, StringComparer.Ordinal)
            .Select(e => $"| `{e.Path}` | {e.Right} | {string.Join(" | ", People.Select(r => RightsTable.Holds([r], e.Right) ? "●" : " "))} |");
        var text = string.Join('\n', [
            "# Who may call what", "",
            "Made from the route table and `web/Rights/RightsTable.cs`; a test compares it (`QI_WRITE_DOCS=1` writes it anew).",
            "Within a right, an account sees only the units of its scope; what it may do to a case, the loop decides by role, state and unit.", "",
            $"| Address | Right | {string.Join(" | ", People)} |", $"|---|---|{string.Concat(People.Select(_ => "---|"))}", .. lines, ""]);
        if (Environment.GetEnvironmentVariable("QI_WRITE_DOCS") == "1")
            File.WriteAllText(file, text);
        Assert.True(text == File.ReadAllText(file), "docs/rights.md is not what the route table says: run this test with QI_WRITE_DOCS=1 and commit the file.");
    }

    private static async Task<int> EventsOf(QualityInsight.Feedback.Store.OperationsStore store, string[] cases)
    {
        await using var db = store.Open();
        return db.Events.Count(e => cases.Contains(e.CaseNo));
    }

    [Fact]
    public async Task A_case_of_another_unit_is_not_there_for_a_handler()
    {
        using var intake = await fixture.Host.SignedInAsync("intake");
        var page = await intake.PageAsync("/cases?org=GA");
        var no = page.QuerySelector("a.case")!.TextContent;
        using var handler = await fixture.Host.SignedInAsync("handler");
        using var answer = await handler.GetAsync($"/cases/{no}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var own = await handler.PageAsync("/cases?view=All");
        Assert.DoesNotContain(no, own.Body!.TextContent, StringComparison.Ordinal);
    }

    internal static string Filled(string path, string no = "HC-20261115-00001") => path
        .Replace("{hash}", new('a', 64), StringComparison.Ordinal).Replace("{no}", no, StringComparison.Ordinal).Replace("{id}", "wait_median", StringComparison.Ordinal)
        .Replace("{metric}", "wait_median", StringComparison.Ordinal).Replace("{batch:long}", "1", StringComparison.Ordinal)
        .Replace("{run:long}", "1", StringComparison.Ordinal).Replace("{run}", "none", StringComparison.Ordinal)
        .Replace("{code:int:range(400,599)}", "404", StringComparison.Ordinal) + (path == "/api/v1/sql" ? "?q=SELECT%201" : "");
}

/// <summary>A location header, whether it is whole or relative.</summary>
internal static class Locations
{
    public static string PathAndQuery(this Uri location, int _ = 0) => location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
}
