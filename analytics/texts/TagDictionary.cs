using System.Globalization;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Texts;

/// <summary>One review indicator (评价内容): version, code, star level, label, and the problems it is evidence of.</summary>
public sealed record ReviewTag(int Version, string Code, int Level, string Label, bool IsBase, bool IsActive, IReadOnlyList<string> Problems);

/// <summary>
/// The national list of review indicators (evalDetail), from <c>tags.yaml</c>, with their problems from
/// <c>problems.yaml</c>.
/// </summary>
public static class TagDictionary
{
    private sealed record File { public required string Dict { get; init; } public List<Version> Versions { get; init; } = []; }

    private sealed record Version
    {
        [YamlDotNet.Serialization.YamlMember(Alias = "version")] public int Number { get; init; }
        public bool Active { get; init; }
        public List<string> Base { get; init; } = [];
        public Dictionary<string, string> Labels { get; init; } = [];
    }

    private static readonly File Source = ProblemTaxonomy.Yaml<File>("tags.yaml");

    /// <summary>The name of the list, as <c>review_tag.dict</c> has it.</summary>
    public static string Dict => Source.Dict;

    /// <summary>All indicators of all versions.</summary>
    public static IReadOnlyList<ReviewTag> All { get; } = [.. Source.Versions.SelectMany(v => v.Labels.Select(l => new ReviewTag(
        v.Number, l.Key, l.Key[0] - '0', l.Value.Length > 0 ? l.Value : l.Key, v.Base.Contains(l.Key), v.Active,
        [.. ProblemTaxonomy.All.Where(p => p.Tags[$"v{v.Number.ToString(CultureInfo.InvariantCulture)}"].Contains(l.Key)).Select(p => p.Code)])))];

    /// <summary>Makes the warehouse's table <c>tag</c> say what this list says; returns its rows.</summary>
    public static int Fill(WarehouseSession session) => session.InTransaction(() =>
    {
        session.Execute(Sql.Load(typeof(TagDictionary), "clear_tags.sql"), new SqlArguments { ["dict"] = Dict });
        using var writer = session.Append("tag");
        foreach (var tag in All)
        {
            writer.Set("dict", Dict);
            writer.Set("version", tag.Version);
            writer.Set("code", tag.Code);
            writer.Set("level", tag.Level);
            writer.Set("label", tag.Label);
            writer.Set("is_base", tag.IsBase);
            writer.Set("is_active", tag.IsActive);
            writer.Set("problems", tag.Problems);
            writer.EndRow();
        }
        writer.Complete();
        return All.Count;
    });
}
