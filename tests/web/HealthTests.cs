using System.Net;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

[Collection(SharedDesk.Name)]
public sealed class HealthTests(DeskFixture fixture)
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/health/ready")]
    [InlineData("/health/live")]
    public async Task Anyone_may_ask_whether_it_is_well_and_learns_no_detail(string path)
    {
        using var answer = await Ask(path, proxied: true);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("operations", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_machine_itself_the_details_are_shown()
    {
        using var answer = await Ask("/health", proxied: false);
        Assert.Contains("operations store", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_prometheus_text_for_the_machine_and_administrators_only()
    {
        using var local = await Ask("/metrics", proxied: false);
        var text = await local.Content.ReadAsStringAsync();
        Assert.Contains("qi_cases{view=\"Open\"} ", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.Matches(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+=""[^""]*""\})? -?[0-9.E+-]+)$", line));
        using var proxied = await Ask("/metrics", proxied: true);
        Assert.Equal(HttpStatusCode.Forbidden, proxied.StatusCode);
    }

    private async Task<HttpResponseMessage> Ask(string path, bool proxied)
    {
        using var client = fixture.Host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (proxied)
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        return await client.SendAsync(request);
    }
}
