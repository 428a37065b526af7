using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Reads a page of the queue from the projection: one query for the rows, one for all counters.</summary>
internal static class QueueReader
{
    internal static async Task<QueuePage> ReadAsync(OperationsDb db, QueueQuery query, Actor actor, DateTime now, CancellationToken cancel)
    {
        var pageSize = Math.Clamp(query.PageSize, 1, 500);
        var page = Math.Max(query.Page, 1);
        var inScope = InScope(db.Views.AsNoTracking(), actor);
        var rows = Filter(inScope.Where(QueueViews.Of(query.View, actor, now)), query);
        var total = await rows.CountAsync(cancel);
        var list = await Sort(rows, query).Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancel);
        return new(list, total, await CountAsync(inScope, actor, now, cancel), page, pageSize, now);
    }

    private static IQueryable<CaseView> InScope(IQueryable<CaseView> views, Actor actor)
    {
        if (actor.Scope.IsAll)
            return views;
        var orgs = actor.Scope.Orgs;
        return views.Where(v => v.OrgCode != null && orgs.Contains(v.OrgCode));
    }

    private static IQueryable<CaseView> Filter(IQueryable<CaseView> rows, QueueQuery q)
    {
        if (q.OrgCode is { } org)
            rows = rows.Where(v => v.OrgCode == org);
        if (q.HallCode is { } hall)
            rows = rows.Where(v => v.HallCode == hall);
        if (q.ItemCode is { } item)
            rows = rows.Where(v => v.ItemCode == item);
        if (q.Level is { } level)
            rows = rows.Where(v => v.Level == level);
        if (q.State is { } state)
            rows = rows.Where(v => v.State == state);
        if (q.Label is { Length: > 0 } label)
            rows = rows.Where(v => v.Labels != null && ("," + v.Labels + ",").Contains("," + label + ","));
        if (q.From is { } from)
        {
            var start = from.ToDateTime(TimeOnly.MinValue);
            rows = rows.Where(v => v.OpenedAt >= start);
        }
        if (q.To is { } to)
        {
            var end = to.AddDays(1).ToDateTime(TimeOnly.MinValue);
            rows = rows.Where(v => v.OpenedAt < end);
        }
        foreach (var word in (q.Text ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var pattern = "%" + word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
            rows = rows.Where(v => EF.Functions.Like(EF.Property<string>(v, OperationsDb.SearchText), pattern, "\\"));
        }
        return rows;
    }

    private static IOrderedQueryable<CaseView> Sort(IQueryable<CaseView> rows, QueueQuery q) => (q.Sort, q.Descending) switch
    {
        (QueueSort.DueAt, false) => rows.OrderBy(v => v.DueAt == null).ThenBy(v => v.DueAt).ThenBy(v => v.CaseNo),
        (QueueSort.DueAt, true) => rows.OrderBy(v => v.DueAt == null).ThenByDescending(v => v.DueAt).ThenBy(v => v.CaseNo),
        (QueueSort.OpenedAt, false) => rows.OrderBy(v => v.OpenedAt).ThenBy(v => v.CaseNo),
        (QueueSort.OpenedAt, true) => rows.OrderByDescending(v => v.OpenedAt).ThenBy(v => v.CaseNo),
        (QueueSort.Level, false) => rows.OrderBy(v => v.Level).ThenBy(v => v.DueAt).ThenBy(v => v.CaseNo),
        (QueueSort.Level, true) => rows.OrderByDescending(v => v.Level).ThenBy(v => v.DueAt).ThenBy(v => v.CaseNo),
        (QueueSort.UpdatedAt, false) => rows.OrderBy(v => v.UpdatedAt).ThenBy(v => v.CaseNo),
        (QueueSort.UpdatedAt, true) => rows.OrderByDescending(v => v.UpdatedAt).ThenBy(v => v.CaseNo),
        (_, false) => rows.OrderBy(v => v.CaseNo),
        (_, true) => rows.OrderByDescending(v => v.CaseNo),
    };

    /// <summary>All counters in one pass: SELECT COUNT(CASE WHEN …) … over what is in scope.</summary>
    private static async Task<IReadOnlyDictionary<QueueView, int>> CountAsync(
        IQueryable<CaseView> inScope, Actor actor, DateTime now, CancellationToken cancel)
    {
        var views = Enum.GetValues<QueueView>();
        var group = Expression.Parameter(typeof(IGrouping<int, CaseView>), "g");
        var counts = views.Select(view => Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Count), [typeof(CaseView)], group, QueueViews.Of(view, actor, now)));
        var select = Expression.Lambda<Func<IGrouping<int, CaseView>, int[]>>(Expression.NewArrayInit(typeof(int), counts), group);
        var numbers = await inScope.GroupBy(_ => 1).Select(select).FirstOrDefaultAsync(cancel) ?? new int[views.Length];
        return views.Select((view, i) => (view, n: numbers[i])).ToDictionary(x => x.view, x => x.n);
    }
}
