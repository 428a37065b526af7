namespace QualityInsight.Web.Tests.Desk;

/// <summary>A clock that began at a chosen moment and runs as the machine's does, so that a test's days are always the same.</summary>
public sealed class OffsetClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    /// <summary>Further time that a test let pass.</summary>
    public TimeSpan Skipped { get; set; }

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began) + Skipped;
}
