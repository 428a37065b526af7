using System.Security.Cryptography;
using System.Text;
using QualityInsight.Analytics;

namespace QualityInsight.Reports.Weekly;

/// <summary>A short name for a set of metric definitions: two reports with the same stamp counted by the same rules.</summary>
public static class DefinitionsStamp
{
    /// <summary>The number of metrics and eight characters over id, version, exclusions and SQL of each: <c>104-1f3a9c20</c>.</summary>
    public static string Of(MetricCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var all = catalogue.All.OrderBy(m => m.Id, StringComparer.Ordinal).ToArray();
        var text = string.Join('\n', all.Select(m => string.Join('|', m.Id, m.Version, m.Aggregate, m.Scale, m.Model, m.Rows, m.ExclusionsZh)));
        return $"{all.Length}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}";
    }
}
