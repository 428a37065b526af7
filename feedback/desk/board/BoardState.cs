using System.Collections.Immutable;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>All open cases as of one position in the order of events. Immutable.</summary>
/// <param name="Position">The last event it knows.</param>
/// <param name="Units">By unit; the empty code holds the cases no unit has yet.</param>
/// <param name="Support">By supporting unit, then case: the lines of its open tasks.</param>
internal sealed record BoardState(
    long Position, ImmutableDictionary<string, BoardUnit> Units, ImmutableDictionary<string, ImmutableDictionary<string, CaseView>> Support)
{
    /// <summary>No line of any task.</summary>
    internal static ImmutableDictionary<string, ImmutableDictionary<string, CaseView>> NoSupport { get; } =
        ImmutableDictionary.Create<string, ImmutableDictionary<string, CaseView>>(StringComparer.Ordinal);

    private static readonly QueueView[] Views = Enum.GetValues<QueueView>();

    /// <summary>The units within a scope.</summary>
    internal IEnumerable<BoardUnit> Within(OrgScope scope) =>
        scope.IsAll ? Units.Values : scope.Orgs.Select(Units.GetValueOrDefault).OfType<BoardUnit>();

    /// <summary>How many cases each standing view holds.</summary>
    internal IReadOnlyDictionary<QueueView, int> Count(OrgScope scope, Viewer viewer)
    {
        var counts = new int[Views.Length];
        foreach (var unit in Within(scope))
            unit.Count(viewer, counts);
        counts[(int)QueueView.Support] = SupportOf(viewer.Org).Count;
        return Views.ToDictionary(v => v, v => counts[(int)v]);
    }

    /// <summary>The lines of a unit's open tasks, by case.</summary>
    internal ImmutableDictionary<string, CaseView> SupportOf(string? org) =>
        (org is null ? null : Support.GetValueOrDefault(org)) ?? ImmutableDictionary<string, CaseView>.Empty;

    /// <summary>This state with cases that moved put in their new places.</summary>
    /// <param name="position">The last event the changes know.</param>
    /// <param name="changes">Each case's place before (null: it is new) and its line now.</param>
    internal BoardState With(long position, IReadOnlyCollection<BoardChange> changes)
    {
        var units = Units.ToBuilder();
        var touched = changes.SelectMany(c => c.Before is { } b ? new[] { b.Unit, c.Unit } : [c.Unit]).Distinct(StringComparer.Ordinal);
        foreach (var code in touched)
        {
            var unit = units.GetValueOrDefault(code) ?? new BoardUnit(code.Length == 0 ? null : code, [], 0);
            var gone = changes.Where(c => c.Before is { IsOpen: true } b && b.Unit == code).Select(c => c.Now.CaseNo).ToHashSet(StringComparer.Ordinal);
            var come = changes.Where(c => c.Now.IsOpen && c.Unit == code).Select(c => c.Now);
            var ended = unit.Ended - changes.Count(c => c.Before is { IsOpen: false } b && b.Unit == code) + changes.Count(c => !c.Now.IsOpen && c.Unit == code);
            units[code] = unit.With(gone, come, ended);
        }
        return new(position, units.ToImmutable(), SupportWith(changes));
    }

    private ImmutableDictionary<string, ImmutableDictionary<string, CaseView>> SupportWith(IReadOnlyCollection<BoardChange> changes)
    {
        var support = Support;
        foreach (var change in changes)
        {
            foreach (var (org, lines) in support)
                if (lines.ContainsKey(change.Now.CaseNo))
                    support = support.SetItem(org, lines.Remove(change.Now.CaseNo));
            support = AddTo(support, change.Now, change.Tasks);
        }
        return support;
    }

    /// <summary>The lines with those of a case's open tasks.</summary>
    internal static ImmutableDictionary<string, ImmutableDictionary<string, CaseView>> AddTo(
        ImmutableDictionary<string, ImmutableDictionary<string, CaseView>> support, CaseView view, IEnumerable<SupportTaskRow> open) =>
        open.Aggregate(support, (all, task) => all.SetItem(task.OrgCode,
            (all.GetValueOrDefault(task.OrgCode) ?? ImmutableDictionary.Create<string, CaseView>(StringComparer.Ordinal)).SetItem(view.CaseNo, task.Line(view))));
}

/// <summary>A case that moved.</summary>
/// <param name="Before">Where it was counted before; null where it was not there.</param>
/// <param name="Now">Its line now.</param>
internal sealed record BoardChange((string Unit, bool IsOpen)? Before, CaseView Now)
{
    /// <summary>Its supporting units' open tasks now.</summary>
    internal IReadOnlyList<SupportTaskRow> Tasks { get; init; } = [];

    /// <summary>The unit it is counted with now.</summary>
    internal string Unit => Now.OrgCode ?? "";
}
