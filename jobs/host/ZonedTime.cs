namespace QualityInsight.Jobs.Host;

/// <summary>A clock whose local zone is the bureau's, whatever the machine's is.</summary>
public sealed class ZonedTime(TimeProvider inner, TimeZoneInfo zone) : TimeProvider
{
    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => zone;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();
}
