using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace QualityInsight.Feedback;

/// <summary>A policy file that cannot be used; the message lists every fault, one a line.</summary>
public sealed class PolicyException(string message) : Exception(message);

/// <summary>Reads and checks policy files (YAML).</summary>
public static class PolicyFile
{
    private const string Prefix = "QualityInsight.Feedback.policies.";
    private static readonly Lazy<IReadOnlyList<Policy>> All = new(() => [.. Names().Select(ReadShipped)]);
    private static readonly Lazy<IReadOnlyList<Policy>> Reviews = new(() => [.. All.Value.Where(p => p.Kinds.Contains(CaseKind.BadReview))]);

    /// <summary>For bad reviews: the default and the presets of real places, as shipped; the default first.</summary>
    public static IReadOnlyList<Policy> Shipped => Reviews.Value;

    /// <summary>Everything shipped, for every kind.</summary>
    public static IReadOnlyList<Policy> AllShipped => All.Value;

    /// <summary>For a kind: what is shipped, what new stores begin with first.</summary>
    public static IReadOnlyList<Policy> ShippedFor(CaseKind kind) => [.. All.Value.Where(p => p.Kinds.Contains(kind))];

    /// <summary>A shipped policy by id.</summary>
    /// <exception cref="PolicyException">There is none of that id; the message lists those there are.</exception>
    public static Policy Preset(string id) => All.Value.FirstOrDefault(p => p.Id == id)
        ?? throw new PolicyException($"No policy '{id}' is shipped; there are {string.Join(", ", All.Value.Select(p => p.Id))}.");

    /// <summary>Reads a policy from YAML text.</summary>
    /// <param name="yaml">The text; unknown keys are faults.</param>
    /// <param name="origin">What to call it in messages.</param>
    /// <exception cref="PolicyException">It is not YAML, a key is missing or unknown, or a value makes no sense.</exception>
    public static Policy Parse(string yaml, string origin)
    {
        var text = yaml.ReplaceLineEndings("\n");
        PolicyDocument document;
        try
        {
            document = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build()
                .Deserialize<PolicyDocument>(text) ?? throw new PolicyException($"{origin}: the file is empty.");
        }
        catch (YamlException e)
        {
            throw new PolicyException($"{origin}: line {e.Start.Line.ToString(CultureInfo.InvariantCulture)}: {e.InnerException?.Message ?? e.Message}");
        }
        return new PolicyReader(origin, document).Read(text, HashOf(text));
    }

    /// <summary>The version of a policy's text.</summary>
    public static string HashOf(string yaml) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml.ReplaceLineEndings("\n"))));

    private static IEnumerable<string> Names() =>
        typeof(PolicyFile).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .OrderBy(n => n == Prefix + "default.yaml" ? 0 : 1).ThenBy(n => n, StringComparer.Ordinal);

    private static Policy ReadShipped(string resource)
    {
        using var reader = new StreamReader(typeof(PolicyFile).Assembly.GetManifestResourceStream(resource)!);
        return Parse(reader.ReadToEnd(), resource[Prefix.Length..]);
    }
}
