namespace QualityInsight.Web;

/// <summary>What a deployment sets about the desk.</summary>
public sealed record WebOptions
{
    /// <summary>The data folder; the latest snapshot in it is read. It may have none yet.</summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// Folder of the keys that protect cookies and form tokens. Null keeps them in memory: everybody logs in again
    /// after a restart.
    /// </summary>
    public string? KeyFolder { get; init; }

    /// <summary>How long a session lasts without use.</summary>
    public TimeSpan SessionLength { get; init; } = TimeSpan.FromHours(10);

    /// <summary>Seconds a query of the SQL desk may take.</summary>
    public int SqlSeconds { get; init; } = 20;

    /// <summary>Rows a query of the SQL desk may return.</summary>
    public int SqlRows { get; init; } = 10_000;
}
