using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace QualityInsight.Web.Tests.Desk;

/// <summary>A client that keeps cookies, follows nothing by itself, and sends forms with the token of the page they stand on.</summary>
public sealed class DeskClient : IDisposable
{
    private readonly HttpClient _http;

    public DeskClient(string url)
    {
        Cookies = new();
        _http = new(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = new(url) };
    }

    public CookieContainer Cookies { get; }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>A page as a document; anything but 200 fails.</summary>
    public async Task<IDocument> PageAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
        return await DocumentAsync(answer);
    }

    public static async Task<IDocument> DocumentAsync(HttpResponseMessage answer) =>
        await BrowsingContext.New(Configuration.Default).OpenAsync(async r => r.Content(await answer.Content.ReadAsStringAsync()));

    /// <summary>Sends a form of a page with the token that stands in that very form.</summary>
    public async Task<HttpResponseMessage> PostAsync(string tokenFrom, string path, params (string Name, string Value)[] values)
    {
        var page = await PageAsync(tokenFrom);
        var token = page.QuerySelector($"form[action='{path}'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await PostRawAsync(path, [.. values, ("__RequestVerificationToken", token)]);
    }

    /// <summary>Sends a form as it is given, without a token.</summary>
    public Task<HttpResponseMessage> PostRawAsync(string path, params (string Name, string Value)[] values) =>
        _http.PostAsync(path, new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));

    /// <summary>Sends files with the token that stands in the form of a page.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string tokenFrom, string path, params (string FileName, byte[] Content)[] files)
    {
        var page = await PageAsync(tokenFrom);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector($"form[action='{path}'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), "files", name);
        return await _http.PostAsync(path, form);
    }

    public async Task LogInAsync(string user, string password = DeskHost.Password)
    {
        using var answer = await PostAsync("/login", "/login", ("login", user), ("password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public void Dispose() => _http.Dispose();
}
