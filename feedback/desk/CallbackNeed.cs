namespace QualityInsight.Feedback;

/// <summary>What calling the reviewer back still needs in the present round (回访要求), after the policy's number of attempts and days.</summary>
/// <param name="Attempts">Calls made in this round.</param>
/// <param name="Days">On how many days.</param>
/// <param name="NeededAttempts">Failed calls after which calling may end.</param>
/// <param name="NeededDays">Different days they have to lie on.</param>
/// <param name="IsOver">The reviewer was reached, calling was given up by the policy, or there is nobody to call.</param>
/// <param name="Reached">The reviewer was reached.</param>
public sealed record CallbackNeed(int Attempts, int Days, int NeededAttempts, int NeededDays, bool IsOver, bool Reached)
{
    /// <summary>Failed calls still needed before calling may end.</summary>
    public int AttemptsLeft => IsOver ? 0 : Math.Max(0, NeededAttempts - Attempts);

    /// <summary>Further days on which a call is still needed.</summary>
    public int DaysLeft => IsOver ? 0 : Math.Max(0, NeededDays - Days);

    /// <summary>What a case needs under its policy.</summary>
    public static CallbackNeed Of(Case @case, Policy policy) => new(
        @case.Attempts.Count, @case.Attempts.Select(a => DateOnly.FromDateTime(a.CalledAt)).Distinct().Count(),
        policy.CallbackAttempts, policy.CallbackDays, @case.Reached || @case.CallbackExcused, @case.Reached);
}
