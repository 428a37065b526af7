using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QualityInsight.Ingest;

/// <summary>Reads the text of a profile; the format is described in <c>ingest/profiles/README.md</c>.</summary>
internal static class ProfileParser
{
    private static readonly string[] DefaultNulls = ["", "NULL", @"\N"];
    private static readonly Dictionary<string, FeedFormat> FormatNames = new() { ["csv"] = FeedFormat.Csv, ["jsonl"] = FeedFormat.Jsonl };

    private static readonly Dictionary<string, FeedEncoding> Encodings = new()
    {
        ["auto"] = FeedEncoding.Auto,
        ["utf-8"] = FeedEncoding.Utf8,
        ["gb18030"] = FeedEncoding.Gb18030,
    };

    internal static Profile Parse(string origin, string expectedName, string text)
    {
        var yaml = YamlReader.Parse(origin, text);
        var name = yaml.Required("profile", "the file's name without .yaml");
        if (name != expectedName)
            throw yaml.Error("profile", $"`{name}` is not the file's name; it must be `{expectedName}`");

        var formats = yaml.Has("date_formats")
            ? TimeFormats.Parse(yaml, "date_formats")
            : [new(TimeFormatKind.Iso), new(TimeFormatKind.Loose), new(TimeFormatKind.Compact)];
        var profile = new Profile
        {
            Name = name,
            Title = yaml.Required("title", "what the feed is, for people"),
            Source = yaml.Required("source", "the source stored with every fact"),
            Zone = Zone(yaml),
            Earliest = Earliest(yaml),
            Format = Format(yaml.Map("format")),
            NullValues = yaml.Has("null_values") ? yaml.Texts("null_values") : DefaultNulls,
            Columns = Columns(yaml.Map("columns")),
            Outputs = Outputs(yaml, formats),
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Origin = origin,
        };
        yaml.Done();
        return profile;
    }

    private static TimeZoneInfo Zone(YamlReader yaml)
    {
        var id = yaml.Text("zone") ?? "Asia/Shanghai";
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw yaml.Error("zone", $"`{id}` is not a time zone this machine knows; use an IANA name such as Asia/Shanghai (package tzdata)");
    }

    private static DateOnly Earliest(YamlReader yaml)
    {
        if (yaml.Text("earliest") is not { } text) return new DateOnly(2000, 1, 1);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw yaml.Error("earliest", $"`{text}` is not a date such as 2000-01-01");
    }

    private static FormatSpec Format(YamlReader? yaml)
    {
        if (yaml is null) return new FormatSpec();
        var format = new FormatSpec
        {
            Type = yaml.OneOf("type", FeedFormat.Csv, FormatNames),
            Encoding = yaml.OneOf("encoding", FeedEncoding.Auto, Encodings),
            Delimiter = Character(yaml, "delimiter", ','),
            Quote = Character(yaml, "quote", '"'),
            Header = yaml.Flag("header", true),
            Names = yaml.Texts("names"),
            MaxRowBytes = (int)yaml.Number("max_row_bytes", 1 << 20, 1 << 10, 1 << 28),
        };
        if (!format.Header && format.Names.Count == 0)
            throw yaml.Error("header", "`false` needs `names`: what the columns are called, in order");
        yaml.Done();
        return format;
    }

    private static char Character(YamlReader yaml, string key, char fallback) => yaml.Text(key) switch
    {
        null => fallback,
        "tab" or "\t" => '\t',
        { Length: 1 } text when char.IsAscii(text[0]) => text[0],
        var other => throw yaml.Error(key, $"`{other}` must be one ASCII character, or tab"),
    };

    private static Dictionary<string, IReadOnlyList<string>> Columns(YamlReader? yaml)
    {
        var columns = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (yaml is null) return columns;
        foreach (var name in yaml.Keys)
        {
            columns[name] = yaml.Texts(name);
            if (columns[name].Count == 0) throw yaml.Error(name, "needs at least one header name");
        }

        yaml.Done();
        return columns;
    }

    private static List<OutputSpec> Outputs(YamlReader yaml, IReadOnlyList<TimeFormat> formats)
    {
        var outputs = yaml.Maps("outputs").Select(o => OutputParser.Parse(o, formats)).ToList();
        if (outputs.Count == 0) throw yaml.Error("outputs", "lacks outputs: a list, each with an entity and its fields");
        return outputs;
    }
}
