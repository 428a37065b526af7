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

    /// <summary>Requests a minute that one address may make for citizens' pages.</summary>
    public int CitizenRequestsPerMinute { get; init; } = 120;

    /// <summary>The header in which a trusted proxy names the account it has signed on; null: nobody is believed.</summary>
    public string? SignOnHeader { get; init; }

    /// <summary>Addresses of the proxies that are believed; the header of any other connection is ignored.</summary>
    public IReadOnlyCollection<System.Net.IPAddress> SignOnProxies { get; init; } = [];

    /// <summary>Rows a query of the SQL desk may return.</summary>
    public int SqlRows { get; init; } = 10_000;
}
