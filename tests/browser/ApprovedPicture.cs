using System.Text.Json;
using QualityInsight.Testing;

namespace QualityInsight.Browser.Tests;

/// <summary>
/// Compares a page with its approved picture in <c>docs/manual/pictures</c>. Both are drawn small and in grey, so that the edge of a
/// letter does not count, but a block that is missing, moved or doubled does. <c>QI_APPROVE=1</c> keeps the page as it is now.
/// </summary>
internal static class ApprovedPicture
{
    /// <summary>Share of a block's drawn points that may differ.</summary>
    private const double MostChanged = 0.5;

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "manual", "pictures");

    /// <summary>What is different from the approved picture; null where nothing is.</summary>
    public static async Task<string?> DifferenceAsync(DeskTab tab, BrowserDesk browser, string name)
    {
        var file = Path.Combine(Folder, name + ".png");
        var now = await tab.Page.ScreenshotAsync(new() { FullPage = true, Animations = Microsoft.Playwright.ScreenshotAnimations.Disabled, Caret = Microsoft.Playwright.ScreenshotCaret.Hide });
        if (Environment.GetEnvironmentVariable("QI_APPROVE") == "1")
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllBytesAsync(file, now);
            return null;
        }
        if (!File.Exists(file))
            return $"{name}: there is no approved picture; look at the page and run with QI_APPROVE=1";
        var said = await CompareAsync(browser, await File.ReadAllBytesAsync(file), now);
        if (said is null)
            return null;
        var received = Path.Combine(Path.GetTempPath(), $"qi-{name}.received.png");
        await File.WriteAllBytesAsync(received, now);
        return $"{name}: {said}; received: {received}";
    }

    /// <summary>What is different between two pictures; null where nothing is.</summary>
    public static async Task<string?> CompareAsync(BrowserDesk browser, byte[] approved, byte[] now)
    {
        await using var blank = await browser.NewTabAsync();
        var json = await blank.Page.EvaluateAsync<JsonElement>(
            """
            async pictures => {
              const [a, b] = await Promise.all(pictures.map(async p => await createImageBitmap(new Blob([Uint8Array.from(atob(p), c => c.charCodeAt(0))], { type: "image/png" }))));
              const width = 240, height = Math.round(a.height * width / a.width);
              const [x, y] = [a, b].map(image => {
                const canvas = new OffscreenCanvas(width, height), pen = canvas.getContext("2d");
                pen.imageSmoothingQuality = "high";
                pen.drawImage(image, 0, 0, width, image.height * width / image.width);
                return pen.getImageData(0, 0, width, height).data;
              });
              // Block by block, of the points with ink in either picture: how many are not the same.
              const grey = (d, i) => (d[i] + d[i + 1] + d[i + 2]) / 3;
              let worst = 0, where = 0;
              for (let top = 0; top < height; top += 16)
                for (let left = 0; left < width; left += 40) {
                  let ink = 0, changed = 0;
                  for (let row = top; row < Math.min(height, top + 16); row++)
                    for (let column = left; column < left + 40; column++) {
                      const i = (row * width + column) * 4, [p, q] = [grey(x, i), grey(y, i)];
                      if (Math.min(p, q) < 232) ink++;
                      if (Math.abs(p - q) > 16) changed++;
                    }
                  if (ink >= 24 && changed / ink > worst) [worst, where] = [changed / ink, top * a.width / width];
                }
              return { changed: worst, top: where, was: a.height, is: b.height, wide: a.width === b.width };
            }
            """, new[] { Convert.ToBase64String(approved), Convert.ToBase64String(now) });
        var (changed, was, @is) = (json.GetProperty("changed").GetDouble(), json.GetProperty("was").GetInt32(), json.GetProperty("is").GetInt32());
        if (!json.GetProperty("wide").GetBoolean())
            return "another width";
        if (Math.Abs(@is - was) > Math.Max(24, was / 50))
            return $"{@is} px high instead of {was}";
        return changed > MostChanged ? $"{changed:P0} of what is drawn about {json.GetProperty("top").GetDouble():N0} px from the top changed" : null;
    }
}
