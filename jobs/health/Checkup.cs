using System.Globalization;
using QualityInsight.Reports.Rendering;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Health;

/// <summary>Looks at the machine and at a data folder; changes nothing and opens no warehouse.</summary>
public static class Checkup
{
    /// <summary>Everything that was looked at, in a fixed order.</summary>
    public static async Task<IReadOnlyList<Finding>> Run(Deployment deployment, CancellationToken cancellation) =>
    [
        new("program", CheckState.Good, $".NET {Environment.Version}, {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}"),
        DuckDb(),
        Chromium(),
        await Font(cancellation),
        Folder(deployment),
        Disk(deployment),
        Owner(deployment),
        await ServerCheck.Run(deployment, cancellation),
        Serving(deployment),
        Keys(deployment),
    ];

    private static Finding DuckDb()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so");
        return File.Exists(beside)
            ? new("DuckDB", CheckState.Good, $"library beside the program ({new FileInfo(beside).Length / 1_048_576} MB)")
            : new("DuckDB", CheckState.Broken, $"{Path.GetFileName(beside)} is not beside the program",
                "run `npm ci --ignore-scripts` and build again, or build with -p:DuckDbNativeLibrary=/path");
    }

    private static Finding Chromium() => ChromiumLocation.Find() is { } path
        ? new("browser", CheckState.Good, path)
        : new("browser", CheckState.Narrow, "no Chromium: reports have no PDF and no pictures", "apt-get install chromium, or set QI_CHROMIUM to a Chromium or Chrome");

    private static async Task<Finding> Font(CancellationToken cancellation)
    {
        var font = await FontCheck.Run(cancellation);
        return font.HasChinese == true
            ? new("Chinese font", CheckState.Good, font.Family ?? "present")
            : new("Chinese font", CheckState.Narrow, "none found: Chinese may print as boxes", "apt-get install fonts-noto-cjk");
    }

    private static Finding Folder(Deployment deployment)
    {
        if (!Directory.Exists(deployment.Root))
            return new("data folder", CheckState.Good, $"{deployment.Root} does not exist yet; the first command that writes makes it");
        try
        {
            var probe = Path.Combine(deployment.Root, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("data folder", CheckState.Good, deployment.Root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("data folder", CheckState.Broken, $"{deployment.Root} cannot be written: {e.Message}", "give this account write permission, or name another with --data");
        }
    }

    private static Finding Disk(Deployment deployment)
    {
        var at = Directory.Exists(deployment.Root) ? deployment.Root : Directory.GetCurrentDirectory();
        var free = new DriveInfo(Path.GetFullPath(at)).AvailableFreeSpace / 1_073_741_824.0;
        var saw = string.Create(CultureInfo.InvariantCulture, $"{free:F1} GB free");
        return free >= 2
            ? new("disk", CheckState.Good, saw)
            : new("disk", CheckState.Narrow, saw, "a publish writes the serving file beside the old one: keep twice its size free");
    }

    private static Finding Owner(Deployment deployment) => DataWarehouse.CurrentOwner(deployment.Root) is { } owner
        ? new("warehouse", CheckState.Good, string.Create(CultureInfo.InvariantCulture,
            $"open in process {owner.ProcessId} on {owner.Host} since {owner.Since:yyyy-MM-dd HH:mm:ss} UTC ({owner.Program})"))
        : new("warehouse", CheckState.Good, "not open in any process");

    private static Finding Serving(Deployment deployment)
    {
        if (!File.Exists(deployment.ServingFile))
            return new("serving file", CheckState.Narrow, "none yet", "load something and run qi publish, or try qi demo");
        var target = File.ResolveLinkTarget(deployment.ServingFile, returnFinalTarget: true)?.FullName ?? deployment.ServingFile;
        return new("serving file", CheckState.Good, string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(target)}, {new FileInfo(target).Length / 1_048_576.0:F1} MB"));
    }

    private static Finding Keys(Deployment deployment) => deployment.KeysLieInside
        ? new("keys", CheckState.Broken, $"{deployment.Keys} lies inside the data folder", "set QI__Keys__Folder to a folder that backups of the data do not take along")
        : new("keys", CheckState.Good, Directory.Exists(deployment.Keys) ? deployment.Keys : $"{deployment.Keys} (made at first use)");
}
