using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace QualityInsight.Feedback;

/// <summary>A fault of a policy's text.</summary>
/// <param name="Line">Where, from 1; 0 where it concerns the whole text.</param>
/// <param name="Message">What is wrong.</param>
public sealed record PolicyFault(int Line, string Message);

/// <summary>What checking a text found: a policy, or its faults.</summary>
/// <param name="Policy">The policy; null where there are faults.</param>
/// <param name="Faults">The faults, by line.</param>
public sealed record PolicyCheck(Policy? Policy, IReadOnlyList<PolicyFault> Faults)
{
    /// <summary>Checks a text that somebody is writing.</summary>
    public static PolicyCheck Of(string yaml)
    {
        const string origin = "draft";
        try
        {
            return new(PolicyFile.Parse(yaml, origin), []);
        }
        catch (PolicyException e)
        {
            var lines = Lines(yaml);
            return new(null, [.. e.Message.Split('\n').Select(m => Fault(m.StartsWith(origin + ": ", StringComparison.Ordinal) ? m[(origin.Length + 2)..] : m, lines)).OrderBy(f => f.Line)]);
        }
    }

    private static PolicyFault Fault(string message, Dictionary<string, int> lines)
    {
        if (Regex.Match(message, @"^line (\d+): ") is { Success: true } at)
            return new(int.Parse(at.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), message[at.Length..]);
        // A key that is missing is shown where the part it belongs to begins.
        for (var key = message.Split(':')[0]; key.Length > 0; key = key[..Math.Max(key.LastIndexOf('.'), 0)])
            if (lines.TryGetValue(key, out var line))
                return new(line, message);
        return new(0, message);
    }

    private static Dictionary<string, int> Lines(string yaml)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count > 0)
                Walk(stream.Documents[0].RootNode, "", lines);
        }
        catch (YamlException)
        {
            // Not YAML: the fault names its line itself.
        }
        return lines;
    }

    private static void Walk(YamlNode node, string path, Dictionary<string, int> lines)
    {
        if (node is not YamlMappingNode map)
            return;
        foreach (var (key, value) in map.Children)
        {
            var name = path.Length == 0 ? $"{key}" : $"{path}.{key}";
            lines.TryAdd(name, (int)key.Start.Line);
            Walk(value, name, lines);
        }
    }
}
