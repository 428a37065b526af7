using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using QualityInsight.Feedback;

namespace QualityInsight.Jobs.Bench;

/// <summary>A command the desk said it had carried out.</summary>
internal sealed record Acknowledged(string CaseNo, int Seq, string Command, string UserId);

/// <summary>
/// One person at the desk: opens a list, opens a case of it, does something with it, sees the case again, and goes back to a list,
/// on and on. Everything a browser would ask for is asked for through HTTP with its cookies and form tokens: the page after an
/// action, the sign of being on a case when its page opens and closes, the counters every 20 s. Between two clicks a person
/// waits for an exponentially distributed time.
/// </summary>
internal sealed partial class BenchHandler : IDisposable
{
    private static readonly string[] Words = ["态度", "两个小时", "材料", "护照", "慢", "收费", "3号窗口", "白跑一趟"];

    private static readonly TimeSpan Counters = TimeSpan.FromSeconds(20);

    private readonly Stopwatch _sinceCounters = Stopwatch.StartNew();
    private readonly HttpClient _http;
    private readonly BenchPerson _person;
    private readonly Random _random;
    private readonly Measure _measure;
    private readonly TimeSpan _think;

    public BenchHandler(string url, BenchPerson person, int seed, Measure measure, TimeSpan think)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), UseProxy = false }) { BaseAddress = new(url) };
        (_person, _random, _measure, _think) = (person, new(seed), measure, think);
    }

    /// <summary>What the desk said it had done.</summary>
    public List<Acknowledged> Done { get; } = [];

    public async Task LogInAsync(CancellationToken cancel)
    {
        var page = await _http.GetStringAsync("/login", cancel);
        using var answer = await PostAsync("/login", ("login", _person.UserId), ("password", BenchStore.Password), ("__RequestVerificationToken", Token(page)));
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{_person.UserId} could not log in: {(int)answer.StatusCode}.");
    }

    /// <summary>Works until stopped. A request under way is always waited for, so that every answer is known.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        await ThinkAsync();
        while (!stop.IsCancellationRequested)
        {
            var list = await GetAsync("list", ListAddress());
            await ThinkAsync();
            if (list is null || stop.IsCancellationRequested || CaseLink().Matches(list) is not { Count: > 0 } links)
                continue;
            var no = links[_random.Next(links.Count)].Groups[1].Value;
            var page = await GetAsync("case", "/cases/" + no);
            await BeatAsync(no, page, leaving: false);
            await ThinkAsync();
            if (page is not null && !stop.IsCancellationRequested && await ActAsync(no, page) is { } then)
            {
                await BeatAsync(no, page, leaving: true);
                page = await GetAsync("case", then);
                await BeatAsync(no, page, leaving: false);
            }
            await ThinkAsync();
            await BeatAsync(no, page, leaving: true);
            if (_sinceCounters.Elapsed > Counters)
            {
                _sinceCounters.Restart();
                await GetAsync("beside", "/cases/counts?view=Open");
            }
        }
    }

    /// <summary>Asks for one page.</summary>
    public async Task<string> PageAsync(string address)
    {
        using var answer = await _http.GetAsync(address);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Writes a note on a case by what its page holds; the version it now has.</summary>
    public async Task<int> NoteAsync(string no, string page, int seq)
    {
        using var answer = await PostAsync($"/cases/{no}/act",
            [("command", nameof(AddNote)), ("seq", seq.ToString(CultureInfo.InvariantCulture)), ("__RequestVerificationToken", Token(page)), ("text", "已与窗口核对")]);
        return answer.StatusCode == HttpStatusCode.Redirect ? seq + 1 : throw new InvalidOperationException($"The note on {no} was answered by {(int)answer.StatusCode}.");
    }

    /// <summary>The version of a case that its page shows.</summary>
    public static int VersionOf(string page) => int.Parse(Version().Match(page).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>The sign a browser gives when a case's page opens, and when it is left.</summary>
    public async Task BeatAsync(string no, string? page, bool leaving)
    {
        if (page is null)
            return;
        var from = Stopwatch.GetTimestamp();
        using var answer = await PostAsync($"/cases/{no}/presence", ("__RequestVerificationToken", Token(page)),
            ("seq", Version().Match(page).Groups[1].Value), ("writing", "false"), ("leaving", leaving ? "true" : "false"));
        _measure.Add("beside", from, answer.IsSuccessStatusCode);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private string ListAddress()
    {
        var address = "/cases?view=" + _person.Views[_random.Next(_person.Views.Count)];
        return address + _random.Next(10) switch
        {
            0 => "&q=" + Uri.EscapeDataString(Words[_random.Next(Words.Length)]),
            1 => "&level=1",
            2 => "&page=2",
            3 => "&sort=UpdatedAt&dir=desc",
            _ => "",
        };
    }

    /// <summary>Where the browser is sent after the action, or null where it was none.</summary>
    private async Task<string?> ActAsync(string no, string page)
    {
        var forms = CommandName().Matches(page).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        if (forms.Count == 0)
            return null;
        var (command, fields) = Choose(forms);
        var seq = VersionOf(page);
        var from = Stopwatch.GetTimestamp();
        using var answer = await PostAsync($"/cases/{no}/act",
            [("command", command), ("seq", seq.ToString(CultureInfo.InvariantCulture)), ("__RequestVerificationToken", Token(page)), .. fields]);
        if (answer.StatusCode == HttpStatusCode.Redirect)
            Done.Add(new(no, seq, command, _person.UserId));
        // 409: somebody else was first, or the loop refused; the desk answered as it should.
        _measure.Add(answer.StatusCode == HttpStatusCode.Conflict ? "refused" : "action", from, answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Conflict);
        return answer.StatusCode == HttpStatusCode.Redirect ? answer.Headers.Location?.OriginalString : null;
    }

    private (string, (string, string)[]) Choose(HashSet<string> forms)
    {
        if (forms.Contains(nameof(AcceptCase)) && _random.Next(2) == 0)
            return (nameof(AcceptCase), []);
        return (nameof(AddNote), [("text", $"已与窗口核对，{_random.Next(1_000_000)}")]);
    }

    private async Task<string?> GetAsync(string kind, string address)
    {
        var from = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        _measure.Add(kind, from, answer.StatusCode == HttpStatusCode.OK);
        return answer.StatusCode == HttpStatusCode.OK ? text : null;
    }

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] values) =>
        _http.PostAsync(path, new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));

    private Task ThinkAsync() =>
        _think == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(_think * Math.Min(8, -Math.Log(1 - _random.NextDouble())));

    private static string Token(string page) => WebUtility.HtmlDecode(TokenValue().Match(page).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenValue();

    [GeneratedRegex("href=\"/cases/(HC-[0-9-]+)\"")]
    private static partial Regex CaseLink();

    [GeneratedRegex("name=\"command\" value=\"([A-Za-z]+)\"")]
    private static partial Regex CommandName();

    [GeneratedRegex("name=\"seq\" value=\"([0-9]+)\"")]
    private static partial Regex Version();
}
