using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Bulletin;

/// <summary>
/// What may not stand in a public bulletin: a count below the limit, a rate over fewer records, or a rate whose parts are fewer
/// on either side, since from it the few can be counted. Zero is no small cell: it speaks of nobody. In a row with a total the smallest
/// open cell goes too, where only one was closed: otherwise it could be computed. Pure.
/// </summary>
internal static class SmallCells
{
    /// <summary>Fewer than this many are not published.</summary>
    public const int Limit = 10;

    /// <summary>What stands in place of the figure.</summary>
    public const string Mark = "< 10";

    public static bool IsSmall(long count) => count is > 0 and < Limit;

    public static bool IsSmall(MetricRow row, MetricAggregate aggregate) => row.N is > 0 and < Limit
        || (aggregate == MetricAggregate.Share && row is { Numerator: { } part, Denominator: { } whole } && (IsSmall((long)part) || IsSmall((long)(whole - part))));

    /// <summary>The figure as it may be published.</summary>
    public static ReportFigure Open(ReportFigure figure, MetricRow row, MetricAggregate aggregate)
    {
        var hidden = IsSmall(row, aggregate);
        var changes = figure.Changes.Zip(row.Comparisons, (change, then) =>
        {
            var before = row with { Value = then.Value, N = then.N, Numerator = then.Numerator, Denominator = then.Denominator };
            var small = IsSmall(before, aggregate);
            return small || hidden
                ? change with { Then = small ? Mark : change.Then, ThenValue = small ? null : change.ThenValue, Change = Figures.None, Verdict = ChangeVerdict.Untested, Tone = Tone.Plain, Words = "" }
                : change;
        }).ToArray();
        return hidden
            ? figure with { IsClosed = true, Text = Mark, Unit = "", Value = null, N = 0, Interval = null, Low = null, High = null, Changes = changes }
            : figure with { Changes = changes };
    }

    /// <summary>The cells of a row of counts whose total is published beside them; null is a closed cell.</summary>
    public static long?[] Open(IReadOnlyList<long> counts)
    {
        var open = counts.Select(c => IsSmall(c) ? (long?)null : c).ToArray();
        if (open.Count(c => c is null) == 1 && open.Where(c => c > 0).DefaultIfEmpty(null).Min() is { } least)
            open[Array.IndexOf(open, least)] = null;
        return open;
    }

    /// <summary>
    /// A table of counts whose row and column totals are published: cells are closed until no closed one stands alone in its
    /// row or column.
    /// </summary>
    public static long?[][] Open(IReadOnlyList<IReadOnlyList<long>> table)
    {
        var open = table.Select(r => r.Select(c => IsSmall(c) ? (long?)null : c).ToArray()).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var cells in Lines(open))
            {
                if (cells.Count(c => open[c.Row][c.Column] is null) != 1) continue;
                var rest = cells.Where(c => open[c.Row][c.Column] > 0).ToArray();
                if (rest.Length == 0) continue;
                var least = rest.MinBy(c => open[c.Row][c.Column]!.Value);
                open[least.Row][least.Column] = null;
                changed = true;
            }
        }
        return open;
    }

    public static string Text(long? count) => count is { } open ? Figures.Count(open) : "*";

    private static IEnumerable<(int Row, int Column)[]> Lines(long?[][] table)
    {
        for (var r = 0; r < table.Length; r++)
            yield return [.. Enumerable.Range(0, table[r].Length).Select(c => (r, c))];
        for (var c = 0; c < (table.Length == 0 ? 0 : table[0].Length); c++)
            yield return [.. Enumerable.Range(0, table.Length).Select(r => (r, c))];
    }
}
