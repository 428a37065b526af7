using System.Globalization;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Copies both stores into the folder that <c>QI__Backup__Folder</c> names (best on another disk), by default <c>backups/</c> in the data folder.</summary>
public sealed class BackupStep(Workshop workshop, Schedules schedules) : IStep
{
    /// <inheritdoc />
    public string Name => StepNames.Backup;

    /// <inheritdoc />
    public Task<string> Run(CancellationToken cancellation)
    {
        var files = BackupSet.Create(workshop, workshop.Deployment.Backups, cancellation);
        var removed = BackupSet.RemoveBeyond(workshop.Deployment.Backups, schedules.Keep.Backups);
        var bytes = files.Sum(f => new FileInfo(f).Length);
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(Path.GetDirectoryName(files[0]))}: {bytes / 1_048_576.0:F1} MB; {removed} old backups removed"));
    }
}
