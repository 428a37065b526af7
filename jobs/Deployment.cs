namespace QualityInsight.Jobs;

/// <summary>Where everything of one deployment lies. Nothing here protects personal data: the keys are elsewhere.</summary>
public sealed record Deployment(string Root)
{
    /// <summary>What others may open: the serving file and its snapshots.</summary>
    public string Serving => Path.Combine(Root, "serving");

    /// <summary>The stable name of the newest snapshot.</summary>
    public string ServingFile => Path.Combine(Serving, "quality.duckdb");

    /// <summary>Weekly reports, one folder a week.</summary>
    public string Reports => Path.Combine(Root, "reports");

    /// <summary>Mail in the pickup format, when no server is configured.</summary>
    public string Outbox => Path.Combine(Root, "outbox");

    /// <summary>Text models.</summary>
    public string Models => Path.Combine(Root, "models");

    /// <summary>The model of what went wrong with the service (P01–P13).</summary>
    public string ProblemModel => Path.Combine(Models, "problems.qim");

    /// <summary>The model of whether a text praises or complains.</summary>
    public string PolarityModel => Path.Combine(Models, "polarity.qim");

    /// <summary>Feeds dropped here, one folder a profile, are loaded by the scheduled ingest.</summary>
    public string Inbox => Path.Combine(Root, "inbox");

    /// <summary>Where scheduled backups go: <c>QI__Backup__Folder</c>, best on another disk; else in the data folder.</summary>
    public string Backups => Environment.GetEnvironmentVariable("QI__Backup__Folder") is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.Combine(Root, "backups");

    /// <summary>The operations store where no connection string names another.</summary>
    public string OperationsDatabase => Path.Combine(Root, "operations.db");

    /// <summary>Evidence files of cases, under the hash of their content; part of every backup, after the operations store.</summary>
    public string Evidence => Path.Combine(Root, "evidence");

    /// <summary>Where the keys lie that protect personal data: <c>QI__Keys__Folder</c>, or the account's own configuration
    /// folder. Never inside the data folder.</summary>
    public string Keys => Environment.GetEnvironmentVariable("QI__Keys__Folder") is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "quality-insight", "keys");

    /// <summary>True where somebody pointed the keys into the data folder.</summary>
    public bool KeysLieInside => (Keys + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
