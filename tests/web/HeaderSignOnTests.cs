using System.Net;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

public sealed class HeaderSignOnTests
{
    private const string Header = "X-Signed-On";

    [Fact]
    public async Task A_trusted_proxy_signs_people_on_for_the_request_and_unknown_doubled_or_empty_names_are_refused()
    {
        await using var host = await DeskHost.StartAsync(withFacts: false, options: o => o with { SignOnHeader = Header, SignOnProxies = [IPAddress.Loopback] });
        using var client = host.Client();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/accounts", "admin"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client, "/accounts", "handler"));
        Assert.DoesNotContain(client.Cookies.GetAllCookies(), c => c.Name == "qi-session");
        foreach (var names in new string[][] { ["nobody"], [""], ["admin", "handler"], ["admin,handler"] })
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/accounts", names));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, "/accounts"));
    }

    [Theory]
    [InlineData(Header, "192.0.2.7")]
    [InlineData(null, "127.0.0.1")]
    public async Task The_header_of_anybody_else_is_ignored(string? header, string proxy)
    {
        await using var host = await DeskHost.StartAsync(withFacts: false, options: o => o with { SignOnHeader = header, SignOnProxies = [IPAddress.Parse(proxy)] });
        using var client = host.Client();
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, "/accounts", "admin"));
        await client.LogInAsync("handler");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client, "/accounts", "admin"));
    }

    private static async Task<HttpStatusCode> StatusAsync(DeskClient client, string path, params string[] names)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (names.Length > 0)
            request.Headers.TryAddWithoutValidation(Header, names);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "127.0.0.1");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
