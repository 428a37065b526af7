using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

/// <summary>The citizen's page over HTTP: it takes one answer, tells nobody else anything, and its token stands nowhere.</summary>
public sealed class CitizenTests : IAsyncLifetime
{
    private readonly KeptLog _log = new();
    private DeskHost _desk = null!;

    public async Task InitializeAsync() => _desk = await DeskHost.StartAsync(log: _log);

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_citizen_answers_once_without_logging_in_and_words_are_masked()
    {
        var no = await FedBack.OneAsync(_desk, FedBack.Reply + "联系人王小明，电话13812345678。");
        var token = await FedBack.TokenAsync(_desk, no);
        using var citizen = _desk.Client();
        for (var i = 0; i < 3; i++) // scanners of mail look, too
        {
            var page = await citizen.PageAsync($"/r/{token}");
            Assert.Contains("已增开两个窗口", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("13812345678", page.Body.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(no, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("script, img, iframe"));
            Assert.All(page.QuerySelectorAll("a[href], form[action], link[href]"), e => Assert.DoesNotContain("//", e.GetAttribute("href") ?? e.GetAttribute("action")!, StringComparison.Ordinal));
        }
        using (var incomplete = await citizen.PostRawAsync("/r", ("token", token), ("text", "写了一半")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
            Assert.Equal("写了一半", (await DeskClient.DocumentAsync(incomplete)).QuerySelector("textarea")!.TextContent.Trim());
        }
        using (var answer = await citizen.PostRawAsync("/r?lang=en", ("token", token), ("satisfaction", "NOT_SATISFIED"), ("text", "还是没改，找张伟科长，电话13987654321")))
            Assert.Equal("/r/thanks?lang=en", answer.Headers.Location!.OriginalString);
        var thanks = await citizen.PageAsync("/r/thanks?lang=en");
        Assert.Contains("Thank you", thanks.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(citizen.Cookies.GetAllCookies());

        var clerk = (await _desk.Services.GetRequiredService<Accounts>().FindAsync("intake"))!;
        var rated = (RectificationRated)(await _desk.Services.GetRequiredService<ICaseDesk>().CaseAsync(no, clerk))!.Events.Single(e => e.Data is RectificationRated).Data;
        Assert.True(rated.ByLink);
        Assert.Contains("还是没改", rated.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13987654321", rated.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_token_opens_nothing_gets_the_same_answer_to_the_last_byte()
    {
        var no = await FedBack.OneAsync(_desk);
        var (used, expired) = (await FedBack.TokenAsync(_desk, no), await FedBack.TokenAsync(_desk, await FedBack.OneAsync(_desk)));
        using var citizen = _desk.Client();
        using (var answer = await citizen.PostRawAsync("/r", ("token", used), ("satisfaction", "SATISFIED")))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        _desk.Clock.Skipped += TimeSpan.FromDays(30);
        var forged = used[..^1] + (used[^1] == 'A' ? 'B' : 'A');
        string[] tokens = [used, expired, forged, new('A', 43), "x", "../cases", "%2e%2e%2fcases", "<script>", new('z', 3000)];
        var bodies = new HashSet<string>();
        foreach (var token in tokens)
        {
            using var looked = await citizen.GetAsync($"/r/{Uri.EscapeDataString(token)}");
            using var posted = await citizen.PostRawAsync("/r", ("token", token), ("satisfaction", "SATISFIED"));
            foreach (var answer in new[] { looked, posted })
            {
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                bodies.Add(await answer.Content.ReadAsStringAsync());
            }
        }
        using var bare = await citizen.GetAsync("/r");
        bodies.Add(await bare.Content.ReadAsStringAsync());
        var body = Assert.Single(bodies);
        Assert.DoesNotContain("社保", body, StringComparison.Ordinal);
        Assert.Contains("This link cannot be used", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_stands_in_no_log_no_referer_and_no_cache()
    {
        var token = await FedBack.TokenAsync(_desk, await FedBack.OneAsync(_desk));
        using var citizen = _desk.Client();
        using (var looked = await citizen.GetAsync($"/r/{token}"))
        {
            Assert.Equal("no-referrer", looked.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(looked.Headers.CacheControl!.NoStore);
            Assert.Contains("noindex", looked.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        }
        using (await citizen.GetAsync($"/r/{token}/more"))
        using (await citizen.PostRawAsync($"/r/{token}", ("token", token), ("satisfaction", "nonsense")))
        using (await citizen.PostRawAsync("/r", ("token", token), ("satisfaction", "SATISFIED")))
        using (await citizen.PostRawAsync("/r", ("token", token), ("satisfaction", "SATISFIED")))
            Assert.NotEmpty(_log.Lines);
        Assert.Contains(_log.Lines, l => l.Contains("/r", StringComparison.Ordinal)); // the log does hold what these requests were
        Assert.DoesNotContain(_log.Lines, l => l.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clerk_prints_a_slip_whose_link_works_and_the_unit_cannot()
    {
        var no = await FedBack.OneAsync(_desk);
        using var clerk = await _desk.SignedInAsync("intake");
        using var answer = await clerk.PostAsync($"/cases/{no}", $"/cases/{no}/slip");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await DeskClient.DocumentAsync(answer);
        Assert.NotNull(page.QuerySelector("svg.qr path"));
        var address = page.QuerySelector(".address")!.TextContent;
        using var citizen = _desk.Client();
        using (var looked = await citizen.GetAsync(new Uri(address).PathAndQuery))
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        using var handler = await _desk.SignedInAsync("handler");
        Assert.Null((await handler.PageAsync($"/cases/{no}")).QuerySelector($"form[action='/cases/{no}/slip']"));
        using var without = await clerk.PostRawAsync($"/cases/{no}/slip");
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    [Fact]
    public async Task One_address_cannot_ask_without_end()
    {
        await using var strict = await DeskHost.StartAsync(withFacts: false, citizenRequests: 5);
        using var somebody = strict.Client();
        for (var i = 0; i < 5; i++)
            using (var answer = await somebody.GetAsync($"/r/guess{i}"))
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var sixth = await somebody.GetAsync("/r/guess6");
        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.StatusCode);
        using var desk = await somebody.GetAsync("/login");
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
    }
}
