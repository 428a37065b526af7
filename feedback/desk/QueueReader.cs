using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>Answers the queue: open cases from the board, ended ones from the projection, searched ones through the index.</summary>
internal sealed class QueueReader(OperationsStore store) : IDisposable
{
    /// <summary>How many of the newest cases a search looks through further.</summary>
    internal const int MostOpenFound = 20_000, MostFound = 5_000;

    private const long MostSkipped = 10_000_000;

    private static readonly Dictionary<QueueView, int> NoCounts = [];

    private readonly OpenBoard _board = new(store);

    internal async Task<QueuePage> ReadAsync(QueueQuery query, Actor actor, DateTime now, CancellationToken cancel)
    {
        var (size, page) = (Math.Clamp(query.PageSize, 1, 500), Math.Max(query.Page, 1));
        var viewer = Viewer.Of(actor, now);
        var state = QueueViews.IsOfOpenCases(query.View) || query.WithCounts ? await _board.NowAsync(cancel) : null;
        var counts = query.WithCounts ? state!.Count(actor.Scope, viewer) : NoCounts;
        if (QueueViews.IsOfOpenCases(query.View))
        {
            var (holds, isWhole, isCut) = await OpenRuleAsync(query, actor, viewer, cancel);
            // The counters know how many there are where nothing narrows the view.
            var known = isWhole && query.WithCounts;
            var (rows, total) = QueueOrder.Page(
                Runs(state!, query, actor, viewer), holds, QueueOrder.Of(query.Sort, query.Descending), (int)Math.Min((page - 1L) * size, MostSkipped), size,
                known && query is { Sort: QueueSort.DueAt, Descending: false, View: not QueueView.Support });
            return new(await ShownAsync(rows, actor, cancel), known ? counts[query.View] : total, counts, page, size, now) { SearchIsCut = isCut };
        }
        return await EndedAsync(query, actor, viewer, counts, page, size, cancel);
    }

    /// <summary>All cases of a list, in the list's order where it is one of open cases, else by number; for exports.</summary>
    internal async IAsyncEnumerable<CaseView> AllAsync(
        QueueQuery query, Actor actor, DateTime now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var viewer = Viewer.Of(actor, now);
        if (QueueViews.IsOfOpenCases(query.View))
        {
            var state = await _board.NowAsync(cancel);
            var (holds, _, _) = await OpenRuleAsync(query, actor, viewer, cancel);
            var rows = Runs(state, query, actor, viewer).SelectMany(run => run).Where(holds).ToList();
            rows.Sort(QueueOrder.Of(query.Sort, query.Descending));
            foreach (var row in await ShownAsync(rows, actor, cancel))
                yield return row;
            yield break;
        }
        var after = "";
        while (true)
        {
            await using var db = store.Open();
            var (rows, _) = await FoundAsync(db, query, actor, viewer, cancel);
            var batch = await rows.Where(v => string.Compare(v.CaseNo, after) > 0).OrderBy(v => v.CaseNo).Take(1000).ToListAsync(cancel);
            foreach (var row in await ShownAsync(batch, actor, cancel))
                yield return row;
            if (batch.Count < 1000)
                yield break;
            after = batch[^1].CaseNo;
        }
    }

    internal async Task<IReadOnlyDictionary<QueueView, int>> CountAsync(Actor actor, DateTime now, CancellationToken cancel) =>
        (await _board.NowAsync(cancel)).Count(actor.Scope, Viewer.Of(actor, now));

    /// <inheritdoc />
    public void Dispose() => _board.Dispose();

    /// <summary>The open cases a list chooses from, unit by unit; each unit's own in the usual order.</summary>
    private static IEnumerable<CaseView[]> Runs(BoardState state, QueueQuery query, Actor actor, Viewer viewer) => query.View == QueueView.Support
        ? [[.. state.SupportOf(viewer.Org).Values]] : state.Within(actor.Scope).Select(u => u.Open);

    /// <summary>Which open cases a list holds; whether that is the whole of its view; and whether the search found too many.</summary>
    private async Task<(Func<CaseView, bool> Holds, bool IsWhole, bool IsCut)> OpenRuleAsync(
        QueueQuery query, Actor actor, Viewer viewer, CancellationToken cancel)
    {
        HashSet<string>? found = null;
        if (SearchQuery.Of(query.Text) is { } search)
        {
            await using var db = store.Open();
            found = await Numbers(db, search, SearchTerms.Open, MostOpenFound, cancel);
            (await RatedPerson.OfAsync(db, actor, cancel)).LeaveOut(found, query.Text);
        }
        var holds = QueueViews.Holds(query.View);
        var filters = QueueFilter.Of(query);
        return (row => holds(row, viewer) && (found is null || found.Contains(row.CaseNo)) && Pass(filters, row, query),
            found is null && filters.Length == 0, found?.Count >= MostOpenFound);
    }

    private async Task<QueuePage> EndedAsync(
        QueueQuery query, Actor actor, Viewer viewer, IReadOnlyDictionary<QueueView, int> counts, int page, int size, CancellationToken cancel)
    {
        await using var db = store.Open();
        var (rows, isCut) = await FoundAsync(db, query, actor, viewer, cancel);
        var list = await QueueOrder.Apply(rows, query.Sort, query.Descending)
            .Skip(Math.Min((page - 1) * size, QueuePage.CountedTo)).Take(size).ToListAsync(cancel);
        var to = Math.Clamp(query.CountTo, 1, QueuePage.CountedTo);
        var isWhole = query.WithCounts && QueueFilter.Of(query).Length == 0 && query.Text is null;
        var total = isWhole ? counts[query.View]
            : page == 1 && list.Count < size ? list.Count
            : await rows.Select(v => 1).Take(to + 1).CountAsync(cancel);
        return new(await ShownAsync(list, actor, cancel), isWhole ? total : Math.Min(total, to), counts, page, size, viewer.Now) { TotalIsLeast = !isWhole && total > to, SearchIsCut = isCut };
    }

    private static async Task<(IQueryable<CaseView> Rows, bool IsCut)> FoundAsync(
        OperationsDb db, QueueQuery query, Actor actor, Viewer viewer, CancellationToken cancel)
    {
        var rows = db.Views.AsNoTracking();
        var isCut = false;
        if (SearchQuery.Of(query.Text) is { } search)
        {
            var found = await Numbers(db, search, query.View == QueueView.Done ? SearchTerms.Done : null, MostFound, cancel);
            isCut = found.Count >= MostFound;
            (await RatedPerson.OfAsync(db, actor, cancel)).LeaveOut(found, query.Text);
            rows = rows.Where(v => found.Contains(v.CaseNo));
        }
        if (!actor.Scope.IsAll)
        {
            var orgs = actor.Scope.Orgs;
            rows = rows.Where(v => v.OrgCode != null && orgs.Contains(v.OrgCode));
        }
        if (query.View == QueueView.Done)
            rows = rows.Where(QueueViews.Of(query.View, viewer));
        return (QueueFilter.Apply(rows, query), isCut);
    }

    private async Task<IReadOnlyList<CaseView>> ShownAsync(IReadOnlyList<CaseView> lines, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(actor.StaffCode) || lines.Count == 0)
            return lines;
        await using var db = store.Open();
        var rated = await RatedPerson.OfAsync(db, actor, cancel);
        return [.. lines.Select(rated.Shown)];
    }

    private static bool Pass(Func<CaseView, QueueQuery, bool>[] filters, CaseView row, QueueQuery query)
    {
        foreach (var filter in filters)
            if (!filter(row, query))
                return false;
        return true;
    }

    /// <summary>The newest cases a search finds.</summary>
    private static async Task<HashSet<string>> Numbers(OperationsDb db, SearchQuery search, string? flag, int most, CancellationToken cancel)
    {
        if (search.FindsNothing)
            return [];
        // Materialized: a prepared plan, which does not know the words, would else walk all cases by id.
        var numbers = db.Database.IsSqlite()
            ? db.Database.SqlQuery<string>($"""
                SELECT k.case_no AS "Value" FROM (SELECT rowid AS id FROM case_search WHERE case_search MATCH {search.ForSqlite(flag)} ORDER BY rowid DESC LIMIT {most}) AS f
                JOIN case_search_key AS k ON k.id = f.id
                """)
            : db.Database.SqlQuery<string>($"""
                WITH found AS MATERIALIZED (SELECT id, case_no FROM case_search WHERE terms @@ {search.ForPostgres(flag)}::tsquery)
                SELECT case_no AS "Value" FROM found ORDER BY id DESC LIMIT {most}
                """);
        var found = (await numbers.ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var text in search.Literally)
        {
            var pattern = "%" + text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
            found = (await db.Views.Where(v => found.Contains(v.CaseNo) && EF.Functions.Like(EF.Property<string>(v, OperationsDb.SearchText), pattern, "\\"))
                .Select(v => v.CaseNo).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        }
        return found;
    }
}
