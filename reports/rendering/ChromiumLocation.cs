namespace QualityInsight.Reports.Rendering;

/// <summary>Where Chromium is on this machine.</summary>
public static class ChromiumLocation
{
    private static readonly string[] Names =
        OperatingSystem.IsWindows() ? ["chrome.exe", "msedge.exe"] : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The words that tell an operator what to do.</summary>
    public const string HowToInstall =
        "Install Chromium: Debian/Ubuntu \"apt-get install chromium\"; elsewhere run \"playwright.ps1 install chromium\" beside the program; or name one in QI_CHROMIUM.";

    /// <summary>
    /// The executable named by the environment variable <c>QI_CHROMIUM</c>, else the first Chromium or Chrome on
    /// <c>PATH</c>; null where there is neither (Playwright's own download is tried after that).
    /// </summary>
    /// <exception cref="RenderingUnavailableException"><c>QI_CHROMIUM</c> names a file that is not there.</exception>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("QI_CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new RenderingUnavailableException($"QI_CHROMIUM names \"{named}\", which does not exist. {HowToInstall}");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(f => Names.Select(n => Path.Combine(f, n))).FirstOrDefault(File.Exists);
    }
}
