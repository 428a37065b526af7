namespace QualityInsight.Feedback;

/// <summary>Adds cases up to a report. Pure.</summary>
internal sealed class WhatIfTally
{
    private readonly Dictionary<(string? Org, DeadlineStep Step), (string? Name, int Before, int LateBefore, int After, int LateAfter)> _lines = [];
    private readonly Dictionary<string, int> _leftOut = [];
    private readonly Dictionary<PolicyClash, int> _clashes = [];
    private readonly List<WhatIfCase> _different = [];
    private readonly List<(int Before, int After)> _sums = [.. Enumerable.Repeat((0, 0), 6)];
    private readonly Dictionary<string, BeforeAfter> _branches = new(StringComparer.Ordinal);
    private int _cases;

    internal void Add(string caseNo, string? org, string? name, DateTime openedAt, CaseOutcome before, CaseOutcome after)
    {
        _cases++;
        if (after.LeftOut is { } reason)
            _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;
        foreach (var clash in after.Clashes)
            _clashes[clash] = _clashes.GetValueOrDefault(clash) + 1;
        Branch(before, b => b with { Before = b.Before + 1 });
        Branch(after, b => b with { After = b.After + 1 });
        foreach (var s in before.Steps)
            Line(org, name, s.Step, l => l with { Before = l.Before + 1, LateBefore = l.LateBefore + (s.Late ? 1 : 0) });
        foreach (var s in after.Steps)
            Line(org, name, s.Step, l => l with { After = l.After + 1, LateAfter = l.LateAfter + (s.Late ? 1 : 0) });
        Func<CaseOutcome, int>[] counts =
        [
            o => o.Late > 0 ? 1 : 0, o => o.Yellow > 0 ? 1 : 0, o => o.Red > 0 ? 1 : 0, o => o.Supervised ? 1 : 0, o => o.ClosedUnrated ? 1 : 0,
            o => o.Steps.Count(s => s.Provisional),
        ];
        for (var i = 0; i < counts.Length; i++)
            _sums[i] = (_sums[i].Before + counts[i](before), _sums[i].After + counts[i](after));
        if (Changes(before, after) is { Count: > 0 } changes)
            _different.Add(new(caseNo, org, name, openedAt, before, after, changes));
    }

    internal WhatIfReport Report(Policy policy, DateOnly from, DateOnly to, DateTime until)
    {
        var sums = _sums.ConvertAll(s => new BeforeAfter(s.Before, s.After));
        return new()
        {
            Policy = policy, From = from, To = to, Until = until, Cases = _cases, LeftOut = _leftOut, Clashes = _clashes, Different = _different, Branches = _branches,
            LateCases = sums[0], Yellow = sums[1], Red = sums[2], Supervised = sums[3], ClosedUnrated = sums[4], Provisional = sums[5],
            Lines =
            [
                .. _lines.OrderBy(l => l.Key.Org is null).ThenBy(l => l.Key.Org, StringComparer.Ordinal).ThenBy(l => l.Key.Step)
                    .Select(l => new WhatIfLine(l.Key.Org, l.Value.Name, l.Key.Step, l.Value.Before, l.Value.LateBefore, l.Value.After, l.Value.LateAfter)),
            ],
        };
    }

    internal static HashSet<OutcomeChange> Changes(CaseOutcome before, CaseOutcome after)
    {
        if (after.LeftOut is not null)
            return [OutcomeChange.LeftOut];
        var lateBefore = before.Steps.Where(s => s.Late).Select(s => (s.Round, s.Step)).ToHashSet();
        var lateAfter = after.Steps.Where(s => s.Late).Select(s => (s.Round, s.Step)).ToHashSet();
        var (cards, cardsAfter) = (before.Yellow + before.Red, after.Yellow + after.Red);
        var found = new (bool Is, OutcomeChange Change)[]
        {
            (lateAfter.Except(lateBefore).Any(), OutcomeChange.MoreLate), (lateBefore.Except(lateAfter).Any(), OutcomeChange.LessLate),
            (cardsAfter > cards, OutcomeChange.MoreCards), (cardsAfter < cards, OutcomeChange.FewerCards),
            (after.Supervised && !before.Supervised, OutcomeChange.Supervised), (before.Supervised && !after.Supervised, OutcomeChange.NotSupervised),
            (after.ClosedUnrated && !before.ClosedUnrated, OutcomeChange.ClosedUnrated),
            (before.ClosedUnrated && !after.ClosedUnrated, OutcomeChange.NotClosedUnrated),
            (after.Clashes.Except(before.Clashes).Any(), OutcomeChange.Clash),
        };
        return [.. found.Where(f => f.Is).Select(f => f.Change)];
    }

    private void Branch(CaseOutcome outcome, Func<BeforeAfter, BeforeAfter> add)
    {
        if (outcome.LeftOut is not null)
            return;
        var key = outcome.Branch?.Code() ?? WhatIfReport.NoBranch;
        _branches[key] = add(_branches.GetValueOrDefault(key) ?? new(0, 0));
    }

    private void Line(
        string? org, string? name, DeadlineStep step,
        Func<(string? Name, int Before, int LateBefore, int After, int LateAfter), (string? Name, int Before, int LateBefore, int After, int LateAfter)> add) =>
        _lines[(org, step)] = add(_lines.GetValueOrDefault((org, step))) with { Name = name ?? _lines.GetValueOrDefault((org, step)).Name };
}
