using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace QualityInsight.Ingest;

/// <summary>
/// A YAML mapping read strictly: every key is asked for by name, and what nobody asked for is an error that
/// says file, line, key and what is allowed.
/// </summary>
internal sealed class YamlReader
{
    private readonly string _file;
    private readonly string _path;
    private readonly Dictionary<string, (YamlNode Node, long Line)> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    internal YamlReader(string file, string path, YamlNode node)
    {
        _file = file;
        _path = path;
        Line = node.Start.Line;
        if (node is not YamlMappingNode map)
            throw new ProfileException(file, node.Start.Line, path, $"must be a mapping (key: value), found {Describe(node)}");
        foreach (var (key, value) in map.Children)
            if (key is not YamlScalarNode { Value: { } name })
                throw new ProfileException(file, key.Start.Line, path, "a key must be plain text");
            else
                _entries.Add(name, (value, key.Start.Line));
    }

    internal long Line { get; }

    internal IEnumerable<string> Keys => _entries.Keys;

    internal static YamlReader Parse(string file, string text)
    {
        var stream = new YamlStream();
        try { stream.Load(new StringReader(text)); }
        catch (YamlException e)
        {
            throw new ProfileException(file, e.Start.Line, "", $"is not valid YAML: {e.InnerException?.Message ?? e.Message}");
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16 fails so at a bracket that is never closed.
            throw new ProfileException(file, 0, "", "is not valid YAML: a bracket is never closed");
        }

        return stream.Documents.Count == 1
            ? new YamlReader(file, "", stream.Documents[0].RootNode)
            : throw new ProfileException(file, 0, "", $"must hold one YAML document, found {stream.Documents.Count}");
    }

    internal ProfileException Error(string key, string problem) =>
        new(_file, _entries.TryGetValue(key, out var e) ? e.Line : Line, At(key), problem);

    internal bool Has(string key)
    {
        Ask(key);
        return _entries.ContainsKey(key);
    }

    /// <summary>The value's text; null where the key is absent. An explicit ~ or null is an error unless allowed.</summary>
    internal string? Text(string key, bool nullable = false)
    {
        if (Node(key) is not { } node) return null;
        if (node is not YamlScalarNode scalar) throw Error(key, $"must be one value, found {Describe(node)}");
        return IsNull(scalar) ? nullable ? null : throw Error(key, "has no value") : scalar.Value;
    }

    internal string Required(string key, string allowed) =>
        Text(key) ?? throw Error("", $"lacks `{key}` ({allowed})");

    internal T OneOf<T>(string key, T fallback, IReadOnlyDictionary<string, T> allowed)
    {
        if (Text(key) is not { } text) return fallback;
        return allowed.TryGetValue(text, out var value)
            ? value
            : throw Error(key, $"`{text}` is not allowed; one of: {string.Join(", ", allowed.Keys)}");
    }

    internal bool Flag(string key, bool fallback) => Text(key) switch
    {
        null => fallback,
        "true" => true,
        "false" => false,
        var other => throw Error(key, $"`{other}` is not allowed; one of: true, false"),
    };

    internal double Number(string key, double fallback, double least, double most)
    {
        if (Text(key) is not { } text) return fallback;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most
            ? n
            : throw Error(key, $"`{text}` is not a number from {least} to {most}");
    }

    /// <summary>A list of texts; a single value stands for a list of one. Empty where the key is absent.</summary>
    internal IReadOnlyList<string> Texts(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlScalarNode scalar:
                return [IsNull(scalar) ? throw Error(key, "has no value") : scalar.Value!];
            case YamlSequenceNode list when list.Children.All(n => n is YamlScalarNode):
                return [.. list.Children.Select(n => ((YamlScalarNode)n).Value ?? "")];
            default:
                throw Error(key, "must be a value or a list of values");
        }
    }

    internal YamlReader? Map(string key) => Node(key) is { } node ? new YamlReader(_file, At(key), node) : null;

    /// <summary>A value that may be short (text or list of texts) or a mapping.</summary>
    internal bool IsShort(string key) => Node(key) is YamlScalarNode or YamlSequenceNode;

    internal IReadOnlyList<YamlReader> Maps(string key)
    {
        if (Node(key) is not { } node) return [];
        if (node is not YamlSequenceNode list) throw Error(key, $"must be a list (each item begins with -), found {Describe(node)}");
        return [.. list.Children.Select((n, i) => new YamlReader(_file, $"{At(key)}[{i}]", n))];
    }

    /// <summary>Ends the reading: a key nobody asked for is an error.</summary>
    internal void Done()
    {
        foreach (var key in _entries.Keys)
            if (!_asked.Contains(key))
                throw Error(key, $"unknown key; allowed here: {string.Join(", ", _asked)}");
    }

    private YamlNode? Node(string key)
    {
        Ask(key);
        return _entries.TryGetValue(key, out var e) ? e.Node : null;
    }

    private void Ask(string key)
    {
        if (!_asked.Contains(key)) _asked.Add(key);
    }

    private string At(string key) => (_path.Length, key.Length) switch
    {
        (0, _) => key,
        (_, 0) => _path,
        _ => $"{_path}.{key}",
    };

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null";

    private static string Describe(YamlNode node) => node switch
    {
        YamlScalarNode s => $"`{s.Value}`",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };
}
