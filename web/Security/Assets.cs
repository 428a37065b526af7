using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace QualityInsight.Web.Security;

/// <summary>The style sheets and scripts inside this assembly, and the addresses they are served under.</summary>
internal static class Assets
{
    public const string Path = "/assets";

    public static IFileProvider Files { get; } =
        new EmbeddedFileProvider(typeof(Assets).Assembly, "QualityInsight.Web.wwwroot");

    private static readonly FrozenDictionary<string, string> Versions =
        new[] { "lib/tabler.min.css", "lib/echarts.min.js", "lib/htmx.min.js", "desk.css", "citizen.css", "desk.js", "charts.js", "sql.js", "queue.js", "queue.css" }
            .ToFrozenDictionary(name => name, VersionOf);

    /// <summary>The address of an asset, with a version from its content so that it may be cached for ever.</summary>
    public static string Url(string name) => $"{Path}/{name}?v={Versions[name]}";

    private static string VersionOf(string name)
    {
        using var stream = Files.GetFileInfo(name).CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..12];
    }
}
