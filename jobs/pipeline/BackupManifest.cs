using System.Text.Json;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>What a backup holds, in <c>backup.json</c> beside it: whether its stores belong together can be said before any is put in place.</summary>
/// <param name="MadeUtc">When, UTC.</param>
/// <param name="Engine">SQLITE, POSTGRES, or NONE where there was no operations store yet.</param>
/// <param name="MirrorPosition">Up to which event the copy of the warehouse mirrors at most.</param>
/// <param name="Events">Events in the copy of the operations store.</param>
public sealed record BackupManifest(DateTime MadeUtc, string Engine, long MirrorPosition, long Events)
{
    /// <summary>The file.</summary>
    public const string FileName = "backup.json";

    /// <summary>True where the warehouse mirrors nothing that the operations store does not hold.</summary>
    public bool BelongsTogether => MirrorPosition <= Events;

    /// <summary>Writes it into a backup's folder.</summary>
    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this));

    /// <summary>Reads it, or null where the backup has none.</summary>
    public static BackupManifest? Read(string folder) => File.Exists(Path.Combine(folder, FileName))
        ? JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(Path.Combine(folder, FileName)))
        : null;
}
