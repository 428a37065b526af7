namespace QualityInsight.Ingest;

/// <summary>What happens to a row whose times are in an impossible order.</summary>
public enum CheckAction
{
    /// <summary>The row is refused.</summary>
    Quarantine,

    /// <summary>The later-named field becomes empty and is counted.</summary>
    Empty,

    /// <summary>The row stays as it is.</summary>
    Keep,
}

/// <summary>
/// An order two times of an entity must keep. <c>closed_before_applied</c> is broken when <see cref="Later"/>
/// (closed_at) lies before <see cref="Earlier"/> (applied_at) by more than the tolerance.
/// A check with no <see cref="Earlier"/> says a duration must not be negative.
/// </summary>
internal sealed record OrderCheck(string Name, string Later, string? Earlier);

/// <summary>What a profile says about one check.</summary>
/// <param name="Action">What to do.</param>
/// <param name="ToleranceSeconds">How far two clocks may differ, in seconds.</param>
public sealed record CheckRule(CheckAction Action, double ToleranceSeconds);
