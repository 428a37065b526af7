namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>alert_event</c>: something that happened to an alert (告警) about one subject.</summary>
public sealed class AlertEventRow
{
    /// <summary>Id, in order of writing.</summary>
    public long Id { get; set; }
    /// <summary>Which alert.</summary>
    public required string Alert { get; set; }
    /// <summary>About what: a feed, a step, a unit; empty where a mute is for the whole alert.</summary>
    public required string Subject { get; set; }
    /// <summary>From 1, per alert and subject.</summary>
    public int Seq { get; set; }
    /// <summary>One of <see cref="AlertKind"/>.</summary>
    public required string Kind { get; set; }
    /// <summary>UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>What was seen, in Chinese.</summary>
    public required string TextZh { get; set; }
    /// <summary>What was seen, in English.</summary>
    public required string TextEn { get; set; }
    /// <summary>Who: an account, or the system.</summary>
    public required string ActorId { get; set; }
    /// <summary>Muted until, UTC.</summary>
    public DateTime? UntilUtc { get; set; }
    /// <summary>Why it was muted.</summary>
    public string? Reason { get; set; }
}

/// <summary>The kinds of alert events.</summary>
public static class AlertKind
{
    /// <summary>Seen for the first time.</summary>
    public const string Raised = "RAISED";
    /// <summary>Still there; told again.</summary>
    public const string Renotified = "RENOTIFIED";
    /// <summary>No longer there.</summary>
    public const string Recovered = "RECOVERED";
    /// <summary>Somebody does not want to be told until a time.</summary>
    public const string Muted = "MUTED";
    /// <summary>The mute was taken back.</summary>
    public const string Unmuted = "UNMUTED";
}

/// <summary>Table <c>access_token</c>: what a program of a person calls the API with; only its hash is kept.</summary>
public sealed class AccessTokenRow
{
    /// <summary>Id, to name it by; not part of its text.</summary>
    public required string TokenId { get; set; }
    /// <summary>Whose.</summary>
    public required string UserId { get; set; }
    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }
    /// <summary>SHA-256 of the token, hex. (It holds 256 random bits: no salt or slow hash is needed.)</summary>
    public required string Hash { get; set; }
    /// <summary>What it may do, separated by spaces.</summary>
    public required string Scopes { get; set; }
    /// <summary>UTC.</summary>
    public DateTime CreatedUtc { get; set; }
    /// <summary>UTC.</summary>
    public DateTime ExpiresUtc { get; set; }
    /// <summary>UTC.</summary>
    public DateTime? RevokedUtc { get; set; }
    /// <summary>By whom.</summary>
    public string? RevokedBy { get; set; }
    /// <summary>UTC, to the minute.</summary>
    public DateTime? LastUsedUtc { get; set; }
}

/// <summary>Table <c>saved_query</c>: a version of a query somebody keeps.</summary>
public sealed class SavedQueryRow
{
    /// <summary>Id of the query.</summary>
    public required string QueryId { get; set; }
    /// <summary>From 1.</summary>
    public int Version { get; set; }
    /// <summary>What it is called.</summary>
    public required string Name { get; set; }
    /// <summary>Its text.</summary>
    public required string Sql { get; set; }
    /// <summary>Colleagues who may query see it.</summary>
    public bool IsShared { get; set; }
    /// <summary>This version says that it is no longer kept.</summary>
    public bool IsRemoved { get; set; }
    /// <summary>Whose; only this account adds versions.</summary>
    public required string OwnerId { get; set; }
    /// <summary>UTC.</summary>
    public DateTime SavedUtc { get; set; }
}
