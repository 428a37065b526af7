using System.Diagnostics;

namespace QualityInsight.Reports.Rendering;

/// <summary>Whether this machine has a font with Chinese glyphs (CJK), and what to install where it has none.</summary>
/// <param name="HasChinese">True, false, or null where it cannot be told from outside (no fontconfig).</param>
/// <param name="Family">One family found; null where none.</param>
public sealed record FontCheck(bool? HasChinese, string? Family)
{
    /// <summary>The words that tell an operator what to do.</summary>
    public const string HowToInstall =
        "Install a Chinese font: Debian/Ubuntu \"apt-get install fonts-noto-cjk\", Fedora \"dnf install google-noto-sans-cjk-fonts\", Alpine \"apk add font-noto-cjk\".";

    /// <summary>
    /// Asks fontconfig (<c>fc-list :lang=zh</c>). Windows and macOS bring Chinese fonts of their own. The last word has
    /// <see cref="ChromiumChartRenderer.ChineseIsDrawn"/>, which looks at what is really drawn.
    /// </summary>
    public static async Task<FontCheck> Run(CancellationToken cancellation = default)
    {
        if (!OperatingSystem.IsLinux()) return new(true, null);
        try
        {
            using var list = Process.Start(new ProcessStartInfo("fc-list", [":lang=zh", "family"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = await list.StandardOutput.ReadToEndAsync(cancellation);
            await list.WaitForExitAsync(cancellation);
            var family = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal).FirstOrDefault();
            return new(family is not null, family);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new(null, null);
        }
    }
}
