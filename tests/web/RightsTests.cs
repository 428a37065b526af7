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

    private static string Filled(string path) => path
        .Replace("{no}", "HC-20261115-00001", StringComparison.Ordinal).Replace("{id}", "wait_median", StringComparison.Ordinal)
        .Replace("{metric}", "wait_median", StringComparison.Ordinal).Replace("{batch:long}", "1", StringComparison.Ordinal)
        .Replace("{code:int:range(400,599)}", "404", StringComparison.Ordinal) + (path == "/api/v1/sql" ? "?q=SELECT%201" : "");
}

/// <summary>A location header, whether it is whole or relative.</summary>
internal static class Locations
{
    public static string PathAndQuery(this Uri location, int _ = 0) => location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
}
