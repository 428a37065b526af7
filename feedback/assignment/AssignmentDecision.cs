namespace QualityInsight.Feedback;

/// <summary>How a unit's new cases find a handler (分派规则). The lowest order number whose conditions fit decides; what is not named fits everything.</summary>
/// <param name="Id">Id.</param>
/// <param name="OrgCode">The unit.</param>
/// <param name="Ordinal">Its place.</param>
/// <param name="Name">Its name, written into the event.</param>
/// <param name="ItemCode">Only cases of this item.</param>
/// <param name="HallCode">Only cases of this hall.</param>
/// <param name="UserIds">Among these accounts; null: every handler of the unit.</param>
/// <param name="AtMost">Nobody who has this many open cases already; null: no limit.</param>
public sealed record AssignmentRule(
    string Id, string OrgCode, int Ordinal, string Name, string? ItemCode, string? HallCode, IReadOnlyList<string>? UserIds, int? AtMost);

/// <summary>A handler of the unit as the rules see one.</summary>
/// <param name="UserId">Account.</param>
/// <param name="Name">As shown.</param>
/// <param name="StaffCode">Number the person is rated under, or null.</param>
/// <param name="OpenCases">Open cases the person has.</param>
/// <param name="IsAbsent">Away on the day.</param>
public sealed record Candidate(string UserId, string Name, string? StaffCode, int OpenCases, bool IsAbsent);

/// <summary>Why no rule gave a case to anybody (未自动分派原因).</summary>
public enum NobodyFits
{
    /// <summary>没有规则: the unit has no rules.</summary>
    NoRules,
    /// <summary>没有规则适用: none of them is about such a case.</summary>
    NoRuleFits,
    /// <summary>规则中没有承办人: nobody the rule names is a handler of the unit.</summary>
    NoHandler,
    /// <summary>只有被评价人: the only ones are the person the review is about.</summary>
    OnlyTheRated,
    /// <summary>都不在岗: all are away.</summary>
    AllAbsent,
    /// <summary>都已满额: all have as many open cases as the rule allows.</summary>
    AllFull,
}

/// <summary>What the rules say of a case.</summary>
/// <param name="Handler">Who gets it, or null.</param>
/// <param name="Rule">The rule that decided, or null where none is about such a case.</param>
/// <param name="Why">Why nobody gets it, or null.</param>
public sealed record AssignmentChoice(Candidate? Handler, AssignmentRule? Rule, NobodyFits? Why);

/// <summary>Chooses the handler of a new case; pure.</summary>
public static class AssignmentDecision
{
    /// <summary>
    /// The first rule that is about such a case decides: of those it allows, never the rated person and nobody who is away,
    /// the one with fewest open cases; among equals the account that comes first by name.
    /// </summary>
    /// <param name="itemCode">The case's item.</param>
    /// <param name="hallCode">The case's hall.</param>
    /// <param name="ratedStaffCode">Who is rated.</param>
    /// <param name="rules">The unit's rules in force.</param>
    /// <param name="handlers">The unit's handlers.</param>
    public static AssignmentChoice Choose(
        string? itemCode, string? hallCode, string? ratedStaffCode, IReadOnlyCollection<AssignmentRule> rules, IReadOnlyCollection<Candidate> handlers)
    {
        if (rules.Count == 0)
            return new(null, null, NobodyFits.NoRules);
        var rule = rules.OrderBy(r => r.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal)
            .FirstOrDefault(r => (r.ItemCode is null || r.ItemCode == itemCode) && (r.HallCode is null || r.HallCode == hallCode));
        if (rule is null)
            return new(null, null, NobodyFits.NoRuleFits);
        var left = handlers.Where(h => rule.UserIds?.Contains(h.UserId) ?? true).ToList();
        (Func<Candidate, bool> Fits, NobodyFits Else)[] conditions =
        [
            (_ => true, NobodyFits.NoHandler),
            (h => string.IsNullOrEmpty(h.StaffCode) || h.StaffCode != ratedStaffCode, NobodyFits.OnlyTheRated),
            (h => !h.IsAbsent, NobodyFits.AllAbsent),
            (h => rule.AtMost is null || h.OpenCases < rule.AtMost, NobodyFits.AllFull),
        ];
        foreach (var (fits, otherwise) in conditions)
        {
            left.RemoveAll(h => !fits(h));
            if (left.Count == 0)
                return new(null, rule, otherwise);
        }
        return new(left.OrderBy(h => h.OpenCases).ThenBy(h => h.UserId, StringComparer.Ordinal).First(), rule, null);
    }
}
