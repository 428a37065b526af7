namespace QualityInsight.Feedback;

/// <summary>Where a bad review's case stands (差评处置状态). The code of a state is its name in upper snake case.</summary>
public enum CaseState
{
    /// <summary>已生成: one case for one bad review.</summary>
    Registered,
    /// <summary>预审: is it valid, whose is it, is it a duplicate?</summary>
    Screening,
    /// <summary>并案: linked to an open case; its own call and its own reply are still due.</summary>
    Merged,
    /// <summary>已转办: with the responsible unit, not yet signed for.</summary>
    Dispatched,
    /// <summary>回访中: the reviewer is being called.</summary>
    Callback,
    /// <summary>核实中: what happened is being established.</summary>
    Verifying,
    /// <summary>整改中: put right at once (立行立改) or by ledger and date (限期整改).</summary>
    Rectifying,
    /// <summary>解释说明: what was asked has no legal basis, or was not so; it is explained.</summary>
    Explaining,
    /// <summary>申诉待批: the handler appealed; the unit's leader has to endorse it.</summary>
    Appeal,
    /// <summary>申诉复核: with the independent reviewer.</summary>
    AppealReview,
    /// <summary>反馈审核: the reply is judged by somebody outside the handling unit.</summary>
    FeedbackReview,
    /// <summary>已反馈: the citizen has the reply and may rate what was done.</summary>
    FedBack,
    /// <summary>重新交办: the citizen is not satisfied; it starts again.</summary>
    Reopened,
    /// <summary>办结.</summary>
    Closed,
    /// <summary>归档: nothing moves it any more.</summary>
    Archived,
}

/// <summary>Names of enum members as stored, mirrored and written in policies: upper snake case.</summary>
public static class Codes
{
    /// <summary>The stored code of a value, for example <c>FEEDBACK_REVIEW</c>.</summary>
    public static string Code<T>(this T value) where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    /// <summary>The value a code stands for; null where it is none of <typeparamref name="T"/>.</summary>
    public static T? TryParse<T>(string? code) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (value.Code() == code)
                return value;
        return null;
    }

    /// <summary>The value a code stands for.</summary>
    /// <exception cref="FormatException">The code is not one of <typeparamref name="T"/>; the message lists those there are.</exception>
    public static T Parse<T>(string code) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (value.Code() == code)
                return value;
        throw new FormatException(
            $"'{code}' is not a {typeof(T).Name}; known: {string.Join(", ", Enum.GetValues<T>().Select(v => v.Code()))}.");
    }
}
