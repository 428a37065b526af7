using System.Globalization;
using QualityInsight.Jobs.Cli;
using QualityInsight.Jobs.Host;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Demo;

/// <summary>The folder of a demo: made empty before each run, so that two runs give the same; a real one is never touched.</summary>
internal static class DemoFolder
{
    /// <summary>Empties an earlier demo's folder, or refuses one that holds anything else.</summary>
    public static void Prepare(Deployment deployment, DateTimeOffset story)
    {
        if (DataWarehouse.CurrentOwner(deployment.Root) is { } owner)
            throw new RefusedException(string.Create(CultureInfo.InvariantCulture,
                $"{deployment.Root} is in use by process {owner.ProcessId} ({owner.Program}) since {owner.Since:HH:mm}; stop it, or name another folder with --out"));
        if (Directory.Exists(deployment.Root) && Directory.EnumerateFileSystemEntries(deployment.Root).Any())
        {
            if (DemoClock.Story(deployment) is null)
                throw new RefusedException($"{deployment.Root} holds data that no demo wrote; name an empty folder with --out");
            Directory.Delete(deployment.Root, recursive: true);
        }
        Directory.CreateDirectory(deployment.Root);
        File.WriteAllText(Path.Combine(deployment.Root, DemoClock.FileName),
            $$"""{ "now": "{{story.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)}}", "made_up": true }""" + "\n");
    }
}
