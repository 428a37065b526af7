using Microsoft.EntityFrameworkCore;

namespace QualityInsight.Feedback;

/// <summary>The orders of the queue; the case's number always decides last, so that a list is the same twice.</summary>
internal static class QueueOrder
{
    /// <summary>For open cases, in memory.</summary>
    internal static Comparison<CaseView> Of(QueueSort sort, bool descending)
    {
        Comparison<CaseView> by = sort switch
        {
            QueueSort.DueAt => (a, b) => Due(a, b, descending),
            QueueSort.OpenedAt => (a, b) => a.OpenedAt.CompareTo(b.OpenedAt),
            QueueSort.Level => (a, b) => a.Level.CompareTo(b.Level),
            QueueSort.UpdatedAt => (a, b) => a.UpdatedAt.CompareTo(b.UpdatedAt),
            QueueSort.Item => (a, b) => string.CompareOrdinal(a.ItemName ?? a.ItemCode, b.ItemName ?? b.ItemCode),
            QueueSort.Place => (a, b) => Then(string.CompareOrdinal(a.HallName, b.HallName), string.CompareOrdinal(a.CounterName, b.CounterName)),
            QueueSort.Who => (a, b) => Then(string.CompareOrdinal(a.OrgName, b.OrgName), string.CompareOrdinal(a.HandlerName, b.HandlerName)),
            QueueSort.State => (a, b) => a.State.CompareTo(b.State),
            _ => Number,
        };
        var thenByDue = sort is QueueSort.Level or QueueSort.Who or QueueSort.State;
        var turned = descending && sort != QueueSort.DueAt ? (a, b) => by(b, a) : by;
        return (a, b) => Then(turned(a, b), thenByDue ? Due(a, b, false) : 0, Number(a, b));
    }

    /// <summary>For ended cases, by the engine: only orders that it has an index for; any other becomes the number's.</summary>
    internal static IOrderedQueryable<CaseView> Apply(IQueryable<CaseView> rows, QueueSort sort, bool descending) => (sort, descending) switch
    {
        (QueueSort.OpenedAt, false) => rows.OrderBy(v => v.OpenedAt).ThenBy(v => v.CaseNo),
        (QueueSort.OpenedAt, true) => rows.OrderByDescending(v => v.OpenedAt).ThenByDescending(v => v.CaseNo),
        (QueueSort.UpdatedAt, false) => rows.OrderBy(v => v.UpdatedAt).ThenBy(v => v.CaseNo),
        (QueueSort.UpdatedAt, true) => rows.OrderByDescending(v => v.UpdatedAt).ThenByDescending(v => v.CaseNo),
        (_, false) => rows.OrderBy(v => v.CaseNo),
        (_, true) => rows.OrderByDescending(v => v.CaseNo),
    };

    /// <summary>The rows from <paramref name="skip"/> on that hold, in order, without sorting the rest; and how many hold.</summary>
    /// <param name="runs">The rows, in pieces.</param>
    /// <param name="holds">Which of them.</param>
    /// <param name="order">In which order.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">How many to give.</param>
    /// <param name="stopsEarly">Each piece is in that order already, and the number does not matter: what cannot be on the page is not looked at.</param>
    internal static (List<CaseView> Rows, int Total) Page(
        IEnumerable<CaseView[]> runs, Func<CaseView, bool> holds, Comparison<CaseView> order, int skip, int take, bool stopsEarly)
    {
        var (wanted, total) = (skip + take, 0);
        // A heap of the first ones with the last of them on top; most rows are turned away by one comparison.
        var first = new PriorityQueue<CaseView, CaseView>(Comparer<CaseView>.Create((a, b) => order(b, a)));
        foreach (var run in runs)
            foreach (var row in run)
            {
                var isFull = first.Count == wanted;
                if (isFull && stopsEarly && order(row, first.Peek()) >= 0)
                    break;
                if (!holds(row))
                    continue;
                total++;
                if (!isFull)
                    first.Enqueue(row, row);
                else if (order(row, first.Peek()) < 0)
                    first.EnqueueDequeue(row, row);
            }
        var sorted = first.UnorderedItems.Select(i => i.Element).ToList();
        sorted.Sort(order);
        return ([.. sorted.Skip(skip).Take(take)], total);
    }

    // Cases without a deadline stand last either way.
    private static int Due(CaseView a, CaseView b, bool descending) => (a.DueAt, b.DueAt) switch
    {
        ({ } x, { } y) => descending ? y.CompareTo(x) : x.CompareTo(y),
        (null, null) => 0,
        (null, _) => 1,
        _ => -1,
    };

    private static int Number(CaseView a, CaseView b) => string.CompareOrdinal(a.CaseNo, b.CaseNo);

    private static int Then(int first, int second, int third = 0) => first != 0 ? first : second != 0 ? second : third;
}
