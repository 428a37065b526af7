using System.Text;
using System.Text.RegularExpressions;

namespace QualityInsight.Reports.Tests;

/// <summary>A MIME message read back by rules of RFC 2045–2047, independent of what wrote it.</summary>
internal sealed class ParsedMail
{
    private ParsedMail(Dictionary<string, string> headers, byte[] body)
    {
        Headers = headers;
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        if (Regex.Match(type, "boundary=\"?([^\";]+)") is { Success: true } boundary)
            Parts = Split(Encoding.Latin1.GetString(body), boundary.Groups[1].Value);
        Content = headers.GetValueOrDefault("content-transfer-encoding", "7bit").ToLowerInvariant() == "base64" && Parts.Count == 0
            ? Convert.FromBase64String(Encoding.ASCII.GetString(body).Replace("\r\n", ""))
            : body;
    }

    public Dictionary<string, string> Headers { get; }

    public IReadOnlyList<ParsedMail> Parts { get; } = [];

    public byte[] Content { get; }

    public string MediaType => Headers.GetValueOrDefault("content-type", "").Split(';')[0].Trim();

    public string Text => Encoding.UTF8.GetString(Content);

    public IEnumerable<ParsedMail> All => [this, .. Parts.SelectMany(p => p.All)];

    public static ParsedMail Parse(byte[] message)
    {
        var raw = Encoding.Latin1.GetString(message);
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Regex.Replace(raw[..end], "\r\n[ \t]+", " ").Split("\r\n"))
            headers[line[..line.IndexOf(':')].ToLowerInvariant()] = Words(line[(line.IndexOf(':') + 1)..].Trim());
        return new(headers, Encoding.Latin1.GetBytes(raw[(end + 4)..]));
    }

    private static List<ParsedMail> Split(string body, string boundary) =>
        [.. body.Split("--" + boundary).Skip(1).TakeWhile(p => !p.StartsWith("--", StringComparison.Ordinal))
            .Select(p => Parse(Encoding.Latin1.GetBytes(p[2..].TrimEnd('\r', '\n'))))];

    private static string Words(string value) =>
        Regex.Replace(Regex.Replace(value, @"\?=\s+=\?", "?==?"), @"=\?utf-8\?B\?([^?]*)\?=", m => "\u0001" + m.Groups[1].Value + "\u0002", RegexOptions.IgnoreCase) is var marked && marked.Contains('\u0001')
            ? Regex.Replace(marked, "(\u0001[^\u0002]*\u0002)+", m => Encoding.UTF8.GetString([.. Regex.Matches(m.Value, "\u0001([^\u0002]*)\u0002").SelectMany(w => Convert.FromBase64String(w.Groups[1].Value))]))
            : value;
}
