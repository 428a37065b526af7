using System.Net;
using System.Net.Sockets;

namespace QualityInsight.Jobs.Tests;

/// <summary>A folder that a server holds: what writes is refused with the holder's name, what reads goes on.</summary>
[Collection("command line")]
public sealed class ServeTests
{
    [Fact]
    public async Task While_a_server_holds_the_folder_reading_goes_on_and_writing_names_the_holder()
    {
        using var feed = new ReviewFeed();
        var file = feed.Write("good.csv", ReviewFeed.Header + "r1,1,2024-05-06 10:00:00,5,好\nr2,3,2024-05-06 11:00:00,1,等了一上午\n");
        (await feed.Ingest(file)).Ended(0);
        (await CommandLine.Qi("route", "--data", feed.Data)).Ended(0);
        (await CommandLine.Qi("publish", "--data", feed.Data)).Ended(0);
        var url = $"http://127.0.0.1:{FreePort()}";
        using var server = new QiProcess("serve", "--no-jobs", "--urls", url, "--data", feed.Data);
        Assert.Equal(HttpStatusCode.OK, await Health(url, server));

        foreach (var refused in new[] { await feed.Ingest(file), await CommandLine.Qi("publish", "--data", feed.Data), await CommandLine.Qi("route", "--data", feed.Data) })
        {
            Assert.Contains($"process {server.Id} ", refused.Ended(1).Err);
            Assert.Contains(url, refused.Err);
        }
        Assert.Equal(0.5, (double?)(await CommandLine.Qi("metric", "bad_review_rate", "--json", "--data", feed.Data)).Ended(0).Json["rows"]![0]!["value"]);
        Assert.Equal(2, await CommandLine.Number(feed.Data, "SELECT count(*) FROM review"));
        Assert.Equal(1, (int)(await CommandLine.Qi("cases", "list", "--json", "--data", feed.Data)).Ended(0).Json["total"]!);

        Assert.Equal(0, await server.Interrupt());
        (await feed.Ingest(file)).Ended(0);
    }

    private static async Task<HttpStatusCode> Health(string url, QiProcess server)
    {
        using var client = new HttpClient();
        for (var i = 0; i < 300 && !server.HasEnded; i++)
        {
            try { return (await client.GetAsync($"{url}/health")).StatusCode; }
            catch (HttpRequestException) { await Task.Delay(100); }
        }
        throw new InvalidOperationException($"The server does not answer: {server.Said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
